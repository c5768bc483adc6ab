import { z } from 'zod';
import type { Condition } from './condition.ts';
import { varianceForms } from './condition.ts';
import { comparatorNames } from './inputs.ts';

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const NAMED = /^-?[a-z][A-Za-z0-9]*$/;

/**
 * A number in a scheme file: text, or a JSON number short enough that its digits are certainly those that were
 * typed. Kept as text, so that `2.5` is two and a half and not its nearest binary neighbour.
 */
export const exactText = z.union([z.string(), z.number()]).transform((value, context) => {
  const text = typeof value === 'number' ? String(value) : value.trim();
  if (PLAIN.test(text) && (typeof value === 'string' || text.replace(/\D/g, '').length <= 15)) return text;
  context.addIssue({
    code: 'custom',
    message: `${JSON.stringify(value)} is not a plain number. Write digits with at most one point, in quotes if it is long: "-2.5".`,
  });
  return z.NEVER;
});

/** An exact number, or the name of a parameter with an optional minus sign. */
const bound = z.union([z.string(), z.number()]).transform((value, context) => {
  const text = typeof value === 'number' ? String(value) : value.trim();
  if (PLAIN.test(text) || NAMED.test(text)) return text;
  context.addIssue({
    code: 'custom',
    message: `${JSON.stringify(value)} is neither a number nor the name of a parameter. Write "-5", or "-amber" for a parameter called amber.`,
  });
  return z.NEVER;
});

const bounds = {
  atLeast: bound.optional(),
  above: bound.optional(),
  atMost: bound.optional(),
  below: bound.optional(),
};

type Edges = { [K in 'atLeast' | 'above' | 'atMost' | 'below']?: string | undefined };

function checkEdges(value: Edges, context: z.core.$RefinementCtx): void {
  const say = (message: string) => context.addIssue({ code: 'custom', message });
  if ([value.atLeast, value.above, value.atMost, value.below].every((edge) => edge === undefined)) {
    say('has no edge. Give at least one of atLeast, above, atMost, below.');
  }
  if (value.atLeast !== undefined && value.above !== undefined)
    say('has both atLeast and above. Keep the one that says whether the edge itself belongs.');
  if (value.atMost !== undefined && value.below !== undefined)
    say('has both atMost and below. Keep the one that says whether the edge itself belongs.');
}

const comparatorName = z.enum(comparatorNames);
const comparatorRef = z.union([
  comparatorName,
  z.strictObject({ firstOf: z.array(comparatorName).min(2) }),
  z.strictObject({ constant: exactText }),
  z.strictObject({ mean: z.int().min(2).max(60) }),
]);
const figureName = z.enum(['actual', ...comparatorNames]);
const words = z.array(z.string().min(1)).min(1);
const kindOf = <T extends string>(kind: T) => z.literal(kind);

/** Any condition, to any depth that a scheme needs; a misspelt field is refused, never ignored. */
export const conditionSchema: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: kindOf('all'), of: z.array(conditionSchema).min(1) }),
    z.strictObject({ kind: kindOf('any'), of: z.array(conditionSchema).min(1) }),
    z.strictObject({ kind: kindOf('not'), of: conditionSchema }),
    z
      .strictObject({
        kind: kindOf('variance'),
        from: comparatorRef,
        form: z.enum(varianceForms),
        figure: figureName.optional(),
        ...bounds,
      })
      .superRefine(checkEdges),
    z.strictObject({
      kind: kindOf('meets'),
      comparator: comparatorRef,
      strictly: z.boolean().optional(),
      figure: figureName.optional(),
    }),
    z
      .strictObject({
        kind: kindOf('range'),
        low: comparatorRef.optional(),
        high: comparatorRef.optional(),
        excludeLow: z.boolean().optional(),
        excludeHigh: z.boolean().optional(),
        figure: figureName.optional(),
      })
      .refine((range) => range.low !== undefined || range.high !== undefined, {
        message: 'has no end. Give low, high or both.',
      }),
    z.strictObject({
      kind: kindOf('direction'),
      basis: z.string().min(1),
      isOneOf: z.array(z.enum(['improving', 'stabilised', 'deteriorating'])).min(1),
    }),
    z.strictObject({
      kind: kindOf('run'),
      side: z.enum(['better', 'within', 'worse']),
      before: z.int().min(1).max(60),
    }),
    z
      .strictObject({ kind: kindOf('rank'), places: bound.optional(), percent: bound.optional() })
      .refine((rank) => (rank.places === undefined) !== (rank.percent === undefined), {
        message: 'needs either places or percent, and not both.',
      }),
    z.strictObject({ kind: z.enum(['count', 'share']), outcomes: words, ...bounds }).superRefine(checkEdges),
    z.strictObject({ kind: kindOf('denominator'), ...bounds }).superRefine(checkEdges),
    z
      .strictObject({ kind: kindOf('daysLate'), comparator: comparatorRef, ...bounds })
      .superRefine(checkEdges),
    z.strictObject({ kind: kindOf('held'), comparator: comparatorRef }),
    z.strictObject({ kind: kindOf('forecastOutcome'), isOneOf: words }),
    z.strictObject({ kind: kindOf('signal'), isOneOf: words }),
    z.strictObject({ kind: kindOf('flag'), isOneOf: words }),
    z.strictObject({ kind: kindOf('step'), isOneOf: words }),
    z.strictObject({
      kind: kindOf('unit'),
      isOneOf: z
        .array(
          z.enum([
            'number',
            'percentage',
            'duration',
            'currency',
            'rate',
            'ratio',
            'milestone',
            'yesNo',
            'date',
          ]),
        )
        .min(1),
    }),
    z.strictObject({
      kind: kindOf('polarity'),
      isOneOf: z.array(z.enum(['higher', 'lower', 'closest', 'within', 'none'])).min(1),
    }),
    z.strictObject({
      kind: kindOf('measureKind'),
      isOneOf: z.array(z.enum(['targeted', 'dataOnly', 'trendOnly', 'baselineYear', 'inDevelopment'])).min(1),
    }),
  ]),
) as z.ZodType<Condition, Condition>;
