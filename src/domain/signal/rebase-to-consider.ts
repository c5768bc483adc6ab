import type { ReportingPeriod } from '../period/period.ts';
import type { MeasureSignal } from './signal.ts';

/** A lasting change that nobody has decided about: from which period on, and on which side of the mean. */
export interface RebaseToConsider {
  from: ReportingPeriod;
  /** Reported figures in a row, the latest among them. */
  figures: number;
  side: 'above' | 'below';
}

/** So many figures in a row on one side of the mean are asked about. */
export const FIGURES_TO_ASK = 12;

/**
 * Where the latest figures lie on one side of the mean for so long that a person should be asked whether the service now
 * runs another way. It is a question and never more: limits are worked out anew by a person's decision alone.
 *
 * In: a signal; only its latest stretch is looked at, and only with limits. Out: the run that is still going on, from
 * twelve figures; null where it is shorter, was broken by a missing period or a figure on the mean, or where the stretch
 * begins with it, so that nothing would be worked out anew.
 *
 * Source: Making Data Count, "Recalculating limits"; `docs/statistics.md`.
 * @example rebaseToConsider(signal) // { from: 2016-17/Q1, figures: 12, side: 'above' }
 */
export function rebaseToConsider({
  chart,
  periods,
}: Pick<MeasureSignal, 'chart' | 'periods'>): RebaseToConsider | null {
  const points = chart?.points ?? [];
  const segment = points.at(-1)?.segment;
  if (segment === undefined || chart?.segments[segment]?.state !== 'limits') return null;
  const last = points.findLastIndex(({ value }) => value !== null);
  const side = points[last]?.side ?? 0;
  if (side === 0) return null;
  let first = last;
  const goesOn = (at: number) => points[at]?.segment === segment && points[at]?.side === side;
  while (goesOn(first - 1)) first -= 1;
  const from = periods[first];
  const begins = points[first - 1]?.segment !== segment;
  const figures = last - first + 1;
  if (from === undefined || begins || figures < FIGURES_TO_ASK) return null;
  return { from, figures, side: side > 0 ? 'above' : 'below' };
}
