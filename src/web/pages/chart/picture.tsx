import { ChartImage } from '../../../reports/charts/chart-image.tsx';
import { type Charted, measureChart } from '../../../reports/model/charts/measure-chart.ts';

/**
 * The control chart as it is drawn now, for wide screens and paper, and for phones; its notes under it.
 * @param said what stands above it already: no note says it again
 */
export function ChartPicture({ charted, said }: { charted: Charted; said?: string }) {
  const chart = measureChart(charted);
  if (chart === null) return null;
  const notes = chart.notes.filter((note) => note !== said);
  return (
    <>
      <div class="ot-chart">
        <ChartImage chart={chart} id="xmr" class="ot-chart__wide" />
        <ChartImage chart={chart} id="xmr-narrow" class="ot-chart__narrow" layout="narrow" />
      </div>
      {notes.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet govuk-body-s">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}
