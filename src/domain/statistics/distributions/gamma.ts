import { logGamma, stirlingRest } from './log-gamma.ts';
import { crossing } from './solve.ts';

/** x^a e^-x / Γ(a + 1), kept exact to the last digits at large `a` by taking the large terms from one another first. */
function weight(a: number, x: number): number {
  if (a < 1) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  const away = (x - a) / a;
  const distance = Math.abs(away) < 0.5 ? Math.log1p(away) - away : Math.log(x / a) - away;
  return Math.exp(a * distance - stirlingRest(a)) / Math.sqrt(2 * Math.PI * a);
}

/**
 * The two tails of the gamma distribution with shape `a`: the regularised incomplete gamma functions P and Q, each
 * worked out where it is the smaller, so that neither loses digits. Series DLMF 8.11.4, continued fraction
 * DLMF 8.9.2 by the modified method of Lentz (W. Press et al., Numerical Recipes, 6.2).
 * @example gammaTails(1, 2).upper // e^-2
 */
export function gammaTails(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let k = 1; term > sum * 1e-17 && k < 1e6; k += 1) {
      term *= x / (a + k);
      sum += term;
    }
    const lower = Math.min(1, weight(a, x) * sum);
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 1e6; k += 1) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b || 1e-300);
    c = b + an / c || 1e-300;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  const upper = Math.min(1, weight(a, x) * a * h);
  return { lower: 1 - upper, upper };
}

/**
 * The x that leaves a share `p` of a gamma distribution (scale 1) in the tail named. Half of chi-squared with 2a
 * degrees of freedom: `qchisq(p, 2 * a) / 2` in R.
 * @example gammaQuantile(0.025, 1, 'upper') // -ln 0.025 = 3.6888794541139363
 */
export function gammaQuantile(p: number, a: number, tail: 'lower' | 'upper'): number {
  if (!(p > 0 && p < 1 && a > 0))
    throw new RangeError('a share between 0 and 1 and a shape above 0 are needed');
  let most = a + 1;
  const above = (x: number) => {
    const tails = gammaTails(a, x);
    return tail === 'lower' ? tails.lower - p : p - tails.upper;
  };
  while (above(most) < 0) most *= 2;
  return crossing(above, 1e-300, most);
}
