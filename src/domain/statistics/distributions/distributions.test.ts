import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, betaTails } from './beta.ts';
import { gammaQuantile, gammaTails } from './gamma.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile, reach } from './normal.ts';
import { studentReach } from './student.ts';

const close = (actual: number, expected: number, within = 1e-13) =>
  expect(Math.abs(actual - expected) / Math.abs(expected || 1), `${actual} for ${expected}`).toBeLessThan(
    within,
  );

describe('quantiles, against published values and closed forms', () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489],
    [0.999, 3.090232306167813],
    [0.9, 1.2815515655446004],
    [0.25, -0.6744897501960817],
    // Wichura's own checks of AS 241.
    [0.001, -3.090232306167813],
    [1e-20, -9.262340089798409],
  ])('normal %d', (p, z) => close(normalQuantile(p), z));

  it('the gamma function of whole numbers and of a half', () => {
    let factorial = 1;
    for (let n = 1; n <= 100; n += 1) {
      if (n > 2) close(logGamma(n), Math.log(factorial), 1e-14);
      factorial *= n;
    }
    close(logGamma(0.5), Math.log(Math.PI) / 2);
  });

  it.each([0.001, 0.025, 0.5, 0.975])('gamma of shape 1 is exponential, shape 2 in its tail %d', (p) => {
    close(gammaQuantile(p, 1, 'upper'), -Math.log(p));
    const x = gammaQuantile(p, 2, 'upper');
    close((1 + x) * Math.exp(-x), p, 1e-12);
  });

  // Half of the chi-squared points of Abramowitz and Stegun, table 26.8, printed there to five decimals.
  it.each([
    [0.05, 10, 'upper', 18.30704],
    [0.025, 20, 'upper', 34.16961],
    [0.025, 20, 'lower', 9.59078],
    [0.005, 100, 'upper', 140.16949],
  ] as const)('chi-squared, %d with %d degrees of freedom in the %s tail', (p, df, tail, expected) => {
    expect(Math.abs(2 * gammaQuantile(p, df / 2, tail) - expected)).toBeLessThan(5.1e-6);
  });

  it('at large shapes the sum of the Poisson terms themselves agrees', () => {
    const x = gammaQuantile(0.025, 2000, 'lower');
    let logTerm = -x;
    let below = 0;
    for (let k = 0; k < 2000; k += 1) {
      below += Math.exp(logTerm);
      logTerm += Math.log(x / (k + 1));
    }
    close(1 - below, 0.025, 1e-9);
  });

  it.each([0.001, 0.025, 0.5, 0.975])('beta of shapes 1 and 2, 3 and 1, and one half twice, at %d', (p) => {
    close(betaQuantile(p, 1, 2, 'lower'), 1 - Math.sqrt(1 - p), 1e-12);
    close(betaQuantile(p, 3, 1, 'lower'), p ** (1 / 3));
    close(betaQuantile(p, 0.5, 0.5, 'lower'), Math.sin((Math.PI * p) / 2) ** 2, 1e-12);
  });

  // Student, Biometrika tables: one and two degrees of freedom have closed forms.
  it('Student', () => {
    close(studentReach(0.95, 1), Math.tan((Math.PI * 0.95) / 2), 1e-12);
    close(studentReach(0.95, 2), 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)), 1e-12);
    close(studentReach(0.95, 5), 2.570581835636314, 1e-12);
    close(studentReach(0.8, 13), 1.35017128878, 1e-11);
    close(studentReach(0.95, 1e7), reach(0.95), 1e-6);
  });
});

describe('laws', () => {
  it('a quantile is where its tail is what was asked, at any shape', () => {
    // Below 1 a beta's end is steeper than neighbouring numbers near 1 can tell apart.
    const shape = fc.double({ min: 1, max: 5000, noNaN: true });
    const share = fc.double({ min: 0.0005, max: 0.9995, noNaN: true });
    fc.assert(
      fc.property(shape, shape, share, fc.constantFrom('lower', 'upper'), (a, b, p, tail) => {
        close(gammaTails(a, gammaQuantile(p, a, tail))[tail], p, 1e-10);
        close(betaTails(betaQuantile(p, a, b, tail), a, b)[tail], p, 1e-9);
        close(normalQuantile(p) + 1, 1 - normalQuantile(1 - p), 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('what is no share is refused', () => {
    for (const p of [0, 1, -1, Number.NaN]) {
      expect(() => normalQuantile(p)).toThrow(RangeError);
      expect(() => gammaQuantile(p, 1, 'lower')).toThrow(RangeError);
    }
    for (const level of [0.5, 1, 95, Number.NaN]) expect(() => reach(level)).toThrow(RangeError);
  });
});
