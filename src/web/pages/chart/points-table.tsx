import { toFixedText } from '../../../domain/number/decimal.ts';
import { formatNumber, grouped } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { decimalOf } from '../../../domain/statistics/float-text.ts';
import type { XmrPoint } from '../../../domain/statistics/xmr/chart.ts';
import { ruleInWords } from '../../../reports/model/charts/control-chart-of.ts';
import type { Charted } from '../../../reports/model/charts/measure-chart.ts';
import { Table } from '../../components/table/table.tsx';

/** What the chart draws, period by period, the latest first. */
export function PointsTable({ charted: { signal, version, seasonal } }: { charted: Charted }) {
  const { chart } = signal;
  if (chart === null) return null;
  const written = writer(version.unit, seasonal);
  const withTarget = chart.points.some(({ target }) => target !== null);
  const rows = chart.points.map((point, at) => {
    const segment = chart.segments[point.segment];
    const period = signal.periods[at];
    const begins = segment?.rebase !== null && chart.points[at - 1]?.segment !== point.segment;
    return {
      key: point.date,
      cells: [
        <>
          {period === undefined ? point.date : periodLabel(period)}
          {begins && segment?.rebase ? (
            <span class="ot-under">{`Worked out anew from here: ${segment.rebase.reason}`}</span>
          ) : null}
        </>,
        point.value === null ? 'No figure' : written.figure(point.value),
        ...(withTarget ? [point.target === null ? 'No target' : written.figure(point.target)] : []),
        segment?.mean == null ? 'None' : written.computed(segment.mean),
        segment?.limits == null
          ? 'None'
          : `${written.computed(segment.limits.lower)} to ${written.computed(segment.limits.upper)}`,
        saysOf(point),
      ],
    };
  });
  return (
    <Table
      caption="What the chart shows"
      columns={[
        { heading: 'Period', label: '' },
        { heading: seasonal ? 'Change on the year before' : 'Figure', label: 'Figure', numeric: true },
        ...(withTarget ? [{ heading: 'Target', label: 'Target', numeric: true }] : []),
        { heading: 'Mean', label: 'Mean', numeric: true },
        { heading: 'Limits', label: 'Limits', numeric: true },
        { heading: 'Signals', label: 'Signals' },
      ]}
      rows={rows.reverse()}
      empty=""
    />
  );
}

/** A change on the year before is in no unit of the figures: of percentages it is in points. */
function writer(unit: Unit, isChange: boolean) {
  const decimals = 'decimals' in unit ? unit.decimals : 2;
  const plain = (value: number, places: number) => grouped(toFixedText(decimalOf(value), places));
  return {
    figure: (value: number) => (isChange ? plain(value, decimals) : formatNumber(decimalOf(value), unit)),
    // What is worked out is between the figures: one decimal more.
    computed: (value: number) => plain(value, decimals + 1),
  };
}

/** Why nothing is said of a stretch stands under the picture, once. */
function saysOf({ value, rules: met, variation }: XmrPoint): string {
  if (value === null || variation === null) return 'None';
  if (met.length === 0) return 'Within usual variation';
  const text = met.map(ruleInWords).join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
