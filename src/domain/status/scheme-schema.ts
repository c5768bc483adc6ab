import { z } from 'zod';
import { conditionSchema, exactText } from './condition-schema.ts';
import { comparatorNames, subjects } from './inputs.ts';
import { commentaryParts, shapes, stateIds } from './outcome.ts';

const id = z.string().regex(/^[a-z][A-Za-z0-9-]*$/, {
  message: 'is not an identifier. Start with a small letter and use letters, digits and hyphens.',
});
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, {
  message: 'is not a colour. Write it as # and six digits or letters a to f, for example "#00703c".',
});
const isoDate = z.iso.date({ message: 'is not a date. Write it as 2018-04-01.' });
const text = z.string().trim().min(1, { message: 'is empty.' });

const outcome = z.strictObject({
  id,
  label: text,
  letter: z.string().min(1).max(3),
  shape: z.enum(shapes),
  background: colour,
  foreground: colour,
  rank: z.int(),
  countsAsOnTarget: z.boolean().default(false),
  inDenominator: z.boolean().default(true),
  isException: z.boolean().default(false),
  needsCommentary: z.array(z.enum(commentaryParts)).default([]),
});

const rule = z.strictObject({
  id,
  when: conditionSchema,
  outcome: id,
  /** Replaces the sentence the key would make for itself. */
  text: text.nullable().default(null),
  /** What to do where the condition needs something that is not held: stop and say so, or try the next rule. */
  whenUnknown: z.enum(['stop', 'skip']).default('stop'),
});

const otherwise = z.strictObject({
  id: id.default('otherwise'),
  outcome: id,
  text: text.nullable().default(null),
});

const judgedKind = z.enum(['targeted', 'dataOnly', 'trendOnly']);

/** Rules of their own for some subjects, kinds of measure or kinds of figure; the first set that applies is used. */
const otherRules = z.strictObject({
  id,
  /** Printed above its part of the key: "Year-end forecast". */
  name: text,
  appliesTo: z
    .strictObject({
      subjects: z.array(z.enum(subjects)).min(1).optional(),
      kinds: z.array(judgedKind).min(1).optional(),
      figures: z
        .array(z.enum(['number', 'step', 'date']))
        .min(1)
        .optional(),
    })
    .refine((wanted) => Object.values(wanted).some((part) => part !== undefined), {
      message: 'names nothing. Give at least one of subjects, kinds, figures.',
    }),
  rules: z.array(rule),
  otherwise,
});

const parameter = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, {
    message: 'is not a parameter name. Use letters and digits, starting with a small letter.',
  }),
  label: text,
  value: exactText,
  unit: z.enum(['percent', 'points', 'unit', 'count', 'sigma']),
});

const zeroPolicy = z.discriminatedUnion('kind', [
  /** Better than nothing is infinitely better, worse infinitely worse, equal is on target. */
  z.strictObject({ kind: z.literal('sign') }),
  /** Percentages are taken of this amount instead. */
  z.strictObject({ kind: z.literal('base'), value: exactText }),
  z.strictObject({ kind: z.literal('outcome'), outcome: id }),
]);

const numericPolicy = z.strictObject({
  compare: z.enum(['unrounded', 'asDisplayed']),
  rounding: z.enum(['halfUp', 'halfEven', 'down']).default('halfUp'),
});

const atLeastZero = exactText.refine((text) => !text.startsWith('-'), {
  message: 'is below zero. Give it as zero or more.',
});

/** How close to another status is said, for a reader who would otherwise take two colours for two worlds. */
const nearPolicy = z.strictObject({
  /** Percent of the figure at which the status changes. */
  percent: atLeastZero.default('0.5'),
  /** So many of the last place that is printed. */
  places: atLeastZero.default('1'),
});

/** A status scheme as a file holds it. Fields that may be left out have defaults. */
export const schemeSchema = z.strictObject({
  id,
  name: text,
  /** Whose scheme it is, in words. */
  authorityNote: text,
  /** Where the rule was published. */
  source: text.nullable().default(null),
  version: z.int().min(1),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable().default(null),
  /** What the published rule leaves undetermined, and what was chosen. Printed with the key. */
  note: text.nullable().default(null),
  outcomes: z.array(outcome).min(1),
  parameters: z.array(parameter).default([]),
  /** The parameter that a measure's own tolerance replaces. */
  tolerance: z.string().nullable().default(null),
  rules: z.array(rule),
  otherwise,
  others: z.array(otherRules).default([]),
  /** Steps of a milestone scale and what each leads to. */
  milestones: z.array(z.strictObject({ step: text, outcome: id })).default([]),
  states: z.partialRecord(z.enum(stateIds), id).default({}),
  numeric: numericPolicy.default({ compare: 'unrounded', rounding: 'halfUp' }),
  zero: zeroPolicy.default({ kind: 'sign' }),
  /** Within what of another status a figure is said to be close to it. */
  near: nearPolicy.default({ percent: '0.5', places: '1' }),
  /** May a person give the status: never; instead of the computed one, which is kept beside it; or only so. */
  judged: z.enum(['never', 'instead', 'only']).default('never'),
  /** Kinds of measure that go through the rules; any other kind is a state. */
  judgedKinds: z.array(judgedKind).default(['targeted']),
  /** Words of this authority for the comparators: `{ "floor": "the floor standard" }`. */
  comparatorNames: z.partialRecord(z.enum(comparatorNames), text).default({}),
});
