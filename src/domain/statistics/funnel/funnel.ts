import { type Counted, pooledAverage } from '../comparison/others.ts';
import {
  FUNNEL_LEVELS,
  type FunnelPlace,
  type Limits,
  placeOf,
  proportionLimits,
  rateLimits,
} from './limits.ts';
import {
  overdispersion,
  proportionStanding,
  rateStanding,
  widenedProportionLimits,
  widenedRateLimits,
} from './overdispersion.ts';

/** The limits at 95% and at 99.8% for one area, and where it lies between them. */
export interface FunnelBounds {
  readonly inner: Limits;
  readonly outer: Limits;
  readonly place: FunnelPlace;
}

export interface FunnelArea {
  /** Widened by what areas differ beyond chance; those that a reader is shown unless they ask otherwise. */
  readonly adjusted: FunnelBounds;
  /** As if areas differed by chance alone. */
  readonly plain: FunnelBounds;
}

export interface Funnel {
  /** What the limits are drawn around, as a share or a rate. */
  readonly average: number;
  readonly phi: number;
  readonly tauSquared: number;
  readonly among: number;
  /** In the order given; null for an area without figures. */
  readonly areas: readonly (FunnelArea | null)[];
}

/**
 * The funnel of areas of different sizes: the limits that each would lie within by chance, around one average that is
 * the same for all, as a funnel is drawn; plain, and widened by the spread between areas beyond chance (additive model).
 * Shares and rates as they are: neither side is scaled, so that a value and its limits are of one unit.
 * Null where nothing can be said: fewer than two areas, or an average at which areas cannot differ (0, or 1 of
 * a proportion). Source: D. Spiegelhalter (2005), both papers that `limits.ts` and `overdispersion.ts` name.
 *
 * @param around the average to draw it around; else all events over all that they were counted out of
 * @example funnelOf('proportion', [{ count: 80, of: 100 }, { count: 160, of: 200 }]) // average 0.8, phi 0, both within
 */
export function funnelOf(
  kind: 'proportion' | 'rate',
  areas: readonly Counted[],
  around: number | null = null,
): Funnel | null {
  const held = areas.filter((each) => each !== null);
  const average = around ?? pooledAverage(held);
  if (average === null || held.length < 2 || !(average > 0) || (kind === 'proportion' && average >= 1))
    return null;
  const { phi, tauSquared } = overdispersion(
    held.map(({ count, of }) =>
      kind === 'proportion' ? proportionStanding(count, of, average) : rateStanding(count, of * average),
    ),
  );
  const plain = kind === 'proportion' ? proportionLimits : rateLimits;
  const widened = kind === 'proportion' ? widenedProportionLimits : widenedRateLimits;
  const bounds = (value: number, at: (level: number) => Limits): FunnelBounds => {
    const [inner, outer] = [at(FUNNEL_LEVELS.warning), at(FUNNEL_LEVELS.alarm)];
    return { inner, outer, place: placeOf(value, inner, outer) };
  };
  return {
    average,
    phi,
    tauSquared,
    among: held.length,
    areas: areas.map((area) => {
      if (area === null) return null;
      const value = area.count / area.of;
      return {
        adjusted: bounds(value, (level) => widened(average, area.of, tauSquared, level)),
        plain: bounds(value, (level) => plain(average, area.of, level)),
      };
    }),
  };
}
