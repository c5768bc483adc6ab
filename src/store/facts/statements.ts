import type { Selectable } from 'kysely';
import type { Recorded, Statement } from '../../domain/facts.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';

export const statementTable: FactTable<Statement, 'statement'> = {
  table: 'statement',
  key: ['measure', 'period', 'subject'],
  keyOf: (statement) => [statement.measure, statement.period, statement.subject],
  content: ['stated'],
  contentOf: (statement) => [statement.stated],
  sourceOf: (statement) => statement.source,
};

export const statementFrom = (row: Selectable<Schema['statement']>): Recorded<Statement> => ({
  measure: row.measure,
  period: row.period,
  subject: row.subject as Statement['subject'],
  stated: row.stated,
  source: row.source,
  recordedAt: row.recorded_at,
});
