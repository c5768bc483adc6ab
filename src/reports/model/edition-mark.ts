/** An edition as it is printed: see `withEdition`. */
export interface EditionMark {
  number: number;
  standing: 'draft' | 'embargoed' | 'published';
  /** `Edition 2, which corrects edition 1` */
  label: string;
  /** `embargoed until 09:00 on 05-Feb-2019`; null or absent where everybody could read it at once. */
  embargo?: string | null;
  /** Head of the audit trail before it was made: `12:9f86d0…`. */
  chainHead: string;
  /** The author's words; null where there are none. */
  note: string | null;
  /** Of a correction: what differs from the edition before, a sentence each. */
  changes: readonly string[];
  /** What the reader must know of how it was made, a sentence each. */
  remarks: readonly string[];
}
