import { periodLabel } from '../../../../domain/period/label.ts';
import { periodHolding } from '../../../../domain/period/of-day.ts';
import { predecessor, successor } from '../../../../domain/period/relate.ts';
import type { Asked } from '../../../route.ts';

const ALWAYS = '1900-01-01';

/** Days from which a scheme may hold: the first of a period, so that none is judged by two. */
export function daysOffered({ today, authority }: Asked): { day: string; text: string; hint?: string }[] {
  const quarter = periodHolding(today, 'quarter', authority.yearKind);
  const last = predecessor(quarter);
  const nextYear = successor(periodHolding(today, 'year', authority.yearKind));
  return [
    { day: last.start, text: periodLabel(last), hint: 'The quarter that has just ended' },
    { day: quarter.start, text: periodLabel(quarter) },
    { day: nextYear.start, text: `The year ${nextYear.code}` },
    {
      day: ALWAYS,
      text: 'Every period, past ones too',
      hint: 'Published reports stay as they are; the past as now known is judged again',
    },
  ];
}
