import type { LegacyReport } from './legacy-report.ts';
import { withoutPeriod } from './period-date.ts';

/** The name of the scorecard: what the report is over, without a period that the next report would not have. */
export function scorecardName({ title, scopeLine }: Pick<LegacyReport, 'title' | 'scopeLine'>): string {
  return withoutPeriod(scopeLine) || withoutPeriod(title) || 'Scorecard';
}

/**
 * The title as a pattern for the next reports, `{scorecard}` in place of what it is over.
 * @example titlePattern({ title: 'Improvement Report', scopeLine: 'Council Scorecard' }) // 'Improvement Report - {scorecard}'
 */
export function titlePattern({ title, scopeLine }: Pick<LegacyReport, 'title' | 'scopeLine'>): string {
  const what = withoutPeriod(title);
  if (withoutPeriod(scopeLine) === '') return what || '{scorecard}';
  return what === '' ? '{scorecard}' : `${what} - {scorecard}`;
}
