import type { Unit } from '../../../domain/number/unit.ts';
import { shortPeriodLabel } from '../../../domain/period/label.ts';
import { XmrImage } from '../../../reports/charts/xmr.tsx';
import { controlChartOf } from '../../../reports/model/charts/control-chart-of.ts';
import type { ChartView } from '../../../workflow/queries/chart-view.ts';

/** The control chart as it is drawn now, for wide screens and paper, and for phones; its notes under it. */
export function ChartPicture({ view: { signal, version, drawn } }: { view: ChartView }) {
  if (signal === null || signal.chart === null) return null;
  const chart = controlChartOf({
    chart: signal.chart,
    title: version.title,
    unit: drawn.seasonal ? ofChanges(version.unit) : version.unit,
    named: new Map(
      signal.periods.map((period) => [period.end, { label: shortPeriodLabel(period), display: 'No figure' }]),
    ),
    prepared: signal.points,
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

/** A change on the year before is in points of a percentage, and may be below nought. */
const ofChanges = (unit: Unit): Unit => ({
  kind: 'number',
  decimals: 'decimals' in unit ? unit.decimals : 2,
});
