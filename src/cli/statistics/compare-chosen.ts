import type { CountKind } from './counted-rows.ts';

export type Better = 'higher' | 'lower' | 'none';

/** One row of a comparison as it is printed. */
export type Line = Readonly<Record<string, string | null>>;

export interface Chosen {
  readonly kind: CountKind;
  readonly better: Better;
  readonly level: number;
  readonly per: number;
}

/** What a move means, once which way is good is known. */
export function verdictOf(moved: 'up' | 'down' | 'noSignificantChange', better: Better): string {
  if (moved === 'noSignificantChange' || better === 'none') return moved;
  return (moved === 'up') === (better === 'higher') ? 'better' : 'worse';
}
