import type { PeriodBasis } from '../measure/measure.ts';
import type { Cases } from '../measure/parts-ratio.ts';
import type { Position } from '../measure/position.ts';
import type { Span } from '../period/period.ts';
import type { MeasureSignal } from '../signal/signal.ts';

/** What a change can be tested by, as far as it is held. */
export interface Evidence {
  /** What its control chart says; worked out when it is asked for. */
  signal: () => MeasureSignal;
  /** The cases that the figures rest on; null where they are not held. */
  cases: Record<'now' | 'previous' | 'lastYear', Cases | null>;
  /**
   * Of an annual measure: figure and cases of every year, oldest first, this one last; null for a year without. Worked
   * out when it is asked for.
   */
  years: () => readonly (Pick<Position, 'figure' | 'cases'> | null)[];
  /** True where the same time of every year is alike. */
  seasonal: boolean;
  periodBasis: PeriodBasis | null;
  /** How often it is collected, and what a period of the report is. */
  frequency: Span;
  span: Span;
}

const MONTHS: Record<Span, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/**
 * Which earlier figure can be set beside the latest without sharing cases with it, and is like it. Figures to date and
 * rolling ones hold the period before; a season makes the period before unlike; where nobody has said what a figure
 * covers, a year before is the safe one.
 * @example earlierSide({ periodBasis: 'toDate', … }) // 'samePeriodLastYear'
 */
export function earlierSide({
  seasonal,
  periodBasis,
  frequency,
  span,
}: Evidence): 'previousPeriod' | 'samePeriodLastYear' {
  const apart = periodBasis === 'discrete' || periodBasis === 'snapshot';
  const everyPeriod = MONTHS[frequency] <= MONTHS[span];
  return apart && everyPeriod && !seasonal ? 'previousPeriod' : 'samePeriodLastYear';
}

/** True where the figures come once a year. */
export const isAnnual = ({ frequency, span }: Pick<Evidence, 'frequency' | 'span'>): boolean =>
  frequency === 'year' || span === 'year';
