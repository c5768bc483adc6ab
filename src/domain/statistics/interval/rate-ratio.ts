import { betaQuantile } from '../distributions/beta.ts';
import { reach } from '../distributions/normal.ts';
import { mustBeEvents } from './bounds.ts';

/** Events in a population, or in person-years. */
export interface EventsIn {
  readonly events: number;
  readonly exposure: number;
}

/** The ratio of two rates; `null` where it has no value or no upper bound (no events in the second). */
export interface RatioInterval {
  readonly value: number | null;
  readonly lower: number;
  readonly upper: number | null;
}

/**
 * The ratio of two rates, first over second, with its exact interval: given how many events there were in all, those
 * in the first are binomial, and the bounds of their share (C. J. Clopper and E. S. Pearson, 1934) give the ratio's.
 * Source: E. L. Lehmann and J. P. Romano, Testing Statistical Hypotheses, 4.5; `poisson.test` in R.
 *
 * @example rateRatio({ events: 12, exposure: 1000 }, { events: 20, exposure: 1000 }) // 0.6, from 0.2674… to 1.2887…
 */
export function rateRatio(first: EventsIn, second: EventsIn, level = 0.95): RatioInterval {
  mustBeEvents(first.events, first.exposure);
  mustBeEvents(second.events, second.exposure);
  reach(level);
  const tail = (1 - level) / 2;
  const scale = second.exposure / first.exposure;
  const [x, y] = [first.events, second.events];
  const odds = (share: number) => (share / (1 - share)) * scale;
  return {
    value: y === 0 ? null : (x / y) * scale,
    lower: x === 0 ? 0 : odds(betaQuantile(tail, x, y + 1, 'lower')),
    upper: y === 0 ? null : odds(betaQuantile(tail, x + 1, y, 'upper')),
  };
}
