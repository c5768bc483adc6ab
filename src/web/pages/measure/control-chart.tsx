import { signalInWords } from '../../../domain/signal/signal-in-words.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { Details } from '../../components/details/details.tsx';
import { Signal } from '../../components/signal/signal.tsx';
import { ChartPicture } from '../chart/picture.tsx';
import { PointsTable } from '../chart/points-table.tsx';

/** Whether the measure has really changed and whether its target can be met: in words, drawn, and as a table. */
export function ControlChart({ point: { measure } }: { point: MeasurePoint }) {
  const signal = measure.signal();
  const { version, chart } = measure.snapshot;
  const charted = { signal, version, seasonal: chart?.seasonal ?? false };
  const figures = signal.chart?.points.filter(({ value }) => value !== null) ?? [];
  return (
    <section aria-labelledby="control-chart">
      <h2 class="govuk-heading-m" id="control-chart">
        Has it really changed?
      </h2>
      <p class="govuk-body">{signalInWords(signal)}</p>
      {signal.variation.icon === null && signal.assurance.icon === null ? null : (
        <div class="govuk-body">
          <Signal signal={signal} />
        </div>
      )}
      {figures.length < 2 ? null : (
        <>
          <ChartPicture charted={charted} />
          <Details summaryText="The figures of this chart">
            <PointsTable charted={charted} />
          </Details>
        </>
      )}
    </section>
  );
}
