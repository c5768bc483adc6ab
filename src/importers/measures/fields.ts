import { readDate } from '../../domain/number/date.ts';
import { parsePeriod } from '../../domain/period/parse.ts';
import { type CheckedBy, field, rowSchema } from '../table/field.ts';
import { choice, code, date, line, list, plainNumber, yesNo } from '../table/fields.ts';
import { sentenceAndRemedy } from '../table/sentence.ts';
import { FREQUENCY_WORDS, KIND_WORDS, PERIOD_BASIS_WORDS, POLARITY_WORDS } from './words.ts';

const MOST_DECIMALS = 6;

const decimals = field((typed) =>
  /^\d$/.test(typed.trim()) && Number(typed) <= MOST_DECIMALS
    ? { value: Number(typed) }
    : { message: 'The number of decimals is a whole number.', remedy: `Type 0 to ${MOST_DECIMALS}.` },
);

/** The last day a measure reports on: people name the period, our own templates the day. */
const lastDay = field((typed) => {
  const named = parsePeriod(typed.trim());
  if ('period' in named) return { value: named.period.end };
  const day = readDate(typed.trim());
  if (day !== null && 'date' in day) return { value: day.date };
  return sentenceAndRemedy(named.problem, 'Type the last period as 2017-18/Q4, or its last day.');
});

const definitionText = line(20_000).optional();

export const measureFields = rowSchema({
  code,
  title: line(500),
  aliases: list.optional(),
  directorate: line(200),
  service: line(200).optional(),
  unit: line(500),
  decimals: decimals.optional(),
  polarity: choice(POLARITY_WORDS).optional(),
  frequency: choice(FREQUENCY_WORDS).optional(),
  periodBasis: choice(PERIOD_BASIS_WORDS).optional(),
  kind: choice(KIND_WORDS).optional(),
  owner: line(200).optional(),
  themes: list.optional(),
  validFrom: date.optional(),
  retiredAfter: lastDay.optional(),
  scorecard: line(200).optional(),
  order: plainNumber.optional(),
  meaning: definitionText,
  rationale: definitionText,
  formula: definitionText,
  numerator: definitionText,
  denominator: definitionText,
  exclusions: definitionText,
  source: definitionText,
  lag: definitionText,
  limitations: definitionText,
  breaksSeries: yesNo.optional(),
  note: line(2_000).optional(),
});

export type MeasureFields = CheckedBy<typeof measureFields>;
