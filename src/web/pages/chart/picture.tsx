import type { MeasureVersion } from '../../../domain/measure/measure.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { shortPeriodLabel } from '../../../domain/period/label.ts';
import type { MeasureSignal } from '../../../domain/signal/signal.ts';
import type { XmrChart } from '../../../domain/statistics/xmr/chart.ts';
import { XmrImage } from '../../../reports/charts/xmr.tsx';
import { controlChartOf } from '../../../reports/model/charts/control-chart-of.ts';

/** A measure's control chart and what it is drawn of. */
export interface Charted {
  signal: MeasureSignal;
  version: Pick<MeasureVersion, 'title' | 'unit'>;
  /** True where the points are changes on the year before. */
  seasonal: boolean;
}

/** The control chart as it is drawn now, for wide screens and paper, and for phones; its notes under it. */
export function ChartPicture({ charted: { signal, version, seasonal } }: { charted: Charted }) {
  if (signal.chart === null) return null;
  const chart = controlChartOf({
    chart: signal.chart,
    title: version.title,
    unit: seasonal ? ofChanges(version.unit) : version.unit,
    named: new Map(
      signal.periods.map((period) => [period.end, { label: shortPeriodLabel(period), display: 'No figure' }]),
    ),
    prepared: signal.points,
    ...(isNeverBelowNought(signal.chart, version.unit) ? { bounds: { least: '0', most: null } } : {}),
  });
  return (
    <>
      <div class="ot-chart">
        <XmrImage chart={chart} id="xmr" class="ot-chart__wide" />
        <XmrImage chart={chart} id="xmr-narrow" class="ot-chart__narrow" layout="narrow" />
      </div>
      {chart.notes.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet govuk-body-s">
          {chart.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
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
