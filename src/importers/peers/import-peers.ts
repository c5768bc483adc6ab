import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { formatFigure } from '../../domain/number/format.ts';
import { versionFollowed } from '../../domain/peers/comparable.ts';
import { countsBehind, type WhyNoCounts } from '../../domain/peers/counts.ts';
import type { PeerArea } from '../../domain/peers/peer-group.ts';
import type { PeerKind, PeerValue } from '../../domain/peers/peer-value.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { FileLimits } from '../../formats/limits.ts';
import type { Provenance } from '../provenance.ts';
import type { CheckedBy } from '../table/field.ts';
import { type Imported, importTable, type RowReport, type TableKind } from '../table/import-table.ts';
import { figureOf, type Known, MeasureFinder } from '../table/known.ts';
import type { SourceFile } from '../table/read-table.ts';
import { PEER_COLUMNS, peerFields } from './columns.ts';

/** What an area has of a measure in a period, as a row of the file states it. */
export interface PeerRow {
  readonly row: number;
  readonly measure: string;
  readonly period: string;
  readonly area: PeerArea;
  readonly kind: PeerKind;
  readonly value: TypedFigure;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly sameDefinition: boolean;
  readonly definitionNote: string | null;
  readonly follows: string;
  readonly publication: string;
  readonly publishedOn: string;
}

export interface PeerOptions {
  readonly known: Known;
  /** The first days of the versions of each measure, by its code. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
  readonly limits?: FileLimits;
}

/** Reads a file of what others have. All rows, or none and every problem. */
export function importPeers(file: SourceFile, options: PeerOptions): Promise<Imported<PeerRow>> {
  return importTable(file, peersTable(options), options.limits);
}

export function peersTable(options: PeerOptions): TableKind<CheckedBy<typeof peerFields>, PeerRow> {
  const finder = new MeasureFinder(options.known);
  const areas = new AreaNames();
  const blank = { first: 0, rows: 0 };
  return {
    sheet: 'Peers',
    columns: PEER_COLUMNS,
    schema: peerFields,
    identity: (row) => [row.measure, `${row.period}, ${row.area.name} (${row.area.code})`],
    rowOf: (fields, report, at) => {
      const measure = finder.find(fields.code, report);
      if (fields.value === undefined) {
        blank.first ||= at.row;
        blank.rows += 1;
        return null;
      }
      mustSayHow(fields, report);
      const needed = neededOf(fields, report);
      if (needed !== null) areas.check(needed.area, at.row, report);
      if (measure === null || needed === null) return null;
      const value = figureOf(fields.value, measure, 'value', report);
      if (value === null) return null;
      const held = {
        figure: value,
        numerator: fields.numerator ?? null,
        denominator: fields.denominator ?? null,
      };
      checkCases(held, measure, report);
      const { figure: _figure, ...cases } = held;
      return {
        row: at.row,
        measure: measure.code,
        period: fields.period,
        kind: fields.kind ?? 'council',
        value,
        ...cases,
        sameDefinition: fields.sameDefinition ?? true,
        definitionNote: fields.definitionNote ?? null,
        follows: versionFollowed(
          options.versions.get(measure.code) ?? [measure.validFrom],
          periodOf(fields.period).end,
        ),
        ...needed,
      };
    },
    // A template has a row for every council and measure: that most are blank is said once.
    atEnd: (reportOn) => {
      if (blank.rows === 0) return;
      const others =
        blank.rows === 1 ? 'The row has' : `${blank.rows} rows, of which this is the first, have`;
      reportOn(blank.first).warning('value', {
        message: `${others} no value and ${blank.rows === 1 ? 'was' : 'were'} passed over.`,
        remedy: 'Fill in the value if there is one.',
      });
    },
  };
}

/** The values that the rows state. */
export const peerValues = (rows: readonly PeerRow[], from: Provenance): PeerValue[] =>
  rows.map(({ row: _row, value, ...stated }) => ({ ...stated, figure: value, source: from.source }));

/** What a value needs beside it: without its council it is nobody's, without its source nobody could check it. */
function neededOf(
  { area, areaName, publication, publishedOn }: CheckedBy<typeof peerFields>,
  report: RowReport,
) {
  const remedy = 'Fill in the cell, or clear the value.';
  for (const [key, text] of Object.entries({ area, areaName, publication, publishedOn })) {
    if (text === undefined)
      report.error(key, { message: 'The cell is blank, and the row has a value.', remedy });
  }
  if (area === undefined || areaName === undefined) return null;
  if (publication === undefined || publishedOn === undefined) return null;
  return { area: { code: area, name: areaName }, publication, publishedOn };
}

/** One code has one name in a file: two are a slip in one of them, and nobody would see which council is meant. */
class AreaNames {
  readonly #names = new Map<string, { name: string; row: number }>();

  check(area: PeerArea, row: number, report: RowReport): void {
    const before = this.#names.get(area.code);
    if (before === undefined) this.#names.set(area.code, { name: area.name, row });
    else if (before.name.toLowerCase() !== area.name.toLowerCase()) {
      report.error('areaName', {
        message: `${area.code} is called “${before.name}” in row ${before.row}.`,
        remedy: 'Correct the code or the name: one code is one council.',
      });
    }
  }
}

function mustSayHow(
  { sameDefinition, definitionNote }: CheckedBy<typeof peerFields>,
  report: RowReport,
): void {
  if (sameDefinition !== false || definitionNote !== undefined) return;
  report.error('sameDefinition', {
    message: 'The row says that the value counts otherwise, and not how.',
    remedy: 'Fill in Definition note.',
  });
}

/** Cases that are given are checked here, so that every interval of a comparison holds the value it is about. */
function checkCases(
  held: { figure: TypedFigure; numerator: string | null; denominator: string | null },
  measure: MeasureVersion,
  report: RowReport,
): void {
  const { figure, numerator, denominator } = held;
  if (numerator === null && denominator === null) return;
  if (numerator === null || denominator === null) {
    report.error(numerator === null ? 'numerator' : 'denominator', {
      message: 'The row gives one of numerator and denominator without the other.',
      remedy: 'Fill in both, or neither.',
    });
    return;
  }
  if (figure.kind !== 'number') return;
  const found = countsBehind(held, measure.unit);
  if (typeof found !== 'string' || found === 'unit' || found === 'notHeld') return;
  report.error(found === 'disagree' ? 'value' : 'numerator', said(found, held, measure));
}

function said(
  found: Exclude<WhyNoCounts, 'unit' | 'notHeld'>,
  {
    figure,
    numerator,
    denominator,
  }: { figure: TypedFigure; numerator: string | null; denominator: string | null },
  { unit }: MeasureVersion,
): { message: string; remedy: string } {
  const cases = `${numerator} of ${denominator}`;
  if (found === 'notWhole') {
    return {
      message: `${cases} are not whole cases out of some that there are.`,
      remedy:
        'Give whole numbers, the denominator above 0; or leave both blank where only the value was published.',
    };
  }
  if (found === 'moreThanThereAre') {
    return {
      message: `${cases}: more were counted than there are.`,
      remedy: 'Correct the one that is wrong.',
    };
  }
  return {
    message: `${formatFigure(figure, unit)} is not what ${cases} come to.`,
    remedy:
      'Correct the one that is wrong; leave numerator and denominator blank where they were published rounded.',
  };
}
