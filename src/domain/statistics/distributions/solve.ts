/**
 * Where a rising function crosses zero between two bounds that enclose it, by halving until two neighbouring floating
 * point numbers are left. Slower than Newton's method and never wrong: it cannot leave the bounds.
 */
export function crossing(rising: (x: number) => number, from: number, to: number): number {
  let below = from;
  let above = to;
  for (let step = 0; step < 2000; step += 1) {
    // Far from 1 the halves are of the exponent, so that a bound near 0 is found to the same relative precision.
    const middle = below > 0 && above / below > 4 ? Math.sqrt(below) * Math.sqrt(above) : (below + above) / 2;
    if (!(middle > below && middle < above)) break;
    if (rising(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
