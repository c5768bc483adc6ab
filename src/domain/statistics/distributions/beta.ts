import { logGamma, stirlingRest } from './log-gamma.ts';
import { crossing } from './solve.ts';

/** ln of x^a (1-x)^b / B(a, b); at large shapes from deviances, so that terms of the size of a ln a never meet. */
function logWeight(x: number, a: number, b: number): number {
  const n = a + b;
  if (a < 1 || b < 1) {
    return a * Math.log(x) + b * Math.log1p(-x) + logGamma(n) - logGamma(a) - logGamma(b);
  }
  const p = a / n;
  const q = b / n;
  const away = x - p;
  const deviance = a * Math.log1p(away / p) + b * Math.log1p(-away / q);
  const shapes = 0.5 * Math.log((a * b) / n / (2 * Math.PI));
  return deviance + shapes + stirlingRest(n) - stirlingRest(a) - stirlingRest(b);
}

/** Continued fraction DLMF 8.17.22, by the modified method of Lentz (W. Press et al., Numerical Recipes, 6.4). */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || 1e-300);
  let h = d;
  for (let m = 1; m < 1e6; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || 1e-300);
    c = 1 + even / c || 1e-300;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || 1e-300);
    c = 1 + odd / c || 1e-300;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

/**
 * The two tails of the beta distribution at `x`: the regularised incomplete beta function and what is left of 1.
 * @example betaTails(0.5, 2, 2).lower // 0.5
 */
export function betaTails(x: number, a: number, b: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x >= 1) return { lower: 1, upper: 0 };
  const weight = Math.exp(logWeight(x, a, b));
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (weight * fraction(x, a, b)) / a);
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, (weight * fraction(1 - x, b, a)) / b);
  return { lower: 1 - upper, upper };
}

/**
 * The x that leaves a share `p` of a beta distribution in the tail named: `qbeta` in R.
 * @example betaQuantile(0.025, 1, 2, 'lower') // 1 - sqrt(0.975) = 0.012579117093425268
 */
export function betaQuantile(p: number, a: number, b: number, tail: 'lower' | 'upper'): number {
  if (!(p > 0 && p < 1 && a > 0 && b > 0))
    throw new RangeError('a share between 0 and 1 and shapes above 0 are needed');
  const above = (x: number) => {
    const tails = betaTails(x, a, b);
    return tail === 'lower' ? tails.lower - p : p - tails.upper;
  };
  return crossing(above, 1e-300, 1);
}
