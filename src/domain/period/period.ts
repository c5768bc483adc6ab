/** The kinds of year an authority reports in. Codes: `2018-19`, `2018` (calendar), `2018-19A` (academic). */
export type YearKind = 'financial' | 'calendar' | 'academic';

export type Span = 'month' | 'quarter' | 'half' | 'year';

/**
 * A reporting period: a span of whole months with an order and a predecessor.
 * `code` is its only identity (`2018-19/Q2`, `2018-19/M06`, `2018-19/H1`, `2018-19`); the rest follows from it.
 * Dates are plain ISO dates; both ends are inclusive.
 */
export interface ReportingPeriod {
  code: string;
  yearKind: YearKind;
  /** The year part of the code: `2018-19`. */
  year: string;
  span: Span;
  /** 1-based number within the year; 1 for a whole year. */
  number: number;
  start: string;
  end: string;
}
