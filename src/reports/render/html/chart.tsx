import { SparklineImage } from '../../charts/sparkline.tsx';
import type { Sparkline } from '../../model/report.ts';

/** A sparkline in a table, with its figures folded beneath it. */
export function ChartCell({ chart, about }: { chart: Sparkline; about: string }) {
  if (!isDrawn(chart)) return <p class="missing">{chart.description}</p>;
  return (
    <div class="chart-box">
      <SparklineImage chart={chart} />
      <Ends chart={chart} />
      <details class="why">
        <summary>
          Figures<span class="unseen"> {about}</span>
        </summary>
        <Points chart={chart} />
      </details>
    </div>
  );
}

/** A chart that stands alone: its sentence above it, its figures below. */
export function ChartFigure({ chart }: { chart: Sparkline }) {
  return (
    <figure>
      <figcaption>{chart.description}</figcaption>
      {isDrawn(chart) ? <SparklineImage chart={chart} width={480} height={120} /> : null}
      <Points chart={chart} />
    </figure>
  );
}

function isDrawn({ points }: Sparkline): boolean {
  return points.some((point) => point.exact !== null);
}

/** First and last period, so that the line can be read without opening anything. */
function Ends({ chart: { points } }: { chart: Sparkline }) {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  return (
    <p class="ends" aria-hidden="true">
      <span>{first.label}</span>
      <span>{last.label}</span>
    </p>
  );
}

function Points({ chart: { points, target } }: { chart: Sparkline }) {
  return (
    <dl class="points">
      {points.map(({ period, label, display, exact }) => (
        <div key={period}>
          <dt>{label}</dt>
          <dd class={exact === null ? 'missing' : undefined}>{display}</dd>
        </div>
      ))}
      {target === null ? null : (
        <div>
          <dt>Target</dt>
          <dd>{target.display}</dd>
        </div>
      )}
    </dl>
  );
}
