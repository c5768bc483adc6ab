import { instant } from './canonical.ts';

/** @example minutesAfter('2018-10-12T08:30:00.000Z', 5) // '2018-10-12T08:35:00.000Z' */
export const minutesAfter = (now: string, minutes: number): string =>
  new Date(Date.parse(instant(now)) + minutes * 60_000).toISOString();
