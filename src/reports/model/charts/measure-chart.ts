import type { MeasureVersion } from '../../../domain/measure/measure.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { shortPeriodLabel } from '../../../domain/period/label.ts';
import type { MeasureSignal } from '../../../domain/signal/signal.ts';
import type { XmrChart } from '../../../domain/statistics/xmr/chart.ts';
import type { ControlChart } from './control-chart.ts';
import { controlChartOf } from './control-chart-of.ts';

/** A measure's control chart and what it is drawn of. */
export interface Charted {
  signal: MeasureSignal;
  version: Pick<MeasureVersion, 'title' | 'unit'>;
  /** True where the points are changes on the year before. */
  seasonal: boolean;
}

/** The control chart of a measure, ready to draw; null where none can be drawn, or there is not even a line. */
export function measureChart({ signal, version, seasonal }: Charted): ControlChart | null {
  const { chart } = signal;
  if (chart === null || chart.points.filter(({ value }) => value !== null).length < 2) return null;
  return controlChartOf({
    chart,
    title: version.title,
    unit: seasonal ? ofChanges(version.unit) : version.unit,
    named: new Map(
      signal.periods.map((period) => [period.end, { label: shortPeriodLabel(period), display: 'No figure' }]),
    ),
    prepared: [signal.points, signal.baseline].filter((one) => one !== null),
    ...(isNeverBelowNought(chart, version.unit) ? { bounds: { least: '0', most: null } } : {}),
  });
}

/** Of counts that never were, no limit is drawn there. */
const isNeverBelowNought = ({ points }: XmrChart, { kind }: Unit): boolean =>
  (kind === 'number' || kind === 'rate' || kind === 'duration') &&
  points.every(({ value }) => value === null || value >= 0);

/** A change on the year before is in points of a percentage, and may be below nought. */
const ofChanges = (unit: Unit): Unit => ({
  kind: 'number',
  decimals: 'decimals' in unit ? unit.decimals : 2,
});
