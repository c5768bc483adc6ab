/** How many figures a sample may hold: more than an auditor tests in a year. */
export const MOST_SAMPLED = 100;

/**
 * Draws a sample that nobody chose and anybody can draw again: every code is ranked by a digest of the seed and itself,
 * and the first ones are taken. The same codes, size and seed always give the same sample, whatever the order of the codes.
 *
 * @param codes codes of the measures that could be drawn; repeated ones count once
 * @param size how many are wanted; all of them where there are fewer
 * @param digestOf hex digest of a text, SHA-256 in the product
 * @example drawSample(['A', 'B', 'C'], 2, 'Q2 2018-19', sha256) // two of the three, in the order in which they were drawn
 */
export function drawSample(
  codes: readonly string[],
  size: number,
  seed: string,
  digestOf: (text: string) => string,
): string[] {
  const ranked = [...new Set(codes)].map((code) => ({ code, rank: digestOf(`${seed}\n${code}`) }));
  ranked.sort((a, b) => (a.rank === b.rank ? (a.code < b.code ? -1 : 1) : a.rank < b.rank ? -1 : 1));
  return ranked.slice(0, size).map(({ code }) => code);
}
