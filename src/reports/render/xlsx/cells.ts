import type { CellLook, SheetCell } from '../../../formats/xlsx/workbook-contents.ts';
import type { FigureCell } from '../../model/report.ts';
import { numberFormat } from './number-format.ts';

/** What a spreadsheet can keep of a number. */
const DIGITS = 15;

/** The same number in the digits that a spreadsheet keeps: a ratio of two counts may have no end. */
export function significant(exact: string): string {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(exact) ?? [];
  const leading = `${whole}${part}`.match(/^0*/)?.[0].length ?? 0;
  const surplus = whole.length + part.length - leading - DIGITS;
  if (surplus <= 0 || surplus > part.length) return exact;
  const cut = BigInt(`${whole}${part}`.slice(0, -surplus));
  const up = Number(`${whole}${part}`.at(-surplus)) >= 5 ? 1n : 0n;
  const places = part.length - surplus;
  const digits = String(cut + up).padStart(places + 1, '0');
  return `${sign}${digits.slice(0, digits.length - places)}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

/** `a percentage` in a column of its own. */
export const unitName = (unit: string): string => unit.replace(/^an? /, '');

const QUIET = '505A5F';
const LONGEST = 32_000;

const TOP: CellLook = { vertical: 'top', border: 'D5DADD' };
const WRAPPED: CellLook = { ...TOP, wrap: true };

/** Keeps the lines of the table whole where there is nothing to say. */
export const EMPTY: SheetCell = { kind: 'empty', style: TOP };

/** A text that stays a text, whatever it begins with; nothing where there is none. */
export function text(value: string | null, style: CellLook = WRAPPED): SheetCell | null {
  if (value === null || value === '') return null;
  const fitting = value.length > LONGEST ? `${value.slice(0, LONGEST)}… (the rest is in the report)` : value;
  return { kind: 'text', text: fitting, style };
}

export const number = (exact: string, format: string): SheetCell => ({
  kind: 'number',
  text: exact,
  style: { ...TOP, format, horizontal: 'right' },
});

export const count = (value: number, look: CellLook = {}): SheetCell => ({
  kind: 'number',
  text: String(value),
  style: { format: '0', horizontal: 'right', ...look },
});

export const heading = (value: string, horizontal: 'left' | 'center' | 'right' = 'left'): SheetCell => ({
  kind: 'text',
  text: value,
  style: { bold: true, fill: 'E3E8EC', border: '8A949B', wrap: true, vertical: 'bottom', horizontal },
});

/** A figure as what it is: a number to reckon with, a date, a step, or in words that there is none. */
export function figure({ kind, exact, format, display }: FigureCell): SheetCell | null {
  if (kind === 'number' && exact !== null && format !== null)
    return number(significant(exact), numberFormat(format));
  if (kind === 'date' && exact !== null)
    return { kind: 'date', date: exact, style: { ...TOP, format: 'dd-mmm-yyyy', horizontal: 'right' } };
  return text(display, { ...WRAPPED, horizontal: 'right', ...(kind === 'missing' ? { colour: QUIET } : {}) });
}
