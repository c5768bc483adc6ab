/** When the next national figures of a measure are expected. */
export interface NationalData {
  measure: string;
  /** ISO date; null where no more are expected. */
  expectedOn: string | null;
  /** The period that they are about, where that is known. */
  period: string | null;
  /** Who publishes them, and where that date was announced. */
  publication: string | null;
}

/**
 * The ones whose day has come without a value of their period having been brought in since they were expected.
 *
 * @param published for each measure the days on which values were published that are held (ISO dates)
 * @example overdue([{ measure: 'HOM 1', expectedOn: '2018-12-13', … }], new Map(), '2019-01-09') // that one
 */
export function overdue(
  expected: readonly NationalData[],
  published: ReadonlyMap<string, string>,
  today: string,
): (NationalData & { expectedOn: string })[] {
  return expected
    .flatMap((one) => (one.expectedOn === null ? [] : [{ ...one, expectedOn: one.expectedOn }]))
    .filter(({ measure, expectedOn }) => expectedOn <= today && (published.get(measure) ?? '') < expectedOn)
    .sort((a, b) => (a.expectedOn < b.expectedOn ? -1 : a.expectedOn > b.expectedOn ? 1 : 0));
}
