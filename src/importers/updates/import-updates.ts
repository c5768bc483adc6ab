import type { ObservationFlag } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { missing, type TypedFigure } from '../../domain/number/figure.ts';
import { missingInWords } from '../../domain/number/missing-words.ts';
import type { FileLimits } from '../../formats/limits.ts';
import { type Imported, importTable, type RowReport, type TableKind } from '../table/import-table.ts';
import { figureOf, type Known, MeasureFinder } from '../table/known.ts';
import type { SourceFile } from '../table/read-table.ts';
import { Breakdowns } from './breakdowns.ts';
import { UPDATE_COLUMNS } from './columns.ts';
import { type CommentaryColumns, type CommentaryReader, commentaryReader } from './commentary-reader.ts';
import { type UpdateFields, updateFields } from './fields.ts';
import { partReader } from './part-fields.ts';
import type { UpdateRow } from './row.ts';

export interface UpdateOptions extends CommentaryColumns {
  readonly known: Known;
  /** The period of rows that state none (`--period`). */
  readonly period?: string;
  readonly limits?: FileLimits;
}

/** Reads a file of updates: actuals, forecasts and commentary. All rows, or none and every problem. */
export function importUpdates(file: SourceFile, options: UpdateOptions): Promise<Imported<UpdateRow>> {
  return importTable(file, updatesTable(options), options.limits);
}

export function updatesTable(options: UpdateOptions): TableKind<UpdateFields, UpdateRow> {
  const finder = new MeasureFinder(options.known);
  const read = commentaryReader(options);
  const readPart = partReader();
  const breakdowns = new Breakdowns();
  return {
    sheet: 'Updates',
    columns: UPDATE_COLUMNS,
    schema: updateFields,
    headed: (keys) => {
      breakdowns.watching = keys.has('part');
    },
    identity: (row) => [
      row.measure,
      row.part === null ? row.period : `${row.period}, ${row.part.kind} ${row.part.name}`,
    ],
    atEnd: (reportOn) => breakdowns.check(reportOn),
    rowOf: (fields, report, at) => {
      const measure = finder.find(fields.code, report);
      const period = fields.period ?? options.period;
      if (period === undefined) {
        report.error('period', {
          message: 'The row does not say which period it is about.',
          remedy: 'Add a Period column (2018-19/Q2), or give the period for the whole file.',
        });
      }
      if (measure === null || period === undefined) return null;
      if (isUntouched(fields)) {
        report.warning('code', {
          message: `Nothing is filled in for ${measure.code}; the row was passed over.`,
          remedy: 'Fill in an actual, or a reason for no figure.',
        });
        if (fields.part === undefined) breakdowns.blankWhole({ row: at.row, measure: measure.code, period });
        return null;
      }
      if (standsAlone(fields)) {
        report.error('actual', {
          message: 'The row has a numerator, a denominator or a note, but no figure that it belongs to.',
          remedy: 'Fill in the actual (or the to-date figure), or give the reason for no figure.',
        });
      }
      const part = readPart(fields, measure, report);
      if (part === undefined) {
        breakdowns.refusedPart(measure, period);
        return null;
      }
      if (part === null && needsToDate(fields, measure, period)) {
        report.warning('actual', {
          message: `${measure.code} is reported from the start of the year, and the row gives only the period alone, from which that cannot be worked out.`,
          remedy: 'Fill in To date as well, or the numerator and denominator of every period of the year.',
        });
      }
      const contents = contentsOf(fields, measure, read, report);
      const row: UpdateRow = { row: at.row, measure: measure.code, period, part, ...contents };
      if (part === null) breakdowns.whole(row, isRead(row, fields));
      else breakdowns.part(row, measure, isRead(row, fields));
      return row;
    },
  };
}

/** Counts add up over the year, and ratios do where their cases are given; nothing else does. */
function needsToDate(fields: UpdateFields, { periodBasis, unit }: MeasureVersion, period: string): boolean {
  if (periodBasis !== 'toDate' || fields.actual === undefined || fields.toDate !== undefined) return false;
  if (unit.kind === 'number' || unit.kind === 'currency') return false;
  return fields.denominator === undefined && !/\/(?:Q1|M01|H1)$/.test(period);
}

const INPUTS = [
  'actual',
  'toDate',
  'forecast',
  'outturn',
  'numerator',
  'denominator',
  'reason',
  'context',
  'actions',
] as const;

const isUntouched = (fields: UpdateFields): boolean =>
  INPUTS.every((key) => fields[key] === undefined) &&
  fields.intervention === undefined &&
  fields.note === undefined;

/** Whether every figure typed on the row could be read. */
const isRead = (row: UpdateRow, fields: UpdateFields): boolean =>
  (fields.actual === undefined || row.actual !== null) &&
  (fields.toDate === undefined || row.toDate !== null);

const FIGURES = ['actual', 'toDate', 'forecast', 'outturn', 'reason'] as const;

/** What is kept with a figure has nowhere to be kept without one. */
const standsAlone = (fields: UpdateFields): boolean =>
  (fields.numerator ?? fields.denominator ?? fields.note) !== undefined &&
  FIGURES.every((key) => fields[key] === undefined);

function contentsOf(
  fields: UpdateFields,
  measure: MeasureVersion,
  read: CommentaryReader,
  report: RowReport,
) {
  const figure = (key: 'actual' | 'toDate' | 'forecast' | 'outturn') =>
    figureOf(fields[key], measure, key, report);
  return {
    actual: actualOf(figure('actual'), fields, report),
    toDate: figure('toDate'),
    forecast: figure('forecast'),
    outturn: figure('outturn'),
    numerator: fields.numerator ?? null,
    denominator: fields.denominator ?? null,
    dataPeriod: fields.dataPeriod ?? null,
    flags: flagsOf(fields),
    note: fields.note ?? null,
    context: read(fields.context, 'context', report),
    actions: read(fields.actions, 'actions', report),
    intervention: read(fields.intervention, 'intervention', report),
  };
}

/** A reason stands in for the actual, never beside one: a blank is no zero, and a figure needs no excuse. */
function actualOf(actual: TypedFigure | null, fields: UpdateFields, report: RowReport): TypedFigure | null {
  if (fields.reason === undefined) return actual;
  if (actual === null || actual.kind === 'missing')
    return missing(fields.reason, missingInWords(fields.reason));
  report.error('reason', {
    message: 'The row gives both an actual and a reason for having none.',
    remedy: 'Keep the one that is right and clear the other.',
  });
  return null;
}

function flagsOf(fields: UpdateFields): readonly ObservationFlag[] {
  const flags = fields.flags ?? [];
  return fields.provisional === true && !flags.includes('provisional') ? ['provisional', ...flags] : flags;
}
