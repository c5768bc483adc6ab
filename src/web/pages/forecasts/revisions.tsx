import type { LedgerEntry } from '../../../domain/measure-ledger.ts';
import type { TypedFigure } from '../../../domain/number/figure.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { shortPeriodLabel } from '../../../domain/period/label.ts';
import { ChartImage } from '../../../reports/charts/chart-image.tsx';
import { headlineOf } from '../../../reports/model/charts/chart.ts';
import type { TrendChart } from '../../../reports/model/charts/trend-chart.ts';
import { trendChartOf } from '../../../reports/model/charts/trend-chart-of.ts';

interface Props {
  year: string;
  /** Of that year, in the order of the periods. */
  entries: readonly LedgerEntry[];
  unit: Unit;
}

/** How a year's forecast moved, beside what it ended at and its target; the table below has the same and every version. */
export function Revisions(props: Props) {
  const chart = revisionsChart(props);
  if (chart === null) return null;
  return (
    <figure class="ot-figure">
      <figcaption class="govuk-body ot-wrap">{headlineOf(chart)}</figcaption>
      <div class="ot-small-chart">
        <ChartImage chart={chart} id={`revisions-${props.year}`} layout="narrow" />
      </div>
    </figure>
  );
}

/** null where fewer than two forecasts are numbers: nothing moved. */
export function revisionsChart({ year, entries, unit }: Props): TrendChart | null {
  const given = entries.filter(({ counted }) => counted.figure.kind === 'number');
  const [first] = given;
  if (first === undefined || given.length < 2) return null;
  const { outturn, yearTarget } = first;
  const target = numberOf(yearTarget);
  const ended = numberOf(outturn);
  return trendChartOf({
    title: `Forecasts of ${year}`,
    unit,
    name: 'Forecast',
    points: entries.map(({ period, counted: { figure } }) => ({
      // The year is said above.
      label: shortPeriodLabel(period).replace(/ .*$/, ''),
      value: numberOf(figure),
      missing: formatFigure(figure, unit),
      target,
    })),
    comparator: ended === null ? null : { name: 'Year end', values: entries.map(() => ended) },
    ownHeadline: inWords(given, ended === null ? null : outturn, yearTarget, unit),
  });
}

/** `Forecast 90.0 in Q1 2017-18, then 88.0 in Q3 2017-18; the year ended at 87.1. The target was 85.0.` */
function inWords(
  given: readonly LedgerEntry[],
  outturn: TypedFigure | null,
  yearTarget: TypedFigure | null,
  unit: Unit,
): string {
  const said = given.flatMap(({ period, counted: { figure } }, index) => {
    const before = given[index - 1]?.counted.figure;
    const text = formatFigure(figure, unit);
    if (before !== undefined && formatFigure(before, unit) === text) return [];
    return [`${text} in ${shortPeriodLabel(period)}`];
  });
  const moved = said.length === 1 ? `${said[0]} and never revised` : said.join(', then ');
  const ended = outturn === null ? '' : `; the year ended at ${formatFigure(outturn, unit)}`;
  const target = yearTarget?.kind === 'number' ? ` The target was ${formatFigure(yearTarget, unit)}.` : '';
  return `Forecast ${moved}${ended}.${target}`;
}

const numberOf = (figure: TypedFigure | null) => (figure?.kind === 'number' ? figure.value : null);
