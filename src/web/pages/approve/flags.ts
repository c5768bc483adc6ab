import type { Dismissal, HeldFindings } from '../../../domain/commentary/checks/dismissal.ts';
import type { Finding } from '../../../domain/commentary/checks/finding.ts';
import type { WordChange } from '../../../domain/commentary/word-changes.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';

/** A finding as it is numbered on the page of an approver. */
export interface Flag {
  number: number;
  finding: Finding;
  /** What the officer said to it; null where nobody has. */
  dismissal: Dismissal | null;
}

/** Numbered through the texts, those that stand before those that were dismissed. */
export function flagsOf({ open, dismissed }: HeldFindings): Flag[] {
  const all = [
    ...open.map((finding) => ({ finding, dismissal: null })),
    ...dismissed.map(({ finding, dismissal }) => ({ finding, dismissal })),
  ];
  return commentaryParts
    .flatMap((part) => all.filter(({ finding }) => finding.section === part))
    .map((each, index) => ({ number: index + 1, ...each }));
}

/** A run of a text: how it changed, whether a finding is about it, and the findings whose words end with it. */
export interface Piece extends WordChange {
  flagged: boolean;
  ends: readonly Flag[];
}

/**
 * Cuts the changes of a text where the words of findings begin and end. A finding whose words cannot be found as they were
 * typed is left to the list below the text.
 */
export function piecesOf(changes: readonly WordChange[], flags: readonly Flag[]): Piece[] {
  const after = changes.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join('');
  const ranges = flags.flatMap((flag) => {
    const found = wordsIn(after, flag.finding.quote);
    return found === null ? [] : [{ ...found, flag }];
  });
  const cuts = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { kind, text } of changes) {
    if (kind === 'removed') {
      pieces.push({ kind, text, flagged: false, ends: [] });
      continue;
    }
    const end = at + text.length;
    const bounds = [at, ...cuts.filter((cut) => cut > at && cut < end), end];
    for (const [index, from] of bounds.slice(0, -1).entries()) {
      const to = bounds[index + 1] ?? end;
      pieces.push({
        kind,
        text: text.slice(from - at, to - at),
        flagged: ranges.some((range) => range.from <= from && to <= range.to),
        ends: ranges.filter((range) => range.to === to).map(({ flag }) => flag),
      });
    }
    at = end;
  }
  return pieces;
}

/** Where words stand in a text as typed: line breaks, and the marks of bold and italics, may lie between them. */
function wordsIn(text: string, quote: string): { from: number; to: number } | null {
  const words = quote.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  const between = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('[\\s*_>-]+');
  const found = new RegExp(between, 'u').exec(text);
  return found === null ? null : { from: found.index, to: found.index + found[0].length };
}
