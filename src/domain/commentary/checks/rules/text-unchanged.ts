import { commentaryParts } from '../../../status/outcome.ts';
import type { Found } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { periodInWords } from '../words.ts';

/** Shorter texts repeat themselves honestly: "No change." */
const FEWEST_WORDS = 8;

/** A section that says word for word what it said the time before, and for how many periods running. */
export function textUnchanged({ input }: Reading): Found[] {
  return commentaryParts.flatMap((section) => {
    const text = input.texts[section];
    const first = input.former[0]?.texts[section] ?? '';
    // Texts of very different length are not the same: no need to read them.
    if (first === '' || Math.abs(first.length - text.length) > text.length / 10) return [];
    const now = plain(text);
    if (now.split(' ').length < FEWEST_WORDS) return [];
    let same = 0;
    for (const { texts } of input.former) {
      if (plain(texts[section]) !== now) break;
      same += 1;
    }
    const last = input.former[same - 1];
    if (same === 0 || last === undefined) return [];
    const since = periodInWords(last.period, input.period);
    const often = same === 1 ? 'last time' : `the last ${same} times`;
    return [
      {
        section,
        offset: 0,
        length: text.length,
        figures: [{ label: 'Unchanged since', display: since, exact: null }],
        says: `This is word for word what was said ${often} (since ${since}). Say what has happened in this period.`,
        // A standing arrangement for review may honestly stay as it is.
        severity: section === 'intervention' ? ('advice' as const) : ('warning' as const),
      },
    ];
  });
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%£]+/gu, ' ')
    .trim();
