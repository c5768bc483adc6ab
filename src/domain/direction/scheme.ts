import { z } from 'zod';
import { type Basis, basisKinds, basisSchema, isTested } from './basis.ts';
import { type DirectionSchemeProblem, problemsOfIssues } from './scheme-problem.ts';

export type { Basis, BasisKind } from './basis.ts';
export type { DirectionSchemeProblem } from './scheme-problem.ts';

const text = z
  .string()
  .regex(/\S/, { message: 'This text is empty. Write something, or take the field out.' })
  .trim();

const NOT_POSITIVE =
  'This is not a plain number above zero. Write digits in quotes, for example "2.5"; for no dead band use {"kind": "none"}.';

/** Exact text; a JSON number is taken where its digits are certainly those that were typed. */
const positive = z
  .union(
    [
      z.string().regex(/^\s*(?=[\d.]*[1-9])\d+(?:\.\d+)?\s*$/, { message: NOT_POSITIVE }),
      z
        .number()
        // Smaller and larger ones have an exponent, or more digits than are certain.
        .min(0.000001, { message: NOT_POSITIVE })
        .max(999_999_999_999_999, { message: NOT_POSITIVE })
        .refine((value) => String(value).length <= 15, { message: NOT_POSITIVE }),
    ],
    { error: () => NOT_POSITIVE },
  )
  .transform((value) => String(value).trim());

/** Whether a change of exactly the band still counts as none. */
const edge = z.enum(['stabilised', 'moved']).default('stabilised');

const deadBand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** Per cent of the earlier figure. */
  z.strictObject({ kind: z.literal('relative'), percent: positive, edge }),
  /** In the unit of the measure: points for a percentage, days for a date. */
  z.strictObject({ kind: z.literal('absolute'), amount: positive, edge }),
]);

const tested = basisKinds.filter(isTested);
/** A basis that tests for chance, in either way of writing it. */
const testedInJson = {
  anyOf: [
    { type: 'string', enum: tested },
    { type: 'object', properties: { kind: { type: 'string', enum: tested } }, required: ['kind'] },
  ],
};

/** So that one problem does not keep back another that has nothing to do with it. */
const areRead = (parts: z.ZodRawShape) => {
  const shape = z.object(parts);
  return ({ value }: { value: unknown }) => shape.safeParse(value).success;
};

/** The most figures that a basis can have, the present one counted. */
export const mostPoints = (basis: Basis): number => (basis.kind === 'rollingMean' ? basis.periods + 1 : 61);

