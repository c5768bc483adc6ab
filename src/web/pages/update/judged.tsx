import type { JudgedStatus } from '../../../domain/evaluate.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { signalInWords } from '../../../domain/signal/signal-in-words.ts';
import { nearCheck } from '../../../domain/status/near-words.ts';
import { SparklineImage } from '../../../reports/charts/sparkline.tsx';
import type { Judgement } from '../../../workflow/queries/update-view.ts';
import { Details } from '../../components/details/details.tsx';
import { Signal } from '../../components/signal/signal.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';

/** What the figures come to: status, forecast status, direction, a small chart, and questions about what was typed. */
export function Judged({ judged }: { judged: Judgement }) {
  const { measure, chart, doubts } = judged;
  const { status, forecastStatus, direction } = measure;
  const { near } = status.explain();
  const checks = near === null ? doubts : [...doubts, nearCheck(near)];
  const disagree = status.outcome.id !== forecastStatus.outcome.id && forecastStatus.outcome.inDenominator;
  return (
    <>
      <dl class="ot-judged">
        <div>
          <dt>Status now</dt>
          <dd>
            <StatusTag outcome={status.outcome} />
            <p class="govuk-body-s">{briefly(status)}</p>
          </dd>
        </div>
        <div>
          <dt>Forecast for the year end</dt>
          <dd>
            <StatusTag outcome={forecastStatus.outcome} />
            <p class="govuk-body-s">{briefly(forecastStatus)}</p>
            {disagree && status.outcome.inDenominator ? (
              <p class="govuk-body-s">Say in the texts what changes by then.</p>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>Direction of travel</dt>
          <dd>
            <strong>
              {direction.kind === 'available' ? `${direction.symbol} ` : ''}
              {direction.label}
            </strong>
            <p class="govuk-body-s">
              {direction.kind === 'available'
                ? direction.brief
                : direction.kind === 'unavailable'
                  ? direction.reason
                  : ''}
            </p>
          </dd>
        </div>
        <div>
          <dt>Control chart</dt>
          <dd>
            <Signal signal={measure.signal()} />
            <p class="govuk-body-s">{signalInWords(measure.signal())}</p>
          </dd>
        </div>
        <div>
          <dt>Recent figures</dt>
          <dd>
            <span class="ot-sparkline">
              <SparklineImage chart={chart} width={200} height={48} />
            </span>
            <p class="govuk-body-s">{chart.description}</p>
          </dd>
        </div>
      </dl>
      {checks.length === 0 ? null : (
        <div class="govuk-inset-text">
          <h3 class="govuk-heading-s">Please check</h3>
          <ul class="govuk-list govuk-list--bullet">
            {checks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        </div>
      )}
      <Details summaryText="How the status is worked out">
        <p class="govuk-body">{sentence(status)}</p>
        {forecastStatus.outcome.inDenominator ? <p class="govuk-body">{sentence(forecastStatus)}</p> : null}
      </Details>
    </>
  );
}

const briefly = (status: JudgedStatus): string => status.explain().brief;

function sentence(status: JudgedStatus): string {
  const { sentence, distanceSentence } = status.explain();
  return distanceSentence === null ? sentence : `${sentence} ${distanceSentence}`;
}

/** What was promised, in a sentence. */
export function targetSentence({ measure }: Judgement): string {
  const { periodTargets, yearTargets, version } = measure.snapshot;
  const said = (figure: { figure: Parameters<typeof formatFigure>[0] } | undefined) =>
    figure === undefined ? null : formatFigure(figure.figure, version.unit);
  const [now, year] = [said(periodTargets.target), said(yearTargets.target)];
  if (now === null && year === null) return 'No target has been set.';
  if (now === null) return `The target for the year end is ${year}.`;
  if (year === null || year === now) return `The target is ${now}.`;
  return `The target is ${now} for this period and ${year} for the year end.`;
}
