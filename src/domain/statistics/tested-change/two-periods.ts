import type { CountOf } from '../interval/bounds.ts';
import { proportionDifference } from '../interval/proportion-difference.ts';
import { type EventsIn, rateRatio } from '../interval/rate-ratio.ts';

/** Two periods of a measure, each with what it was made of. */
export type TwoPeriods =
  | { readonly of: 'proportion'; readonly now: CountOf; readonly before: CountOf }
  | { readonly of: 'rate'; readonly now: EventsIn; readonly before: EventsIn };

export interface ChangeTest {
  readonly moved: 'up' | 'down' | 'noSignificantChange';
  /** Share of difference for proportions (0 is no change), ratio for rates (1 is none); null without end or value. */
  readonly value: number | null;
  readonly lower: number;
  readonly upper: number | null;
  /** The answer would have been another with one case more, or one less, in the latest period. */
  readonly oneCaseDecides: boolean;
}

/**
 * Whether two periods differ by more than chance, and by enough to matter: Newcombe's interval of the difference
 * excludes 0 (for rates the exact ratio's excludes 1) and the change is at least `enough`.
 *
 * @param enough least change that matters: difference of shares, or of events for each of exposure; 0 for any
 * @example // 850 of 1,000 and then 818: -0.032, from -0.065 to 0.001: no significant change, and one case decides
 */
export function changeTest(periods: TwoPeriods, enough = 0, level = 0.95): ChangeTest {
  const found = tested(periods, enough, level);
  const nearby = [-1, 1].map((more) => oneMore(periods, more)).filter((each) => each !== null);
  return {
    ...found,
    oneCaseDecides: nearby.some((each) => tested(each, enough, level).moved !== found.moved),
  };
}

function tested(periods: TwoPeriods, enough: number, level: number): Omit<ChangeTest, 'oneCaseDecides'> {
  if (periods.of === 'proportion') {
    const bounds = proportionDifference(periods.now, periods.before, level);
    return { moved: moved(bounds.lower, bounds.upper, 0, Math.abs(bounds.value) >= enough), ...bounds };
  }
  const { now, before } = periods;
  const bounds = rateRatio(now, before, level);
  const apart = Math.abs(now.events / now.exposure - before.events / before.exposure);
  return { moved: moved(bounds.lower, bounds.upper, 1, apart >= enough), ...bounds };
}

function moved(lower: number, upper: number | null, none: number, matters: boolean): ChangeTest['moved'] {
  if (!matters) return 'noSignificantChange';
  if (lower > none) return 'up';
  return upper !== null && upper < none ? 'down' : 'noSignificantChange';
}

function oneMore(periods: TwoPeriods, more: number): TwoPeriods | null {
  if (periods.of === 'proportion') {
    const { count, of } = periods.now;
    const next = count + more;
    return next < 0 || next > of ? null : { ...periods, now: { count: next, of } };
  }
  const next = periods.now.events + more;
  return next < 0 ? null : { ...periods, now: { ...periods.now, events: next } };
}
