/** The columns that `outturn evaluate` reads; the first four are required. Case, spaces, `_` and `-` do not matter. */
export const EVALUATION_COLUMNS = [
  'code',
  'polarity',
  'target',
  'actual',
  'floor',
  'stretch',
  'low',
  'high',
  'previous',
  'last_year',
  'last_outturn',
  'forecast',
  'year_target',
  'denominator',
  'flags',
  'tolerance',
  'unit',
] as const;
export type EvaluationColumn = (typeof EVALUATION_COLUMNS)[number];

export const REQUIRED_COLUMNS: readonly EvaluationColumn[] = ['code', 'polarity', 'target', 'actual'];

/** `Last Year`, `last-year` and `LAST_YEAR` are one column. */
export function columnNamed(heading: string): EvaluationColumn | null {
  const name = heading
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
  return EVALUATION_COLUMNS.find((column) => column === name) ?? null;
}
