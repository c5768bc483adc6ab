import { periodLabel } from '../../../domain/period/label.ts';
import { can } from '../../../domain/permission/can.ts';
import { directionMark } from '../../../reports/model/marks.ts';
import { targetChanges } from '../../../reports/model/target-change.ts';
import { subjectOf } from '../../../workflow/queries/measure-in-hand.ts';
import { proposedCorrections } from '../../../workflow/queries/proposed-corrections.ts';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { canBeRestated, readRestatements } from '../../../workflow/queries/restatable.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { actingFor } from '../../acting.ts';
import { CasesBehind } from '../../components/cases-behind/cases-behind.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import type { Asked } from '../../route.ts';
import { figureAgainst, upperFirst } from '../../wording/figures.ts';
import { proposeAddress } from '../corrections/correction-address.ts';
import { CorrectionsTable } from '../corrections/corrections-table.tsx';
import { EarlierRestatements } from '../restate/earlier.tsx';
import { restateAddress } from '../restate/restate-address.ts';
import { disagreement } from '../scorecard/lists.ts';

/** What the reader must know of one period. */
export function Headline({ point: { period, measure, round } }: { point: MeasurePoint }) {
  const { snapshot, status, forecastStatus, direction } = measure;
  const { position, periodTargets, yearTargets, forecast, version } = snapshot;
  const differ = disagreement(measure);
  const isOpen = round === 'open' || round === 'closed';
  return (
    <>
      <p class="govuk-body-l">
        {`${periodLabel(period)}: ${figureAgainst(position.figure, periodTargets, version.unit, '')}. `}
        {`Year-end forecast: ${figureAgainst(forecast?.figure ?? null, yearTargets, version.unit, 'none given')}.`}
      </p>
      <dl class="ot-judged">
        <div>
          <dt>Status now</dt>
          <dd>
            <StatusTag outcome={status.outcome} />
            <p class="govuk-body-s">{upperFirst(status.explain().brief)}</p>
            {status.explain().smallNumbers === null ? <CasesBehind measure={measure} /> : null}
          </dd>
        </div>
        <div>
          <dt>Forecast for the year end</dt>
          <dd>
            <StatusTag outcome={forecastStatus.outcome} />
            <p class="govuk-body-s">
              {differ === null ? upperFirst(forecastStatus.explain().brief) : <strong>{differ}</strong>}
            </p>
          </dd>
        </div>
        <div>
          <dt>Direction of travel</dt>
          <dd>
            {direction.kind === 'unavailable' || direction.symbol === null ? null : (
              <span aria-hidden="true">{`${direction.symbol} `}</span>
            )}
            <strong>{direction.label}</strong>
            <p class="govuk-body-s">
              {directionMark(direction).explanation || directionMark(direction).basis}
            </p>
          </dd>
        </div>
      </dl>
      <Remarked point={measure} />
      {targetChanges(measure).map(({ about, sentence }) => (
        <p key={about} class="govuk-inset-text">
          {sentence}
        </p>
      ))}
      {isOpen ? (
        <p class="govuk-inset-text">
          This period is still being collected. The figure can change until the period is frozen.
        </p>
      ) : null}
    </>
  );
}

/** Whether the figure is final, and what was noted beside it. */
function Remarked({ point: { snapshot } }: { point: MeasurePoint['measure'] }) {
  const { observation } = snapshot.position;
  const isProvisional = observation?.flags.includes('provisional') ?? false;
  const note = observation?.note ?? null;
  if (!isProvisional && note === null) return null;
  return (
    <p class="govuk-inset-text">
      {isProvisional ? <strong>This figure is provisional. </strong> : null}
      {note === null ? null : `${note.replace(/\.$/, '')}.`}
    </p>
  );
}

interface CorrectionsProps {
  asked: Asked;
  code: string;
  period: string;
  /** The moment of a past view; null for now. */
  asAt: string | null;
}

/** What was corrected after publication, and for those who may, where to correct. */
export async function Corrections({ asked, code, period, asAt }: CorrectionsProps) {
  const { store, authority, actors } = asked;
  const earlier = await readRestatements(store, authority.code, {
    measures: [code],
    periods: [period],
    asAt,
  });
  const corrects =
    asAt === null &&
    can(actors, 'restateFigure', { relation: 'other', state: null }) &&
    (await canBeRestated(store, authority.code, period, code));
  const subject =
    asAt === null ? await subjectOf(store, actingFor(asked), code, period, setUpKnown(asked.known)) : null;
  const mayKnow = subject !== null && can(actors, 'readTrail', subject);
  const proposed = mayKnow ? await proposedCorrections(store, authority.code, { measure: code, period }) : [];
  const proposes =
    !corrects &&
    subject !== null &&
    can(actors, 'proposeCorrection', subject) &&
    (await canBeRestated(store, authority.code, period, code));
  return (
    <>
      {proposed.length === 0 ? null : (
        <CorrectionsTable caption="Corrections that were proposed" corrections={proposed} />
      )}
      <EarlierRestatements earlier={earlier} timeZone={authority.timeZone} />
      {corrects ? (
        <p class="govuk-body">
          <a class="govuk-link" href={restateAddress(period, code)}>
            Correct a published figure
          </a>
        </p>
      ) : null}
      {proposes ? (
        <p class="govuk-body">
          <a class="govuk-link" href={proposeAddress(period, code)}>
            This figure is wrong: propose a correction
          </a>
        </p>
      ) : null}
    </>
  );
}
