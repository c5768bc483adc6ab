/**
 * What the three parsers (HTML, Markdown, plain) hand to `reduce`: a loose tree in which blocks may still stand
 * inside marks and text beside list items, as people's documents have it.
 */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'em'; children: readonly Piece[] }
  | { kind: 'link'; href: string; children: readonly Piece[] }
  /** Anything that starts and ends a paragraph: p, div, heading, table cell. */
  | { kind: 'block'; children: readonly Piece[] }
  | { kind: 'list'; ordered: boolean; children: readonly Piece[] }
  | { kind: 'item'; children: readonly Piece[] };
