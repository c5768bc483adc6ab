import type { ObservationFlag } from '../../domain/facts.ts';
import type { MissingReason } from '../../domain/number/figure.ts';
import { missingInWords } from '../../domain/number/missing-words.ts';
import { sameWords } from '../../domain/number/typed-text.ts';
import { type CheckedBy, field, rowSchema } from '../table/field.ts';
import { choice, code, line, period, plainNumber, text, yesNo } from '../table/fields.ts';

/** The reasons that a person may give for having no figure, in the words that reports print. */
export const REASONS: Readonly<Record<string, MissingReason>> = Object.fromEntries(
  (['awaited', 'notDue', 'notApplicable', 'withheld', 'suppressed', 'notComparable'] as const).map(
    (reason) => [missingInWords(reason), reason],
  ),
);

const FLAGS: readonly ObservationFlag[] = ['provisional', 'estimated', 'incomplete', 'late'];

const flags = field<ObservationFlag[]>((typed) => {
  const words = typed
    .split(/[;,\n]/)
    .map(sameWords)
    .filter((word) => word !== '');
  const unknown = words.find((word) => !FLAGS.some((flag) => flag === word));
  if (unknown !== undefined) {
    return {
      message: `“${unknown}” is not a known flag.`,
      remedy: `Use ${FLAGS.join(', ')}, separated by commas.`,
    };
  }
  return { value: FLAGS.filter((flag) => words.includes(flag)) };
});

/** Figures stay text here: their unit is known only once the measure is. Commentary is checked by its own importer. */
export const updateFields = rowSchema({
  code,
  period: period.optional(),
  actual: text.optional(),
  toDate: text.optional(),
  forecast: text.optional(),
  outturn: text.optional(),
  numerator: plainNumber.optional(),
  denominator: plainNumber.optional(),
  reason: choice(REASONS).optional(),
  provisional: yesNo.optional(),
  flags: flags.optional(),
  dataPeriod: period.optional(),
  context: text.optional(),
  actions: text.optional(),
  intervention: text.optional(),
  note: line(2_000).optional(),
  partOf: line(80).optional(),
  part: line(200).optional(),
});

export type UpdateFields = CheckedBy<typeof updateFields>;
