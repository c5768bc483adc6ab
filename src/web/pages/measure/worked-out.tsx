import type { JudgedStatus } from '../../../domain/evaluate.ts';
import { formatLongDate } from '../../../domain/number/date.ts';
import type { Explanation } from '../../../domain/status/explain.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { upperFirst } from '../../wording/figures.ts';

/** Why the statuses are what they are: the arithmetic, the rule, and the version of the scheme that holds it. */
export function WorkedOut({ point: { measure, scheme } }: { point: MeasurePoint }) {
  const { position } = measure.snapshot;
  return (
    <section aria-labelledby="worked-out">
      <h2 class="govuk-heading-m" id="worked-out">
        How this status was worked out
      </h2>
      <Judged heading="Now" status={measure.status} workedOut={position.workedOut} />
      <Judged heading="Year-end forecast" status={measure.forecastStatus} workedOut={null} />
      <p class="govuk-body ot-wrap">
        {`Judged by ${scheme.name}, version ${scheme.version}, in force from ${formatLongDate(scheme.effectiveFrom)}.`}
        {scheme.source === null ? '' : ` Source: ${scheme.source}`}
      </p>
    </section>
  );
}

interface JudgedProps {
  heading: string;
  status: JudgedStatus;
  workedOut: string | null;
}

function Judged({ heading, status, workedOut }: JudgedProps) {
  const explanation = status.explain();
  return (
    <>
      <h3 class="govuk-heading-s">
        {heading}: <StatusTag outcome={status.outcome} />
      </h3>
      <p class="govuk-body">
        {status.shown === 'asPublished'
          ? `Shown as it was published. Our rules cannot judge it: ${explanation.brief}.`
          : explanation.sentence}
        {explanation.distanceSentence === null ? '' : ` ${explanation.distanceSentence}`}
        {status.agrees ? '' : ` It was published as ${status.stated}.`}
      </p>
      {explanation.comparisons.length === 0 ? null : (
        <Arithmetic explanation={explanation} workedOut={workedOut} />
      )}
    </>
  );
}

function Arithmetic({ explanation, workedOut }: { explanation: Explanation; workedOut: string | null }) {
  const { actual, comparisons, parameters } = explanation;
  const lines: [name: string, value: string][] = [
    ['Figure', `${actual.display} (exactly ${actual.value})`],
    ...(workedOut === null ? [] : [['Worked out from', workedOut] as [string, string]]),
    ...comparisons.flatMap(({ noun, display, value, variance, phrase }): [string, string][] => [
      [upperFirst(noun), `${display} (exactly ${value})`],
      ['Difference', variance === null ? upperFirst(phrase) : varianceInWords(variance)],
    ]),
    // The scheme's own settings are in the sentence already.
    ...parameters
      .filter(({ level }) => level !== 'scheme')
      .map(({ id, value, level, reason }): [string, string] => [
        `Setting “${id}”`,
        `${value}, ${levelInWords(level)}${reason === null ? '' : `: ${reason}`}`,
      ]),
  ];
  return (
    <dl class="govuk-summary-list">
      {lines.map(([name, value], index) => (
        <div class="govuk-summary-list__row" key={index}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const varianceInWords = ({
  display,
  numerator,
  denominator,
}: {
  display: string;
  numerator: string;
  denominator: string;
}): string =>
  denominator === '1' ? `${display} (exactly ${numerator})` : `${display} (${numerator} ÷ ${denominator})`;

const levelInWords = (level: string): string =>
  ({
    scorecard: 'decided for the scorecard',
    measure: 'decided for this measure',
    period: 'decided for this period',
  })[level] ?? level;
