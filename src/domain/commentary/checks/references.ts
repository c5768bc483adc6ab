import type { Decimal } from '../../number/decimal.ts';
import { lastYearOf, samePeriodLastYear } from '../../period/relate.ts';
import type { NamedTime } from './dates.ts';
import type { CheckInput, Standing } from './input.ts';
import { periodInWords } from './words.ts';

/** What a sentence compares with: an earlier period, last year, or the target. */
export interface Reference {
  index: number;
  length: number;
  kind: 'period' | 'lastYear' | 'target';
  /** What is held of it; null where nothing is. */
  standing: Standing | null;
  /** "quarter 1", "the same quarter last year". */
  words: string;
}

const SAME_LAST_YEAR =
  /\b(?:(?:the )?(?:same|corresponding|equivalent) (?:quarter|period|point|time|stage|month|half)(?:,? (?:(?:of|in|for|the|a) )*(?:last year|previous year|year before|year ago|year earlier|20\d\d(?:[-/]\d\d(?:\d\d)?)?))|(?:at )?this (?:point|time|stage) last year|(?:a|one) year (?:ago|earlier|before)|12 months ago)/gi;
const LAST_YEAR =
  /\b(?:last year(?:['’]s)?(?: outturn| figure| result| level| total)?|(?:the )?previous year)\b/gi;
const LAST_PERIOD =
  /\b(?:(?:the )?(?:last|previous|preceding) (?:quarter|period)|(?:the )?quarter before|for the (?:second|third|fourth|fifth) (?:quarter|period) (?:running|in a row|in succession))\b/gi;
const TARGET =
  /\b(?:(?:the |our |its |this )?(?:year[- ]end |annual |quarterly |end of year |current )?target|(?:planned|profiled) (?:figure|level))\b/gi;

/** A quick look before the slow ones. */
const MAY_COMPARE =
  /\b(?:last|previous|preceding|same|corresponding|equivalent|this (?:point|time|stage)|year|months|quarter|target|planned|profiled|running|row|succession)\b/i;

/**
 * The earlier periods and targets that a sentence names to compare with, in order. A reference to a quarter of this year
 * that is the reporting period itself, or lies ahead, is none.
 */
export function referencesIn(text: string, times: readonly NamedTime[], input: CheckInput): Reference[] {
  if (times.length === 0 && !MAY_COMPARE.test(text)) return [];
  const { period, figures } = input;
  const find = (code: string) => figures.past.find((one) => one.period.code === code) ?? null;
  const found: Reference[] = [];
  const add = (reference: Reference) => {
    const overlaps = found.some(
      (one) => one.index < reference.index + reference.length && reference.index < one.index + one.length,
    );
    if (!overlaps) found.push(reference);
  };
  const all = (words: RegExp, make: (text: string) => Omit<Reference, 'index' | 'length'>) => {
    for (const match of text.matchAll(words))
      add({ index: match.index, length: match[0].length, ...make(match[0]) });
  };
  const lastYear = samePeriodLastYear(period);
  all(SAME_LAST_YEAR, (said) => {
    const stated = /20\d\d/.exec(said)?.[0];
    const isThat =
      stated === undefined || stated === lastYear.end.slice(0, 4) || stated === lastYear.year.slice(0, 4);
    return {
      kind: 'period',
      standing: isThat ? find(lastYear.code) : null,
      words: `the same ${spanOf(input)} last year`,
    };
  });
  for (const time of times) {
    if (time.kind === 'quarter' && time.end < period.start) {
      const standing =
        figures.past.find((one) => one.period.start === time.start && one.period.end === time.end) ?? null;
      const words = standing === null ? `quarter ${time.quarter}` : periodInWords(standing.period, period);
      add({ index: time.index, length: time.length, kind: 'period', standing, words });
    } else if (time.kind === 'year' && time.start === lastYearOf(period).start) {
      add({
        index: time.index,
        length: time.length,
        kind: 'lastYear',
        standing: find(lastYear.code),
        words: 'last year',
      });
    }
  }
  all(LAST_YEAR, () => ({ kind: 'lastYear', standing: find(lastYear.code), words: 'last year' }));
  all(LAST_PERIOD, () => ({
    kind: 'period',
    standing: figures.past[0] ?? null,
    words: `the ${spanOf(input)} before`,
  }));
  all(TARGET, () => ({ kind: 'target', standing: null, words: 'the target' }));
  return found.sort((a, b) => a.index - b.index);
}

const spanOf = ({ period }: CheckInput): string =>
  ({ month: 'month', quarter: 'quarter', half: 'half-year', year: 'year' })[period.span];

/** Two figures of one kind that a comparison may mean. */
export interface Pair {
  now: Decimal;
  before: Decimal;
  nowLabel: string;
  beforeLabel: string;
}

/** The pairs that "than" a reference may mean: like with like, and for last year the outturn too. */
export function pairsFor(reference: Reference, input: CheckInput, of: 'actual' | 'forecast'): Pair[] {
  const { now, outturns, yearTarget } = input.figures;
  const pairs: Pair[] = [];
  const pair = (a: Decimal | null, nowLabel: string, b: Decimal | null | undefined, beforeLabel: string) => {
    if (a === null || b === null || b === undefined) return;
    // Of a measure that is of one period the actual is the figure of the period alone: said once.
    if (pairs.some(({ now: x, before: y }) => x.eq(a) && y.eq(b))) return;
    pairs.push({ now: a, before: b, nowLabel, beforeLabel });
  };
  if (reference.kind === 'target') {
    if (of === 'actual') {
      for (const [value, label] of standingValues(now)) pair(value, label, now.target, 'Target');
      pair(now.position, 'Actual', yearTarget, 'Year-end target');
    }
    pair(now.forecast, 'Forecast', yearTarget, 'Year-end target');
    return pairs;
  }
  const then = reference.standing;
  if (of === 'forecast') {
    pair(now.forecast, 'Forecast', then?.forecast, `Forecast in ${reference.words}`);
  } else if (then !== null) {
    const label = reference.words.replace(/^the /, '');
    pair(now.position, 'Actual', then.position, capital(label));
    pair(now.inPeriod, 'This period alone', then.inPeriod, `${capital(label)} alone`);
    pair(now.toDate, 'Year to date', then.toDate, `${capital(label)}, to date`);
  }
  if (reference.kind === 'lastYear') {
    const outturn = outturns[0]?.value ?? null;
    pair(
      of === 'forecast' ? now.forecast : now.position,
      of === 'forecast' ? 'Forecast' : 'Actual',
      outturn,
      "Last year's outturn",
    );
    if (of === 'actual') pair(now.forecast, 'Forecast', outturn, "Last year's outturn");
  }
  return pairs;
}

/** What is held of one period, each with its name, without repeats. */
export function standingValues(standing: Standing): [Decimal, string][] {
  const all: [Decimal | null, string][] = [
    [standing.position, 'Actual'],
    [standing.inPeriod, 'This period alone'],
    [standing.toDate, 'Year to date'],
  ];
  const kept: [Decimal, string][] = [];
  for (const [value, label] of all) {
    if (value !== null && !kept.some(([held]) => held.eq(value))) kept.push([value, label]);
  }
  return kept;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
