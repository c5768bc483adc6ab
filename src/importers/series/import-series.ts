import type { Facts } from '../../domain/facts.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import type { FileLimits } from '../../formats/limits.ts';
import type { Provenance } from '../provenance.ts';
import type { Column } from '../table/column.ts';
import { type CheckedBy, rowSchema } from '../table/field.ts';
import { code, period, plainNumber, text } from '../table/fields.ts';
import { type Imported, importTable, type TableKind } from '../table/import-table.ts';
import { figureOf, type Known, MeasureFinder, passedOver } from '../table/known.ts';
import type { SourceFile } from '../table/read-table.ts';
import { targetKey } from '../targets/import-targets.ts';

/** One point of a measure's history. */
export interface SeriesRow {
  readonly row: number;
  readonly measure: string;
  readonly period: string;
  readonly value: TypedFigure;
  readonly target: TypedFigure | null;
  /** Plain decimal text. */
  readonly numerator: string | null;
  readonly denominator: string | null;
}

export const SERIES_COLUMNS: readonly Column[] = [
  {
    key: 'code',
    heading: 'Code',
    alsoCalled: ['Measure code', 'Measure', 'Ref', 'Reference'],
    required: true,
  },
  { key: 'period', heading: 'Period', alsoCalled: ['Reporting period'], required: true },
  { key: 'value', heading: 'Value', alsoCalled: ['Actual'], required: true },
  { key: 'target', heading: 'Target' },
  { key: 'numerator', heading: 'Numerator' },
  { key: 'denominator', heading: 'Denominator' },
];

const seriesFields = rowSchema({
  code,
  period,
  value: text.optional(),
  target: text.optional(),
  numerator: plainNumber.optional(),
  denominator: plainNumber.optional(),
});

export interface SeriesOptions {
  readonly known: Known;
  readonly limits?: FileLimits;
}

/** Reads a file of past values, one row for each measure and period. All rows, or none and every problem. */
export function importSeries(file: SourceFile, options: SeriesOptions): Promise<Imported<SeriesRow>> {
  return importTable(file, seriesTable(options), options.limits);
}

export function seriesTable(options: SeriesOptions): TableKind<CheckedBy<typeof seriesFields>, SeriesRow> {
  const finder = new MeasureFinder(options.known);
  return {
    sheet: 'Series',
    columns: SERIES_COLUMNS,
    schema: seriesFields,
    identity: (row) => [row.measure, row.period],
    rowOf: (fields, report, at) => {
      const measure = finder.find(fields.code, report);
      if (fields.value === undefined) return passedOver(report);
      if (measure === null) return null;
      const value = figureOf(fields.value, measure, 'value', report);
      const target = figureOf(fields.target, measure, 'target', report);
      if (value === null) return null;
      return {
        row: at.row,
        measure: measure.code,
        period: fields.period,
        value,
        target,
        numerator: fields.numerator ?? null,
        denominator: fields.denominator ?? null,
      };
    },
  };
}

/** The facts that a series states: in-period actuals, and the targets beside them where given. */
export function seriesFacts(
  rows: readonly SeriesRow[],
  from: Provenance,
  versions: ReadonlyMap<string, number> = new Map(),
): Pick<Facts, 'observations' | 'targets'> {
  const about = (row: SeriesRow) => ({
    measure: row.measure,
    period: row.period,
    recordedAt: from.recordedAt,
  });
  return {
    observations: rows.map((row) => ({
      ...about(row),
      role: 'actual',
      figure: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      dataPeriod: null,
      flags: [],
      parts: [],
      source: from.source,
      note: null,
    })),
    targets: rows.flatMap((row) =>
      row.target === null
        ? []
        : [
            {
              ...about(row),
              role: 'target' as const,
              figure: row.target,
              version:
                (versions.get(targetKey({ measure: row.measure, period: row.period, role: 'target' })) ?? 0) +
                1,
              approvedBy: null,
              approvedOn: null,
              reason: null,
            },
          ],
    ),
  };
}
