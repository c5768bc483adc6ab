import type { Facts } from '../../domain/facts.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { TargetRole } from '../../domain/target/target.ts';
import type { FileLimits } from '../../formats/limits.ts';
import type { Provenance } from '../provenance.ts';
import type { Column } from '../table/column.ts';
import { type CheckedBy, rowSchema } from '../table/field.ts';
import { choice, code, date, line, period, text } from '../table/fields.ts';
import { type Imported, importTable, type TableKind } from '../table/import-table.ts';
import { figureOf, type Known, MeasureFinder, passedOver } from '../table/known.ts';
import type { SourceFile } from '../table/read-table.ts';
import { toleranceFigure } from './tolerance-figure.ts';

/** One version of one promise, as a row of the file states it. */
export interface TargetRow {
  readonly row: number;
  readonly measure: string;
  readonly period: string;
  readonly role: TargetRole;
  readonly figure: TypedFigure;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
  readonly reason: string | null;
}

export const TARGET_COLUMNS: readonly Column[] = [
  {
    key: 'code',
    heading: 'Code',
    alsoCalled: ['Measure code', 'Measure', 'Ref', 'Reference'],
    required: true,
  },
  { key: 'title', heading: 'Title', alsoCalled: ['Measure title', 'Name'], shownOnly: true },
  { key: 'unit', heading: 'Unit', shownOnly: true },
  { key: 'period', heading: 'Period', alsoCalled: ['Reporting period'], required: true },
  { key: 'role', heading: 'Role', alsoCalled: ['Kind of target'] },
  { key: 'value', heading: 'Value', alsoCalled: ['Target'], required: true },
  { key: 'approvedBy', heading: 'Approved by' },
  { key: 'approvedOn', heading: 'Approved on' },
  { key: 'reason', heading: 'Reason', alsoCalled: ['Reason for change'] },
];

/** The named values of a target, as a list offers them. */
export const TARGET_ROLES: Readonly<Record<string, TargetRole>> = {
  Target: 'target',
  Floor: 'floor',
  Stretch: 'stretch',
  Low: 'low',
  High: 'high',
  Tolerance: 'tolerance',
  Baseline: 'baseline',
  Benchmark: 'benchmark',
};

const targetFields = rowSchema({
  code,
  period,
  role: choice(TARGET_ROLES).optional(),
  value: text.optional(),
  approvedBy: line(200).optional(),
  approvedOn: date.optional(),
  reason: line(2_000).optional(),
});

export interface TargetOptions {
  readonly known: Known;
  /** By which the authority judges: a tolerance is in the unit of its setting. */
  readonly scheme: StatusScheme;
  readonly limits?: FileLimits;
}

/** Reads a file of targets. All rows, or none and every problem. */
export function importTargets(file: SourceFile, options: TargetOptions): Promise<Imported<TargetRow>> {
  return importTable(file, targetsTable(options), options.limits);
}

export function targetsTable(options: TargetOptions): TableKind<CheckedBy<typeof targetFields>, TargetRow> {
  const finder = new MeasureFinder(options.known);
  return {
    sheet: 'Targets',
    columns: TARGET_COLUMNS,
    schema: targetFields,
    identity: (row) => [row.measure, `${row.period} ${row.role}`],
    rowOf: (fields, report, at) => {
      const measure = finder.find(fields.code, report);
      if (fields.value === undefined) return passedOver(report);
      if (measure === null) return null;
      const { value, period, reason = null } = fields;
      const figure =
        fields.role === 'tolerance'
          ? toleranceFigure({ value, period, reason }, measure, options.scheme, report)
          : figureOf(value, measure, 'value', report);
      if (figure === null) return null;
      return {
        row: at.row,
        measure: measure.code,
        period,
        role: fields.role ?? 'target',
        figure,
        approvedBy: fields.approvedBy ?? null,
        approvedOn: fields.approvedOn ?? null,
        reason,
      };
    },
  };
}

/** Names one promise, across its versions. */
export const targetKey = (target: Pick<TargetRow, 'measure' | 'period' | 'role'>): string =>
  JSON.stringify([target.measure, target.period, target.role]);

/** The facts that targets state; `versions` holds the latest version recorded so far, by `targetKey`. */
export function targetFacts(
  rows: readonly TargetRow[],
  from: Provenance,
  versions: ReadonlyMap<string, number> = new Map(),
): Pick<Facts, 'targets'> {
  return {
    targets: rows.map(({ row: _row, ...target }) => ({
      ...target,
      version: (versions.get(targetKey(target)) ?? 0) + 1,
      recordedAt: from.recordedAt,
    })),
  };
}
