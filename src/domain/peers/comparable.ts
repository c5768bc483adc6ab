import type { MeasureVersion } from '../measure/measure.ts';
import { type SeriesBreak, seriesBreaks } from '../measure/series-change.ts';
import { formatLongDate } from '../number/date.ts';
import { missingInWords } from '../number/missing-words.ts';
import { periodLabel } from '../period/label.ts';
import { periodOf } from '../period/parse.ts';
import type { ReportingPeriod } from '../period/period.ts';
import type { PeerValue } from './peer-value.ts';

/** What a value is to be held against: our measure, through all its versions, in one period. */
export interface ComparedWith {
  period: ReportingPeriod;
  versions: readonly MeasureVersion[];
}

type Facing = Pick<PeerValue, 'period' | 'figure' | 'sameDefinition' | 'definitionNote' | 'follows'>;

/**
 * Why a value of others cannot be held against ours, as a sentence; null where it can. Only what is of the same period
 * and counted the same is compared: the period word for word, no break of our series within it, no break between the
 * version under which the value was brought in and the one now in force.
 *
 * @example whyNotCompared({ period: '2016-17', … }, { period: periodOf('2017-18'), … })
 * // 'It is for 2016-17, and not for 2017-18.'
 */
export function whyNotCompared(value: Facing, { period, versions }: ComparedWith): string | null {
  if (value.period !== period.code)
    return `It is for ${periodLabel(periodOf(value.period))}, and not for ${periodLabel(period)}.`;
  if (!value.sameDefinition) {
    const note = value.definitionNote === null ? '' : `: ${value.definitionNote.replace(/\.$/, '')}`;
    return `It counts otherwise${note}.`;
  }
  const breaks = breaksOf(versions, period);
  const within = breaks.find(({ day }) => day > period.start);
  if (within !== undefined)
    return `Our own figure has a break within the period: on ${formatLongDate(within.day)} ${within.what}.`;
  const since = breaks.find(({ day }) => day > value.follows);
  if (since !== undefined)
    return `It was brought in before our measure changed: from ${formatLongDate(since.day)} ${since.what}. Import it again if it follows the new definition.`;
  return value.figure.kind === 'number' ? null : `There is no figure: ${missingOf(value)}.`;
}

function missingOf({ figure }: Facing): string {
  if (figure.kind === 'missing') return missingInWords(figure.reason).toLowerCase();
  return 'it is no number';
}

/** The breaks that stand between figures up to the end of a period, oldest first. */
function breaksOf(versions: readonly MeasureVersion[], period: ReportingPeriod): SeriesBreak[] {
  return seriesBreaks(versions, period.end).filter(({ comparable }) => comparable === 'no');
}

/**
 * The first day of the version that is in force at the end of a period: what a value brought in now follows.
 * @param beginnings first days of all versions (ISO dates), in any order
 * @example versionFollowed(['2016-04-01', '2018-10-01'], '2018-12-31') // '2018-10-01'
 */
export function versionFollowed(beginnings: readonly string[], end: string): string {
  const sorted = [...beginnings].sort();
  return sorted.findLast((day) => day <= end) ?? sorted[0] ?? end;
}
