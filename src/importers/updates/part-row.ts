import type { ObservationPart, ObservationRole } from '../../domain/facts.ts';
import { toText } from '../../domain/number/decimal.ts';
import type { Figure } from '../../domain/number/figure.ts';
import type { UpdateRow } from './row.ts';

/** The figures that may be divided. A forecast is a judgement of the whole. */
export const DIVIDED = ['actual', 'toDate'] as const satisfies readonly ObservationRole[];
export type DividedRole = (typeof DIVIDED)[number];

/** The figure of a row that its numerator and denominator led to. */
export const roleOfCases = (row: Pick<UpdateRow, DividedRole>): DividedRole =>
  row.actual === null && row.toDate !== null ? 'toDate' : 'actual';

/** A row's figure as a part of the whole's figure of the same role; null where the row is no part, or has none. */
export function partIn(row: UpdateRow, role: DividedRole): ObservationPart | null {
  const value = textOf(row[role]);
  if (row.part === null || value === null) return null;
  const cases = role === roleOfCases(row);
  return {
    ...row.part,
    value,
    ...(cases && row.numerator !== null ? { numerator: row.numerator } : {}),
    ...(cases && row.denominator !== null ? { denominator: row.denominator } : {}),
  };
}

/** A figure as parts keep it: plain decimal text, or the code of a reason; null for what is neither. */
export function textOf(figure: Figure | null): string | null {
  if (figure?.kind === 'number') return toText(figure.value);
  return figure?.kind === 'missing' ? figure.reason : null;
}
