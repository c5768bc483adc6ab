import type { Console } from '../console.ts';
import type { TypedRow } from '../series-input.ts';
import { FigureRows } from './typed-figures.ts';

export type CountKind = 'proportion' | 'rate';
export const countKinds: readonly CountKind[] = ['proportion', 'rate'];

/** A row with what was counted and out of, or in, how many; null where either is missing, which is not zero. */
export interface CountedRow {
  readonly code: string;
  readonly counted: { readonly count: number; readonly of: number } | null;
}

type Name = 'code' | 'count' | 'denominator';

/** Rows of code, count and denominator, each checked for what a proportion or a rate can be. */
export async function readCounted(
  console: Console,
  kind: CountKind,
  { once = false }: { once?: boolean } = {},
): Promise<readonly CountedRow[]> {
  const input = await FigureRows.read(console, [
    { name: 'code', required: true, alsoCalled: ['area', 'period'] },
    { name: 'count', required: true, alsoCalled: ['numerator', 'events'] },
    { name: 'denominator', required: true, alsoCalled: ['of', 'population', 'n'] },
  ]);
  if (once) input.once('code');
  const rows = input.rows.map((row) => ({
    code: row.values.code ?? '',
    counted: countedIn(input, row, kind),
  }));
  input.settle(console);
  return rows;
}

/** What a row counted; each of its mistakes is said, not the first alone. */
export function countedIn<Names extends string>(
  input: FigureRows<Names | Name>,
  row: TypedRow<Names | Name>,
  kind: CountKind,
): CountedRow['counted'] {
  const count = input.count(row, 'count');
  const ofText = input.decimal(row, 'denominator');
  const of = ofText === null ? null : Number(ofText);
  if (of !== null && !(of > 0 && (kind === 'rate' || Number.isSafeInteger(of)))) {
    const remedy = 'Give a number above 0, whole for a proportion; leave it empty where it is missing.';
    input.refuse(row, 'denominator', 'This cannot be counted out of.', remedy);
    return null;
  }
  if (count === null || of === null) return null;
  if (kind === 'proportion' && count > of) {
    const remedy = 'Correct one, or use --kind rate.';
    input.refuse(row, 'count', `More were counted than the ${ofText} there are.`, remedy);
    return null;
  }
  return { count, of };
}
