/** Coefficients B(2k) / (2k (2k - 1)) of Stirling's series (NIST Digital Library of Mathematical Functions 5.11.1). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * What is missing from Stirling's formula: ln Γ(x) - [(x - ½) ln x - x + ½ ln 2π]. It is small where ln Γ itself is
 * large, so that densities at large counts lose no digits (C. Loader, "Fast and accurate computation of binomial
 * probabilities", 2000).
 */
export function stirlingRest(x: number): number {
  if (x < 15) return logGamma(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI);
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (const coefficient of [...STIRLING].reverse()) sum = sum * square + coefficient;
  return sum * inverse;
}

/**
 * ln Γ(x) for x > 0, by Stirling's series where it holds to the last digit (x >= 15) and by Γ(x + 1) = x Γ(x) below.
 * @example logGamma(5) // ln 24 = 3.1780538303479458
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a number above 0, not ${x}`);
  let at = x;
  let product = 1;
  while (at < 15) {
    product *= at;
    at += 1;
  }
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + stirlingRest(at) - Math.log(product);
}
