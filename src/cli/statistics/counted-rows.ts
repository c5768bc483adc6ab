import type { Console } from '../console.ts';
import { FigureRows } from './typed-figures.ts';

export type CountKind = 'proportion' | 'rate';
export const countKinds: readonly CountKind[] = ['proportion', 'rate'];

/** A row with what was counted and out of, or in, how many; null where either is missing, which is not zero. */
export interface CountedRow {
  readonly code: string;
  readonly counted: { readonly count: number; readonly of: number } | null;
}

/** Rows of code, count and denominator, each checked for what a proportion or a rate can be. */
export async function readCounted(console: Console, kind: CountKind): Promise<readonly CountedRow[]> {
  const input = await FigureRows.read(console, [
    { name: 'code', required: true, alsoCalled: ['area', 'period'] },
    { name: 'count', required: true, alsoCalled: ['numerator', 'events'] },
    { name: 'denominator', required: true, alsoCalled: ['of', 'population', 'n'] },
  ]);
  const rows = input.rows.map((row) => {
    const [countText, ofText] = [input.decimal(row, 'count'), input.decimal(row, 'denominator')];
    const code = row.values.code ?? '';
    if (countText === null || ofText === null) return { code, counted: null };
    const [count, of] = [Number(countText), Number(ofText)];
    if (!Number.isSafeInteger(count) || count < 0) {
      input.refuse(
        row,
        'count',
        'A count is a whole number from 0.',
        'Give the cases, not a percentage or a rate.',
      );
    } else if (!(of > 0) || (kind === 'proportion' && !Number.isSafeInteger(of))) {
      input.refuse(
        row,
        'denominator',
        'This cannot be counted out of.',
        'Give a number above 0, whole for a proportion.',
      );
    } else if (kind === 'proportion' && count > of) {
      input.refuse(
        row,
        'count',
        `More were counted than the ${ofText} there are.`,
        'Correct one, or use --kind rate.',
      );
    }
    return { code, counted: { count, of } };
  });
  input.settle(console);
  return rows;
}
