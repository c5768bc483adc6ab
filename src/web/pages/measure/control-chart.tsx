import { signalInWords } from '../../../domain/signal/signal-in-words.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { periodAddress } from '../../addresses.ts';
import { Details } from '../../components/details/details.tsx';
import { Signal } from '../../components/signal/signal.tsx';
import { ChartPicture } from '../chart/picture.tsx';
import { PointsTable } from '../chart/points-table.tsx';

interface Props {
  point: MeasurePoint;
  /** Of the measure; null where the figures are shown as they were known once, and no file is made. */
  address: string | null;
}

/** Whether the measure has really changed and whether its target can be met: in words, drawn, and as a table. */
export function ControlChart({ point: { measure, period }, address }: Props) {
  const signal = measure.signal();
  const { version, chart } = measure.snapshot;
  const charted = { signal, version, seasonal: chart?.seasonal ?? false };
  const words = signalInWords(signal);
  const figures = signal.chart?.points.filter(({ value }) => value !== null) ?? [];
  return (
    <section aria-labelledby="control-chart">
      <h2 class="govuk-heading-m" id="control-chart">
        Has it really changed?
      </h2>
      <p class="govuk-body">{words}</p>
      {signal.variation.icon === null && signal.assurance.icon === null ? null : (
        <div class="govuk-body">
          <Signal signal={signal} />
        </div>
      )}
      {figures.length < 2 ? null : (
        <>
          <ChartPicture charted={charted} said={words} />
          {address === null ? null : <Downloads address={`${address}/control-chart`} period={period.code} />}
          <Details summaryText="The figures of this chart">
            <PointsTable charted={charted} />
          </Details>
        </>
      )}
    </section>
  );
}

function Downloads({ address, period }: { address: string; period: string }) {
  const link = (format: 'svg' | 'png') => (
    <a class="govuk-link" href={`${address}.${format}?period=${periodAddress(period)}`} download>
      {format.toUpperCase()}
      <span class="govuk-visually-hidden"> file of the control chart</span>
    </a>
  );
  return (
    <p class="govuk-body">
      Download the chart as {link('svg')} or {link('png')}
    </p>
  );
}
