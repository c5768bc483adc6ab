import {
  FUNNEL_LEVELS,
  type FunnelPlace,
  type Limits,
  placeOf,
  proportionLimits,
  rateLimits,
} from '../statistics/funnel/limits.ts';
import {
  type Overdispersion,
  overdispersion,
  proportionStanding,
  rateStanding,
  widenedProportionLimits,
  widenedRateLimits,
} from '../statistics/funnel/overdispersion.ts';
import type { Counts } from './counts.ts';

/** Fewest other councils with cases whose spread can be told from chance: as for quartiles. */
export const FUNNEL_AMONG = 7;

/** The limits at one size, in the unit of the figures. */
export interface LimitsAt {
  of: number;
  inner: Limits;
  outer: Limits;
}

/** How councils of every size would lie about the average of the others, if they differed no more than usual. */
export interface PeerFunnel extends Overdispersion {
  /** In the unit of the figures. */
  centre: number;
  /** True where councils differ by more than chance, so that the limits were widened. */
  widened: boolean;
  limitsAt(of: number): LimitsAt;
  placeOf(counts: Counts): FunnelPlace;
}

export type WhyNoFunnel = 'tooFew' | 'noCases';

/**
 * A funnel about the pooled average of the others, with limits of 95% and 99.8% widened by what the others differ beyond
 * chance. The authority's own cases are no part of either, so that it cannot widen the limits that it is held against.
 *
 * @param others cases of the other councils, all counted the same way
 * @example peerFunnel(fifteen).placeOf(own) // 'within'
 */
export function peerFunnel(others: readonly Counts[]): PeerFunnel | WhyNoFunnel {
  const [first] = others;
  if (first === undefined || others.length < FUNNEL_AMONG) return 'tooFew';
  const sum = (name: 'count' | 'of') => others.reduce((total, each) => total + each[name], 0);
  const average = sum('count') / sum('of');
  if (average === 0 || (first.kind === 'proportion' && average === 1)) return 'noCases';
  const { kind, per } = first;
  const spread = overdispersion(
    others.map(({ count, of }) =>
      kind === 'proportion' ? proportionStanding(count, of, average) : rateStanding(count, average * of),
    ),
  );
  const widened = spread.tauSquared > 0;
  const limits = (of: number, level: number): Limits => {
    if (kind === 'proportion') {
      return widened
        ? widenedProportionLimits(average, of, spread.tauSquared, level)
        : proportionLimits(average, of, level);
    }
    return widened
      ? widenedRateLimits(average, of, spread.tauSquared, level)
      : rateLimits(average, of, level);
  };
  const scaled = ({ lower, upper }: Limits): Limits => ({ lower: lower * per, upper: upper * per });
  const limitsAt = (of: number): LimitsAt => ({
    of,
    inner: scaled(limits(of, FUNNEL_LEVELS.warning)),
    outer: scaled(limits(of, FUNNEL_LEVELS.alarm)),
  });
  return {
    ...spread,
    centre: average * per,
    widened,
    limitsAt,
    placeOf: ({ count, of }) => {
      const { inner, outer } = limitsAt(of);
      return placeOf((count / of) * per, inner, outer);
    },
  };
}
