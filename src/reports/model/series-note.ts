import { breakInWords } from '../../domain/comparability.ts';
import type { Comparability, SeriesBreak } from '../../domain/measure/series-change.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import type { MeasureSnapshot } from '../../domain/snapshot.ts';

const verdicts: Readonly<Record<Comparability, string>> = {
  yes: 'figures before and after count the same',
  withCare: 'compare figures before and after with care',
  no: 'figures before and after cannot be compared',
};

/** Over the mark of a chart: as few words as will do. */
export const breakLabels: Readonly<Record<Comparability, string>> = {
  yes: 'Redefined',
  withCare: 'Compare with care',
  no: 'Not comparable',
};

/**
 * A change in a series in one sentence.
 * @example seriesNote(change, period)
 * // 'The definition changed in Quarter 3, 2018-19: figures before and after cannot be compared. Repeat calls are left out.'
 */
export function seriesNote(change: SeriesBreak, period: Pick<ReportingPeriod, 'span' | 'yearKind'>): string {
  const words = breakInWords(change, period);
  const note = change.note === '' ? '' : ` ${change.note.replace(/\.?$/, '.')}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${verdicts[change.comparable]}.${note}`;
}

/**
 * What changed about the series between a period and the one before it; null where nothing did.
 * @param before null where the period is the first of all
 */
export function breakSince(
  breaks: readonly SeriesBreak[],
  period: Pick<ReportingPeriod, 'start'>,
  before: Pick<ReportingPeriod, 'end'> | null,
): SeriesBreak | null {
  // Of the first period only what came in it: an earlier change has nothing to be set off from here.
  const isSince = ({ day }: SeriesBreak) => (before === null ? day >= period.start : day > before.end);
  return breaks.findLast(isSince) ?? null;
}

/** Whether nothing leads from the figures before a change to those after. */
export const cutsLine = ({ comparable, from }: SeriesBreak): boolean =>
  comparable === 'no' || from.length > 0;

/** What changed about the series within the periods that the report shows. */
export function seriesNotes({ breaks, history }: MeasureSnapshot): string[] {
  const [first, last] = [history[0]?.period, history.at(-1)?.period];
  if (first === undefined || last === undefined) return [];
  return breaks.filter(({ day }) => day > first.start).map((change) => seriesNote(change, last));
}
