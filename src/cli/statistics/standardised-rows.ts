import {
  type AgeBand,
  ageBand,
  standardPeople,
} from '../../domain/statistics/interval/standard-population.ts';
import type { StandardisedPart } from '../../domain/statistics/interval/standardised.ts';
import type { Console } from '../console.ts';
import type { TypedRow } from '../series-input.ts';
import { byCode } from './grouped-rows.ts';
import { FigureRows } from './typed-figures.ts';

type Name = 'code' | 'age' | 'count' | 'denominator' | 'weight';
type Row = TypedRow<Name>;

export interface StandardisedArea {
  readonly code: string;
  readonly parts: readonly StandardisedPart[];
}

/**
 * Areas with their age bands: weights from the European Standard Population, or as each row gives them. Every area has
 * the same bands, so that their rates may be compared; bands do not overlap.
 */
export async function readStandardised(console: Console): Promise<readonly StandardisedArea[]> {
  const input = await FigureRows.read<Name>(console, [
    { name: 'code', required: true, alsoCalled: ['area', 'period'] },
    { name: 'age', alsoCalled: ['age_band', 'ageband', 'band', 'part'] },
    { name: 'count', required: true, alsoCalled: ['numerator', 'events'] },
    { name: 'denominator', required: true, alsoCalled: ['population', 'of', 'n'] },
    { name: 'weight', alsoCalled: ['standard_population', 'stdpop'] },
  ]);
  const own = input.has('weight');
  const groups = [...byCode(input.rows)];
  const areas = groups.map(([code, rows]) => ({ code, parts: rows.map((row) => partOf(input, row, own)) }));
  sameParts(input, groups);
  if (!own) for (const [, rows] of groups) noOverlap(input, rows);
  input.settle(console);
  return areas;
}

function partOf(input: FigureRows<Name>, row: Row, own: boolean): StandardisedPart {
  const count = input.count(row, 'count');
  if ((row.values.count ?? '').trim() === '') {
    const message = 'An empty count is read as no events, as the national method for this rate has it.';
    input.warn(row, 'count', message, 'Give the count if there were any.');
  }
  const population = above0(input, row, 'denominator', 'There are no people that a rate could be of.');
  const weight = own
    ? above0(input, row, 'weight', 'This row has no weight, and others have one.')
    : standardWeight(input, row);
  return { count, population, weight };
}

/** A number above 0; 1 where it was refused, which nothing is worked out from. */
function above0(
  input: FigureRows<Name>,
  row: Row,
  column: 'denominator' | 'weight',
  message: string,
): number {
  const typed = (row.values[column] ?? '').trim();
  const text = input.decimal(row, column);
  if (text !== null && Number(text) > 0) return Number(text);
  if (text !== null || typed === '')
    input.refuse(row, column, message, 'Give a number above 0 in every row.');
  return 1;
}

function standardWeight(input: FigureRows<Name>, row: Row): number {
  const band = ageBand(row.values.age ?? '');
  if (band === null) {
    const remedy = 'Write 0-4, 5-9 … 90+, or give a weight in every row.';
    input.refuse(row, 'age', 'This is no age band.', remedy);
    return 1;
  }
  const people = standardPeople(band);
  if (people !== null) return people;
  const remedy = 'Use its bands or whole ones together (0-4, 5-9 … 90+), or give a weight in every row.';
  input.refuse(row, 'age', 'This band cuts a band of the European Standard Population in two.', remedy);
  return 1;
}

const nameOf = (row: Row): string => {
  const text = (row.values.age ?? '').trim();
  const band = ageBand(text);
  return band === null ? text : `${band.from} to ${band.to ?? 'the end'}`;
};

function sameParts(input: FigureRows<Name>, groups: readonly (readonly [string, readonly Row[]])[]): void {
  const [first] = groups;
  if (first === undefined) return;
  const [firstCode, firstRows] = first;
  const wanted = new Set(firstRows.map(nameOf));
  for (const [code, rows] of groups) {
    const seen = new Set<string>();
    for (const row of rows) {
      const name = nameOf(row);
      if (seen.has(name) && name !== '')
        input.refuse(row, 'age', `${code} has this part twice.`, 'Keep one of them.');
      else if (!wanted.has(name)) {
        input.refuse(row, 'age', `${firstCode} has no such part.`, 'Give every area the same parts.');
      }
      seen.add(name);
    }
    const [row] = rows;
    const lacking = [...wanted].filter((name) => !seen.has(name) && name !== '');
    if (row !== undefined && (lacking.length > 0 || rows.length < firstRows.length)) {
      const what = lacking.length > 0 ? `: ${lacking.join(', ')}` : '';
      input.refuse(
        row,
        'code',
        `Parts that ${firstCode} has are missing${what}.`,
        'Give every area the same parts.',
      );
    }
  }
}

function noOverlap(input: FigureRows<Name>, rows: readonly Row[]): void {
  const bands = rows.flatMap((row) => {
    const band = ageBand(row.values.age ?? '');
    return band === null ? [] : [{ row, band }];
  });
  bands.forEach(({ row, band }, at) => {
    const other = bands
      .slice(0, at)
      .find((each) => overlap(each.band, band) && nameOf(each.row) !== nameOf(row));
    if (other === undefined) return;
    const message = `These ages are in row ${other.row.row} too.`;
    input.refuse(row, 'age', message, 'Give bands that do not overlap.');
  });
}

const overlap = (one: AgeBand, two: AgeBand): boolean =>
  one.from <= (two.to ?? Number.POSITIVE_INFINITY) && two.from <= (one.to ?? Number.POSITIVE_INFINITY);
