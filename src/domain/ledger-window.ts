import { periodIn } from './period/parse.ts';
import type { ReportingPeriod } from './period/period.ts';
import { periodCodesIn, yearOf } from './period/relate.ts';
import { yearsOfInterest } from './snapshot.ts';

/** How many years that are over are looked at: older forecasts say how the service was led, not how it is. */
export const LEDGER_YEARS = 5;

/** The first year whose forecasts are looked at. @example ledgerSince(periodOf('2018-19/Q2')) // '2013-14' */
export const ledgerSince = (period: ReportingPeriod): string =>
  periodIn(beginsIn(period) - LEDGER_YEARS, period.yearKind, 'year', 1).code;

/** The periods whose facts a ledger of these years rests on, by their codes. */
export interface LedgerPeriods {
  /** Those whose forecasts, and published statuses, are wanted. */
  forecast: readonly string[];
  /** Those whose figures and promises are wanted: earlier ones too, by which the first of the others were judged. */
  figures: readonly string[];
}

/**
 * What is to be read for the ledger since `ledgerSince`. Beside it the pace looks at the figures of all years of what adds up
 * through the year: the best that was ever done.
 *
 * @param back how many periods a past status looks back
 * @example ledgerPeriods(periodOf('2018-19/Q2'), 8).forecast[0] // '2013-14/M01'
 */
export function ledgerPeriods(period: ReportingPeriod, back: number): LedgerPeriods {
  const { yearKind } = period;
  const first = beginsIn(period) - LEDGER_YEARS;
  const years = Array.from({ length: LEDGER_YEARS + 2 }, (_, index) =>
    periodIn(first + index, yearKind, 'year', 1),
  );
  // Of halves the same number of periods reaches back furthest.
  const before = yearsOfInterest(periodIn(first, yearKind, 'half', 1), back);
  const codes = years.map(({ code }) => code);
  return { forecast: codesIn(codes), figures: codesIn([...new Set([...before, ...codes])]) };
}

const beginsIn = (period: ReportingPeriod): number => Number(yearOf(period).start.slice(0, 4));

const codesIn = (years: readonly string[]): string[] => years.flatMap(periodCodesIn);
