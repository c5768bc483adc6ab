import { Temporal } from 'temporal-polyfill';
import { plainDate } from '../../domain/number/date.ts';

/** The beginning of what states none: before any figure, so that it holds for every period. */
export const ALWAYS = '1900-01-01';

/** The last day before a day: where what held until then ends. */
export const dayBefore = (day: string): string =>
  plainDate(day)
    .subtract(Temporal.Duration.from({ days: 1 }))
    .toString();
