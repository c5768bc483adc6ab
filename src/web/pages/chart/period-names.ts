import { formatLongDate } from '../../../domain/number/date.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { ChartView } from '../../../workflow/queries/chart-view.ts';

/** A day as the period of the chart that begins with it; one of before the chart by its date. */
export function periodNames({ signal }: Pick<ChartView, 'signal'>): (day: string) => string {
  const byDay = new Map((signal?.periods ?? []).map((period) => [period.start, periodLabel(period)]));
  return (day) => byDay.get(day) ?? formatLongDate(day);
}
