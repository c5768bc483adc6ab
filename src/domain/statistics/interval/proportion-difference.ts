import type { CountOf, Interval } from './bounds.ts';
import { wilson } from './wilson.ts';

/**
 * The difference of two independent proportions, first less second, with Newcombe's interval made of the two Wilson
 * intervals; shares, -1 to 1. Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10.
 *
 * @example proportionDifference({ count: 80, of: 100 }, { count: 70, of: 100 }) // 0.1, from -0.0202… to 0.2167…
 */
export function proportionDifference(first: CountOf, second: CountOf, level = 0.95): Interval {
  const a = wilson(first, level);
  const b = wilson(second, level);
  const value = a.value - b.value;
  return {
    value,
    lower: Math.max(-1, value - Math.hypot(a.value - a.lower, b.upper - b.value)),
    upper: Math.min(1, value + Math.hypot(a.upper - a.value, b.value - b.lower)),
  };
}
