import type { Console } from '../console.ts';
import type { TypedRow } from '../series-input.ts';
import { byCode } from './grouped-rows.ts';
import { FigureRows } from './typed-figures.ts';

type Name = 'code' | 'count' | 'expected' | 'denominator' | 'reference_count' | 'reference_denominator';
type Input = FigureRows<Name>;

/** Events of an area beside those expected; null where a part of either is missing. */
export interface ExpectedArea {
  readonly code: string;
  readonly held: { readonly count: number; readonly expected: number } | null;
}

/**
 * Areas with what was observed and expected: either said, or worked out from people and the rates of a reference
 * population, summed over the rows of each area.
 */
export async function readExpected(console: Console): Promise<readonly ExpectedArea[]> {
  const input = await FigureRows.read<Name>(console, [
    { name: 'code', required: true, alsoCalled: ['area', 'period'] },
    { name: 'count', required: true, alsoCalled: ['numerator', 'events', 'observed'] },
    { name: 'expected' },
    { name: 'denominator', alsoCalled: ['population', 'of', 'n'] },
    { name: 'reference_count', alsoCalled: ['reference_events', 'x_ref'] },
    { name: 'reference_denominator', alsoCalled: ['reference_population', 'n_ref'] },
  ]);
  const said = input.has('expected');
  const first = input.rows[0];
  if (!said && first !== undefined && !(input.has('reference_count') && input.has('denominator'))) {
    const remedy = 'Add a column expected, or denominator, reference_count and reference_denominator.';
    input.refuse(first, 'expected', 'Nothing says how many events were expected.', remedy);
  }
  const areas = [...byCode(input.rows)].map(([code, rows]) => {
    const counts = rows.map((row) => input.count(row, 'count'));
    const expected = rows.map((row) => (said ? amount(input, row, 'expected') : fromReference(input, row)));
    const held = { count: sum(counts), expected: sum(expected) };
    const [row] = rows;
    if (held.expected === 0 && row !== undefined) {
      const message = `No event was expected in ${code}, so there is no ratio.`;
      input.refuse(row, said ? 'expected' : 'reference_count', message, 'Give what was expected, above 0.');
    }
    return {
      code,
      held:
        held.count === null || held.expected === null ? null : (held as { count: number; expected: number }),
    };
  });
  input.settle(console);
  return areas;
}

/** Null as soon as one is missing: a sum of what happens to be there would say less than there was. */
const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );

function amount(input: Input, row: TypedRow<Name>, column: Name): number | null {
  const text = input.decimal(row, column);
  if (text === null || Number(text) >= 0) return text === null ? null : Number(text);
  input.refuse(row, column, 'This is below 0.', 'Give a number from 0.');
  return null;
}

function fromReference(input: Input, row: TypedRow<Name>): number | null {
  const people = amount(input, row, 'denominator');
  const events = input.count(row, 'reference_count');
  const among = amount(input, row, 'reference_denominator');
  if (among === 0) {
    const message = 'There are no people that a rate could be of.';
    input.refuse(row, 'reference_denominator', message, 'Give a number above 0.');
    return null;
  }
  return people === null || events === null || among === null ? null : (people * events) / among;
}
