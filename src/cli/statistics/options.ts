import { type Decimal, decimal, divideTo, hundred, toText } from '../../domain/number/decimal.ts';
import { decimalOf } from '../../domain/statistics/float-text.ts';
import { rate } from '../../domain/statistics/interval/events.ts';
import { wilson } from '../../domain/statistics/interval/wilson.ts';
import { UsageError } from '../console.ts';
import type { CountKind } from './counted-rows.ts';
import { optionDecimal } from './typed-figures.ts';

/** A level typed as a percentage, from 90 to below 100, as a share. */
export function levelOf(typed: string): number {
  const share = Number(toText(divideTo(decimal(optionDecimal('level', typed)), hundred, 12)));
  if (!(share >= 0.9 && share < 1))
    throw new UsageError('--level is a percentage from 90 to below 100, as 95 or 99.8.');
  return share;
}

/** What a proportion or rate is printed per: 100 for a percentage unless told otherwise. */
export function perOf(typed: string | undefined, unlessSaid = '100'): number {
  const per = Number(optionDecimal('per', typed ?? unlessSaid));
  if (!(per > 0 && per <= 1e9)) throw new UsageError('--per is a number above 0, as 100, 1000 or 100000.');
  return per;
}

/** Value and bounds of a proportion or rate, for each `per`. */
export function intervalOf(
  kind: CountKind,
  { count, of }: { count: number; of: number },
  level: number,
  per: number,
) {
  if (kind === 'rate') return rate(count, of, { level, per });
  const { value, lower, upper } = wilson({ count, of }, level);
  return { value: value * per, lower: lower * per, upper: upper * per, method: 'wilson' as const };
}

/** A computed number as exact text, to 15 significant digits. */
export const text = (value: number): string => toText(decimalOf(value));
export const exact = (value: number): Decimal => decimalOf(value);
