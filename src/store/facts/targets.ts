import type { Selectable } from 'kysely';
import type { Recorded } from '../../domain/facts.ts';
import type { TargetRole, TargetVersion } from '../../domain/target/target.ts';
import type { Schema } from '../schema.ts';
import type { FactTable } from './fact-table.ts';
import { FIGURE_COLUMNS, figureFromColumns, figureToColumns } from './figure-columns.ts';

export const targetTable: FactTable<TargetVersion, 'target_version'> = {
  table: 'target_version',
  key: ['measure', 'period', 'role', 'version'],
  keyOf: (target) => [target.measure, target.period, target.role, String(target.version)],
  content: [...FIGURE_COLUMNS, 'approved_by', 'approved_on', 'reason', 'effective_from', 'decision'],
  added: 2,
  contentOf: (target) => [
    ...figureToColumns(target.figure),
    target.approvedBy,
    target.approvedOn,
    target.reason,
    target.effectiveFrom ?? null,
    target.decision ?? null,
  ],
};

export const targetFrom = (row: Selectable<Schema['target_version']>): Recorded<TargetVersion> => ({
  measure: row.measure,
  period: row.period,
  role: row.role as TargetRole,
  figure: figureFromColumns(row),
  version: row.version,
  approvedBy: row.approved_by,
  approvedOn: row.approved_on,
  reason: row.reason,
  ...decidedFrom(row),
  recordedAt: row.recorded_at,
});

/** When it took effect and by which decision: said only of a promise that replaced another. */
export const decidedFrom = (row: {
  effective_from: string | null;
  decision: string | null;
}): Pick<TargetVersion, 'effectiveFrom' | 'decision'> => ({
  ...(row.effective_from === null ? {} : { effectiveFrom: row.effective_from }),
  ...(row.decision === null ? {} : { decision: row.decision }),
});
