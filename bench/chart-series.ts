import { decimal } from '../src/domain/number/decimal.ts';
import type { XmrChart } from '../src/domain/statistics/xmr/chart.ts';
import { xmrChart } from '../src/domain/statistics/xmr/xmr-chart.ts';
import { controlChartOf } from '../src/reports/model/charts/control-chart-of.ts';

export const POINTS = 24;
/** Charts of one run: no two alike, and none drawn before. */
export const DRAWN = 60;

/** Two years of months about a level, another each time it is asked for. */
export function nextChart(): { chart: XmrChart; labels: string[] } {
  number += 1;
  const points = Array.from({ length: POINTS }, (_, at) => {
    const month = 3 + at;
    const date = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    return { date, value: decimal(`${60 + ((number * 7 + at * at * 13) % 17)}.${(at + number) % 10}`) };
  });
  const chart = xmrChart({
    points,
    polarity: 'higher',
    targets: [{ from: '2022-04-01', value: decimal('80') }],
  });
  return { chart, labels: points.map(({ date }) => date.slice(0, 7)) };
}
let number = 0;

/** The same chart as it is drawn. */
export const drawable = ({ chart, labels }: ReturnType<typeof nextChart>) =>
  controlChartOf({
    chart,
    title: 'Calls answered in time',
    unit: { kind: 'percentage', decimals: 1 },
    named: new Map(
      chart.points.map(({ date }, at) => [date, { label: labels[at] ?? date, display: 'No figure' }]),
    ),
  });

/** Mean, limits and target: the lines that every chart of the comparison has. */
export function linesOf({ segments, points }: XmrChart): number[] {
  const limits = segments[0]?.limits;
  const mean = segments[0]?.mean;
  return [limits?.lower, limits?.upper, mean, points.at(-1)?.target].filter(
    (line) => typeof line === 'number',
  );
}
