/** What stands behind every fact of one import: the file (or person) it came from, and when it was recorded. */
export interface Provenance {
  readonly source: string;
  /** ISO instant. */
  readonly recordedAt: string;
}