/** The shape of a scheme file; what a shape cannot say is refused by `parseDirectionScheme`. */
export const directionSchemeSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, {
      message:
        'This is not an identifier. Start with a small letter and use small letters, digits and hyphens.',
    }),
    name: text,
    version: z.int().min(1),
    effectiveFrom: z.iso.date({ message: 'This is not a date. Write it as 2018-04-01.' }),
    /** Where the rule was published. */
    source: text.nullable().default(null),
    /** What the published rule leaves open, and what was chosen. Printed with the key. */
    note: text.nullable().default(null),
    basis: basisSchema,
    /** Another basis for measures on which the first cannot be used. */
    fallback: z
      .strictObject({
        when: z.array(z.enum(['targetsProfiled', 'noEarlierFigure'])).min(1),
        basis: basisSchema,
      })
      .nullable()
      .default(null),
    deadBand: deadBand.default({ kind: 'none' }),
    /** Figures needed, the present one counted; null: two, or for a rolling mean all of its periods and one. */
    minimumPoints: z.int().min(2).max(61).nullable().default(null),
    labels: z
      .strictObject({
        improving: text.default('Improving'),
        stabilised: text.default('Stabilised'),
        deteriorating: text.default('Deteriorating'),
        unavailable: text.default('N/A'),
      })
      .default({
        improving: 'Improving',
        stabilised: 'Stabilised',
        deteriorating: 'Deteriorating',
        unavailable: 'N/A',
      }),
    /** Another label where a figure could not be better and has not moved. */
    atOptimum: z.strictObject({ label: text }).nullable().default(null),
    /** Under how many cases counted, or cases in all, a status and a direction carry a note; left out for 10 and 20. */
    smallNumbers: z
      .strictObject({ events: z.int().min(0).max(1000), denominator: z.int().min(0).max(1000) })
      .optional(),
  })
  .refine(
    (scheme) =>
      scheme.fallback === null || !(isTested(scheme.basis.kind) || isTested(scheme.fallback.basis.kind)),
    {
      path: ['fallback'],
      message:
        'A basis that tests for chance has no other to fall back on, and is none. Take the fallback out, or use the basis “tested”, which has its own.',
      when: areRead({ basis: basisSchema, fallback: z.object({ basis: basisSchema }) }),
    },
  )
  .refine((scheme) => scheme.minimumPoints === null || !isTested(scheme.basis.kind), {
    path: ['minimumPoints'],
    message: 'A basis that tests for chance has its own least number of figures. Take minimumPoints out.',
    when: areRead({ basis: basisSchema }),
  })
  .superRefine(({ basis, minimumPoints }, context) => {
    const most = mostPoints(basis);
    if (minimumPoints === null || minimumPoints <= most) return;
    const message = `A rolling mean of ${most - 1} periods never has ${minimumPoints} figures. Use ${most} at most.`;
    context.addIssue({ code: 'custom', path: ['minimumPoints'], message });
  })
  // What the refinements say, as far as JSON Schema can say it: for editors.
  .meta({
    allOf: [
      {
        if: { type: 'object', properties: { basis: testedInJson }, required: ['basis'] },
        // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema.
        then: {
          type: 'object',
          properties: { fallback: { type: 'null' }, minimumPoints: { type: 'null' } },
        },
      },
      {
        type: 'object',
        properties: { fallback: { type: ['object', 'null'], properties: { basis: { not: testedInJson } } } },
      },
    ],
  });

/** A direction-of-travel scheme: data, checked. Made by `parseDirectionScheme` only. */
export type DirectionScheme = z.output<typeof directionSchemeSchema>;
/** A scheme as written by hand, where fields with a default may be left out. */
export type DirectionSchemeInput = z.input<typeof directionSchemeSchema>;

/**
 * Reads a direction-of-travel scheme from parsed JSON.
 *
 * Out: the scheme with its defaults filled in, or every problem with its path, the value found, what is wrong and
 * what to do. Refuses unknown fields, a basis that is not built (`regression`) and dead
 * bands that are not positive exact numbers. The generality follows the schemes councils publish.
 *
 * @example parseDirectionScheme({ id: 'ours', name: 'Ours', version: 1, effectiveFrom: '2018-04-01', basis: 'previousPeriod' })
 */
export function parseDirectionScheme(
  json: unknown,
): { scheme: DirectionScheme } | { problems: DirectionSchemeProblem[] } {
  const read = directionSchemeSchema.safeParse(json);
  return read.success ? { scheme: read.data } : { problems: problemsOfIssues(read.error.issues, json) };
}

/** A scheme written in our own source. @throws Error listing every problem, so that a broken preset fails at once. */
export function defineDirectionScheme(input: DirectionSchemeInput): DirectionScheme {
  const read = parseDirectionScheme(input);
  if ('scheme' in read) return read.scheme;
  const lines = read.problems.map((each) => `${each.path}: ${each.message} ${each.remedy}`);
  throw new Error(`direction scheme ${input.id} is not valid:\n${lines.join('\n')}`);
}

/** How many figures a basis of the scheme needs, the present one counted. */
export function pointsNeeded(scheme: DirectionScheme, basis: Basis): number {
  return scheme.minimumPoints ?? (basis.kind === 'rollingMean' ? basis.periods + 1 : 2);
}
