import { periodHolding } from '../../../../domain/period/of-day.ts';
import { parsePeriod } from '../../../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../../../domain/period/period.ts';
import { predecessor, successor } from '../../../../domain/period/relate.ts';
import type { Asked } from '../../../route.ts';

type When = Pick<Asked, 'today' | 'authority'>;

/** The years whose targets are offered: next year's are agreed before it begins. */
export function yearsOffered({ today, authority }: When): ReportingPeriod[] {
  const now = periodHolding(today, 'year', authority.yearKind);
  const last = predecessor(now);
  return [successor(now), now, last, predecessor(last)];
}

/** The year of an address; null for none. */
export function yearAt(text: string, { authority }: When): ReportingPeriod | null {
  const read = parsePeriod(text);
  return 'period' in read && read.period.span === 'year' && read.period.yearKind === authority.yearKind
    ? read.period
    : null;
}
