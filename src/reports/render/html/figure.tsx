import type { DirectionMark, FigureCell, FigureGroup } from '../../model/report.ts';
import { DirectionView } from './direction.tsx';

/** A figure as printed, with the exact value in the markup for whoever reads the page by machine. */
export function FigureView({ figure }: { figure: FigureCell }) {
  return (
    <>
      <FigureValue figure={figure} />
      {figure.notes.map((note, index) => (
        <span key={index} class="remark">
          {` ${note}`}
        </span>
      ))}
    </>
  );
}

function FigureValue({ figure: { display, kind, exact } }: { figure: FigureCell }) {
  if (exact === null) return <span class="figure-value missing">{display}</span>;
  if (kind === 'date') {
    return (
      <time class="figure-value" dateTime={exact}>
        {display}
      </time>
    );
  }
  return (
    <data class="figure-value" value={exact}>
      {display}
    </data>
  );
}

interface PerformanceProps {
  groups: readonly FigureGroup[];
  direction: DirectionMark;
  about: string;
  /** Whether paper has room for a few words only about the direction. */
  briefly: boolean;
}

export function Performance({ groups, direction, about, briefly }: PerformanceProps) {
  return (
    <div class="groups">
      {groups.map(({ heading, entries }, index) => (
        <div key={index} class="group">
          <p class="group-heading">{heading}</p>
          <dl>
            {entries.map(({ label, figure }, order) => (
              <div key={order}>
                <dt>{label}</dt>
                <dd>
                  <FigureView figure={figure} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <DirectionView direction={direction} about={about} briefly={briefly} headed />
    </div>
  );
}
