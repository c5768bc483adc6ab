import type { Selectable } from 'kysely';
import type { Observation, Recorded } from '../../domain/facts.ts';
import { isMissingReason } from '../../domain/number/missing-words.ts';
import { canonicalJson, isPlainDecimal } from '../canonical.ts';
import { StoreProblem } from '../problem.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';
import { FIGURE_COLUMNS, figureFromColumns, figureToColumns } from './figure-columns.ts';

export const observationTable: FactTable<Observation, 'observation'> = {
  table: 'observation',
  key: ['measure', 'period', 'role'],
  keyOf: (observation) => [observation.measure, observation.period, observation.role],
  content: [...FIGURE_COLUMNS, 'numerator', 'denominator', 'data_period', 'flags', 'parts', 'note'],
  contentOf: (observation) => [
    ...figureToColumns(observation.figure),
    plain(observation, 'numerator'),
    plain(observation, 'denominator'),
    observation.dataPeriod,
    canonicalJson(observation.flags),
    canonicalJson(plainParts(observation)),
    observation.note,
  ],
  sourceOf: (observation) => observation.source,
};

/** The column is a number, which keeps the digits of a plain decimal as they are written. */
function plain(observation: Observation, name: 'numerator' | 'denominator'): string | null {
  const text = observation[name];
  if (text === null || isPlainDecimal(text)) return text;
  throw new StoreProblem(
    'unusableFact',
    `The ${name} of ${observation.measure} for ${observation.period} is ${JSON.stringify(text)}, which is not a plain ` +
      'decimal. Write it with digits and at most one point, such as 1234.5.',
  );
}

/** Within JSON nothing else keeps a value from being unreadable later. */
function plainParts({ measure, period, parts }: Observation): Observation['parts'] {
  for (const { name, value, numerator = '0', denominator = '0' } of parts) {
    const wrong = [value, numerator, denominator].find(
      (text) => !isPlainDecimal(text) && !(text === value && isMissingReason(text)),
    );
    if (wrong === undefined) continue;
    throw new StoreProblem(
      'unusableFact',
      `The part ${name} of ${measure} for ${period} holds ${JSON.stringify(wrong)}, which is not a plain decimal. ` +
        'Write it with digits and at most one point, such as 1234.5.',
    );
  }
  return parts;
}

export const observationFrom = (row: Selectable<Schema['observation']>): Recorded<Observation> => ({
  measure: row.measure,
  period: row.period,
  role: row.role as Observation['role'],
  figure: figureFromColumns(row),
  numerator: row.numerator,
  denominator: row.denominator,
  dataPeriod: row.data_period,
  flags: row.flags as Observation['flags'],
  parts: row.parts as Observation['parts'],
  source: row.source,
  note: row.note,
  recordedAt: row.recorded_at,
});
