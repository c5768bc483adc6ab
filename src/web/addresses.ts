import { createHash } from 'node:crypto';
import { parsePeriod } from '../domain/period/parse.ts';
import type { ReportingPeriod } from '../domain/period/period.ts';

/** A period in an address: `2018-19/Q2` is `2018-19-Q2`. */
export const periodAddress = (code: string): string => code.replace('/', '-');

/** The period of an address; null for anything else. */
export function periodAt(address: string): ReportingPeriod | null {
  const read = parsePeriod(address.replace(/-(?=[QMH]\d)/, '/'));
  return 'period' in read && periodAddress(read.period.code) === address ? read.period : null;
}

const READABLE = 24;

/**
 * A measure in an address: its code as far as an address can hold it, and six digits that tell it from every other.
 * Codes are free text: `EI 12/EI 3`, `AHH Local 2A (i)`.
 */
export function measureAddress(code: string): string {
  const words = code
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, READABLE);
  return `${words || 'm'}-${createHash('sha256').update(code).digest('hex').slice(0, 6)}`;
}
