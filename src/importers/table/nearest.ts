const LONGEST_COMPARED = 80;

/** The candidate that is nearest to what was typed, or null where none is near enough to be meant. */
export function nearestOf(typed: string, candidates: readonly string[]): string | null {
  const wanted = folded(typed);
  let best: string | null = null;
  // A third of the letters may differ: `AHH Lcal 2a` for `AHH Local 2A`, never `CP 1` for `AHH 2`.
  let least = Math.floor(wanted.length / 3) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, folded(candidate), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

const folded = (text: string): string =>
  text.slice(0, LONGEST_COMPARED).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Levenshtein distance by rows, given up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) >= limit) return limit;
    above = row;
  }
  return above[b.length] ?? limit;
}
