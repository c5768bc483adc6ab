import { ChartImage } from '../../charts/chart-image.tsx';
import { headlineOf } from '../../model/charts/chart.ts';
import { briefFigures, chartTable } from '../../model/charts/chart-table.ts';
import type { ReportBlock, ReportChart } from '../../model/report.ts';
import type { Appearance } from './report-style.ts';
import { TableView } from './table.tsx';

type ChartsBlock = Extract<ReportBlock, { type: 'charts' }>;

/** Charts of measures: small ones beside each other, or one as wide as the page. */
export function Charts({
  block: { size, charts },
  appearance,
}: {
  block: ChartsBlock;
  appearance: Appearance;
}) {
  const views = charts.map((each) => (
    <ChartView key={each.id} of={each} size={size} appearance={appearance} />
  ));
  return <div class={`${size}-charts`}>{views}</div>;
}

interface ViewProps {
  of: ReportChart;
  size: ChartsBlock['size'];
  appearance: Appearance;
}

/** What it is of and what it says, the picture, how it was made, and its figures folded beneath. */
function ChartView({ of, size, appearance }: ViewProps) {
  const { id, code, chart } = of;
  return (
    <figure class="drawn">
      <figcaption>
        {size === 'small' ? (
          <strong class="of">
            <span class="code">{code}</span> {chart.title}
          </strong>
        ) : null}
        <span class="says">{headlineOf(chart)}</span>
      </figcaption>
      {size === 'small' ? (
        <ChartImage chart={chart} id={id} layout="small" />
      ) : (
        <>
          <ChartImage chart={chart} id={id} class="wide" />
          <ChartImage chart={chart} id={`${id}-narrow`} class="narrow" layout="narrow" />
        </>
      )}
      {size === 'small' ? null : <Said notes={chart.notes} />}
      <Figures of={of} size={size} appearance={appearance} />
    </figure>
  );
}

function Figures({ of: { id, code, chart }, size, appearance }: ViewProps) {
  const { table, said } =
    size === 'small'
      ? briefFigures(chart, `${id}-figures`)
      : { table: chartTable(chart, `${id}-figures`), said: [] };
  return (
    <details class="why">
      <summary>
        Figures<span class="unseen">{` of the chart of ${code}`}</span>
      </summary>
      {size === 'small' ? <Said notes={[...said, ...chart.notes]} /> : null}
      <TableView table={table} appearance={appearance} />
    </details>
  );
}

const Said = ({ notes }: { notes: readonly string[] }) =>
  notes.length === 0 ? null : (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
