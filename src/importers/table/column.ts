/** One column that an importer knows. Its heading is matched without regard to case, spaces, hyphens and underscores. */
export interface Column {
  readonly key: string;
  /** As templates and messages print it. */
  readonly heading: string;
  readonly alsoCalled?: readonly string[];
  readonly required?: boolean;
  /** Printed in a template for people to read; never imported. */
  readonly shownOnly?: boolean;
}

/** `Code`, `code ` and `CO-DE` are one heading. */
export const sameHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\u2010\u2011\u00a0]+/g, '');

/** The keys of the columns, by position in the file; undefined where a position holds no known column. */
export type HeaderPlan = readonly (Column | undefined)[];
