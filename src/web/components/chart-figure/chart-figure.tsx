import { ChartImage } from '../../../reports/charts/chart-image.tsx';
import { headlineOf } from '../../../reports/model/charts/chart.ts';
import { chartTable } from '../../../reports/model/charts/chart-table.ts';
import type { DrawnChart } from '../../../reports/model/charts/drawn-chart.ts';
import type { Cell } from '../../../reports/model/report.ts';
import { Details } from '../details/details.tsx';
import { Table } from '../table/table.tsx';

/**
 * A chart with all that belongs to it: its headline above, the picture drawn for wide screens and paper and again for
 * phones, its notes, and its figures in a table to be unfolded.
 */
export function ChartFigure({
  chart,
  id,
  files,
}: {
  chart: DrawnChart;
  /** Unique on the page. */
  id: string;
  /** Where the picture is to be had as a file. */
  files?: { svg: string; png: string };
}) {
  const table = chartTable(chart, `${id}-figures`);
  const hidden = <span class="govuk-visually-hidden">{` of the chart ${chart.title}`}</span>;
  return (
    <figure class="ot-figure">
      <figcaption class="govuk-body ot-wrap">{headlineOf(chart)}</figcaption>
      <div class="ot-chart">
        <ChartImage chart={chart} id={id} class="ot-chart__wide" />
        <ChartImage chart={chart} id={`${id}-narrow`} class="ot-chart__narrow" layout="narrow" />
      </div>
      {chart.notes.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet govuk-body-s">
          {chart.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Details summaryText={<>Figures{hidden}</>}>
        <Table
          caption={table.caption}
          captionSmall
          columns={table.columns.map(({ heading, align }, at) => ({
            heading,
            label: at === 0 ? '' : heading,
            numeric: align === 'end',
          }))}
          rows={table.rows.map(({ id: key, cells }) => ({ key, cells: cells.map(textOf) }))}
          empty={table.empty}
        />
      </Details>
      {files === undefined ? null : (
        <p class="govuk-body-s">
          Save as{' '}
          <a class="govuk-link" href={files.svg}>
            SVG{hidden}
          </a>{' '}
          or{' '}
          <a class="govuk-link" href={files.png}>
            PNG{hidden}
          </a>
        </p>
      )}
    </figure>
  );
}

const textOf = (cell: Cell): string =>
  cell.type === 'figure' ? cell.figure.display : cell.type === 'text' ? cell.text : '';
