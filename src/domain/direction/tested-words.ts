import type { Span } from '../period/period.ts';
import { sidesInWords } from './basis-in-words.ts';
import type { Tested } from './direction.ts';

/**
 * Which way of testing spoke, as a report prints it beside a direction of travel.
 * @example testedInWords({ spokenBy: 'twoPeriods', against: 'samePeriodLastYear', … }, 'quarter', false)
 * // 'Tested against the same quarter last year'
 */
export function testedInWords(
  { spokenBy, against }: Pick<Tested, 'spokenBy' | 'against'>,
  span: Span,
  isAnnual: boolean,
): string {
  const before = against === null ? '' : ` against ${earlierInWords(against, span, isAnnual)}`;
  switch (spokenBy) {
    case 'chart':
      return 'Control chart';
    case 'twoPeriods':
      return `Tested${before}`;
    case 'recentTrend':
      return 'Recent trend of five years';
    case 'notTested':
      return `Change, not tested,${before}`;
  }
}

/** @example earlierInWords('samePeriodLastYear', 'quarter', false) // 'the same quarter last year' */
export const earlierInWords = (
  against: NonNullable<Tested['against']>,
  span: Span,
  isAnnual: boolean,
): string => (isAnnual ? 'the year before' : sidesInWords({ kind: against }, span).before);
