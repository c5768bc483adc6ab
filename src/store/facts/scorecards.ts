import type { Selectable } from 'kysely';
import type { Scorecard } from '../../domain/facts.ts';
import { canonicalJson, isPlainDecimal } from '../canonical.ts';
import { StoreProblem } from '../problem.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';

export const scorecardTable: FactTable<Scorecard, 'scorecard_version'> = {
  table: 'scorecard_version',
  key: ['code', 'valid_from'],
  keyOf: (scorecard) => [scorecard.code, scorecard.validFrom],
  content: ['name', 'measures', 'exceptions_only', 'overrides'],
  contentOf: (scorecard) => [
    scorecard.name,
    canonicalJson(scorecard.measures),
    String(scorecard.exceptionsOnly),
    canonicalJson(plainOverrides(scorecard)),
  ],
};

function plainOverrides({ name, overrides }: Scorecard): Scorecard['overrides'] {
  const wrong = overrides.find(({ value }) => !isPlainDecimal(value));
  if (wrong === undefined) return overrides;
  throw new StoreProblem(
    'unusableFact',
    `The setting “${wrong.parameter}” of the scorecard ${name} is ${JSON.stringify(wrong.value)}, which is not a ` +
      'plain decimal. Write it with digits and at most one point, such as 7.5.',
  );
}

export const scorecardFrom = (row: Selectable<Schema['scorecard_version']>): Scorecard => ({
  code: row.code,
  name: row.name,
  validFrom: row.valid_from,
  measures: row.measures as string[],
  exceptionsOnly: row.exceptions_only,
  overrides: row.overrides as Scorecard['overrides'],
});
