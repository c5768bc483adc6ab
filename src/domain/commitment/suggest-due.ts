import { timesIn } from '../commentary/checks/dates.ts';
import { plainDate } from '../number/date.ts';
import { periodHolding } from '../period/of-day.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { yearOf } from '../period/relate.ts';

/** A time in which something is to happen, as a sentence gives it: ISO days, both inclusive. */
export interface NamedDue {
  start: string;
  end: string;
  /** The words: `November 2018`, `the end of Q3`. */
  words: string;
  index: number;
  /** True of "by", "before" and "the end of": a day by which, not a time in which. */
  isDeadline: boolean;
}

/** "agreed in August" tells what has been. */
const HAS_BEEN =
  /\b(?:agreed|approved|began|started|opened|launched|met|decided|joined|published|received)\s+(?:in|on)\s+$/i;
const IS_TO_BE = /\bbe (?:\w+ly )?\w+\s+(?:in|on)\s+$/i;

/** "from September onwards" says when something begins, "throughout 2018/19" when it goes on. */
const NO_DEADLINE = /\b(?:from|since|until|throughout|during|between|against|compared (?:with|to)|than)\s+$/i;
const DEADLINE = /\b(?:by|before|no later than|end of|close of)\s+(?:the\s+)?(?:end of\s+)?(?:the\s+)?$/i;

const RELATIVE =
  /\b(?:(?:by|before|at|until)\s+)?(?:the\s+)?(?:end of (?:the|this) (?<ending>(?:financial |municipal |calendar |reporting )?year|quarter|month)|(?<=by |before |by the |before the )(?<yearEnd>year[- ]end)\b(?! (?:forecast|target|position|figure))|next (?<next>month|quarter|(?:financial )?year))\b/gi;

/**
 * The times to come, or of the period itself, that a sentence names for something to happen. A month or quarter without
 * its year is the next one that is not over before the period begins. What lies before the period is history.
 *
 * @param period the reporting period of the text
 * @example timesToCome('a peer review in January', periodOf('2018-19/Q3'))[0]?.end // '2019-01-31'
 * @example timesToCome('an action plan by the end of Q3', periodOf('2018-19/Q2'))[0]?.end // '2018-12-31'
 */
export function timesToCome(sentence: string, period: ReportingPeriod): NamedDue[] {
  const named = timesIn(sentence, period).flatMap((time): NamedDue[] => {
    const before = sentence.slice(0, time.index);
    if (NO_DEADLINE.test(before) || (HAS_BEEN.test(before) && !IS_TO_BE.test(before))) return [];
    const words = sentence.slice(time.index, time.index + time.length);
    const isDeadline = DEADLINE.test(before);
    if (time.kind === 'year' && !isDeadline && !isWhen(before, sentence.slice(time.index + time.length))) {
      return [];
    }
    const { start, end } = time.yearGiven ? time : toCome(time, period);
    return [{ start, end, words, index: time.index, isDeadline }];
  });
  const relative = [...sentence.matchAll(RELATIVE)].flatMap((match): NamedDue[] => {
    const span = relativeSpan(match.groups ?? {}, period);
    return [{ ...span, words: match[0], index: match.index, isDeadline: true }];
  });
  return [...named, ...relative].filter(({ end }) => end >= period.start).sort((a, b) => a.index - b.index);
}

/** A year alone says when only where something is "in 2019" or of "the 2018/19 forward plan": never in "2017/18 data". */
const isWhen = (before: string, following: string): boolean =>
  /\bin\s+$/i.test(before) || /^ (?:forward|work) (?:plan|programme)/i.test(following);

/** Without a year, and over before the period begins: the same a year later is meant. */
function toCome({ start, end }: { start: string; end: string }, period: ReportingPeriod) {
  if (end >= period.start) return { start, end };
  const last = plainDate(end);
  const later = last.add({ years: 1 });
  // The end of February is the end of February, in a leap year too.
  const isMonthEnd = last.day === last.daysInMonth && start !== end;
  return {
    start: plainDate(start).add({ years: 1 }).toString(),
    end: (isMonthEnd ? later.with({ day: later.daysInMonth }) : later).toString(),
  };
}

function relativeSpan(
  { ending, yearEnd, next }: Readonly<Record<string, string | undefined>>,
  period: ReportingPeriod,
): { start: string; end: string } {
  const dayAfter = plainDate(period.end).add({ days: 1 }).toString();
  if (next !== undefined) {
    const span = next.endsWith('year') ? 'year' : (next as 'month' | 'quarter');
    const from = span === 'year' ? plainDate(yearOf(period).end).add({ days: 1 }).toString() : dayAfter;
    return periodHolding(from, span, period.yearKind);
  }
  if (yearEnd !== undefined || ending?.endsWith('year')) {
    const whole = yearOf(period);
    // Said of the last quarter, the end of the year has come: then the next is meant.
    return whole.end > period.end ? whole : periodHolding(dayAfter, 'year', period.yearKind);
  }
  // Who writes of "the end of the quarter" writes after the period has ended: the one they are in.
  return periodHolding(dayAfter, ending === 'month' ? 'month' : 'quarter', period.yearKind);
}
