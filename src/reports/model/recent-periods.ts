/** A small line of recent periods: exact values with what they are called; `null` breaks the line. */
export interface Sparkline {
  /** What it shows, in a sentence: the text alternative. */
  description: string;
  points: readonly { period: string; label: string; exact: string | null; display: string }[];
  target: { exact: string; display: string } | null;
  better: 'up' | 'down' | 'neither';
}

/** What came before a measure that was made from others: figures that stay those of the other. */
export interface PredecessorRecord {
  code: string;
  title: string;
  /** What changed and when, and whether figures before and after may be compared. */
  note: string;
  /** Up to the change. */
  figures: Sparkline;
}
