import type { CommentaryText } from './text-tree.ts';

/**
 * The parts of a cover report that its author writes, in the order in which committees expect them. `before` stand
 * ahead of the figures, `after` behind them.
 */
export const coverParts = [
  { id: 'purpose', title: 'Purpose of this report', place: 'before' },
  { id: 'recommendations', title: 'Recommendations', place: 'before' },
  { id: 'reasons', title: 'Reasons for the recommendations', place: 'before' },
  { id: 'options', title: 'Other options considered', place: 'after' },
  { id: 'consultation', title: 'Consultation', place: 'after' },
  { id: 'finance', title: 'Financial implications', place: 'after' },
  { id: 'legal', title: 'Legal implications', place: 'after' },
  { id: 'equality', title: 'Equality implications', place: 'after' },
  { id: 'risk', title: 'Risk management', place: 'after' },
  { id: 'background', title: 'Background papers', place: 'after' },
  { id: 'next', title: 'Next report', place: 'after' },
] as const;

export type CoverPart = (typeof coverParts)[number]['id'];

/** What the author of a cover report says: who it goes to, from whom, and the texts. */
export interface CoverWords {
  /** `Cabinet`; empty while nobody has said. */
  meeting: string;
  /** ISO date of the meeting; null while it is not known. */
  meetsOn: string | null;
  /** Name and post of the report's author, and how to reach them. */
  author: string;
  contact: string;
  /** A part that is not there was not written: its suggestion is printed, or "None stated". */
  texts: Partial<Record<CoverPart, CommentaryText>>;
}

/** A cover report that nobody has written anything for. */
export const noCoverWords: CoverWords = { meeting: '', meetsOn: null, author: '', contact: '', texts: {} };
