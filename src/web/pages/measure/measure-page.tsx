import { periodLabel } from '../../../domain/period/label.ts';
import { can } from '../../../domain/permission/can.ts';
import { directionMark } from '../../../reports/model/marks.ts';
import { targetChanges } from '../../../reports/model/target-change.ts';
import { readCommitments } from '../../../workflow/queries/commitments.ts';
import { subjectOf } from '../../../workflow/queries/measure-in-hand.ts';
import { type MeasurePoint, type MeasureView, readMeasure } from '../../../workflow/queries/read-measure.ts';
import { canBeRestated, readRestatements } from '../../../workflow/queries/restatable.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { type TrailOfUpdate, trailOfUpdate } from '../../../workflow/queries/trail-of-update.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { measureOf } from '../../subject.ts';
import { figureAgainst, upperFirst } from '../../wording/figures.ts';
import { CommitmentsOfMeasure } from '../commitments/of-measure.tsx';
import { notFoundPage } from '../problem/problem.tsx';
import { EarlierRestatements } from '../restate/earlier.tsx';
import { restateAddress } from '../restate/restate-address.ts';
import { disagreement } from '../scorecard/lists.ts';
import { History } from '../update/history.tsx';
import { Chart } from './chart.tsx';
import { CommentaryByPeriod } from './commentary.tsx';
import { Definition } from './definition.tsx';
import { PeriodsTable } from './periods-table.tsx';
import { ProposeLink } from './propose-link.tsx';
import { seriesFile } from './series-file.ts';
import { TargetHistory } from './targets.tsx';
import { WorkedOut } from './worked-out.tsx';

/** Periods on one page: as many as a chart can tell apart, and quick to work out. */
const FIVE_YEARS = 20;

/** `/measures/:measure`, of one period with `?period=`. */
export async function measurePage(asked: Asked): Promise<Answer> {
  const view = await viewOf(asked, FIVE_YEARS);
  if (view === null) return notFoundPage(asked);
  const { point, code } = view;
  const version = point?.measure.snapshot.version ?? view.versions.at(-1);
  if (version === undefined) return notFoundPage(asked);
  const address = `/measures/${measureAddress(code)}`;
  const trail = point === null ? null : await trailFor(asked, code, point.period.code);
  const corrections = point === null ? null : await Corrections({ asked, code, period: point.period.code });
  const acting = actingFor(asked);
  const commitments = await readCommitments(asked.store, acting.authority, asked.today, { measures: [code] });
  const standing = await subjectOf(asked.store, acting, code, null, setUpKnown(asked.known));
  const mayMake = standing !== null && can(asked.actors, 'makeCommitment', standing);
  const until = point === null ? [] : view.points.slice(0, view.points.indexOf(point) + 1);
  return pageAnswer(
    asked,
    {
      title: version.title,
      wide: true,
      ...(point === null
        ? {}
        : { back: { text: 'Scorecard', href: `/scorecard/${periodAddress(point.period.code)}` } }),
    },
    <>
      <span class="govuk-caption-l">{captionOf(view, point)}</span>
      <h1 class="govuk-heading-l">{version.title}</h1>
      {point === null ? (
        <p class="govuk-body-l">There are no figures for this measure yet.</p>
      ) : (
        <>
          <Headline point={point} />
          <Chart points={until} title={`${version.title}, by period`} />
        </>
      )}
      {corrections}
      <PeriodsTable points={view.points} address={address} />
      <OtherPeriods view={view} address={address} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${address}/series.csv`} download>
          Download every period as a CSV file
        </a>
      </p>
      <CommentaryByPeriod points={view.points} chosen={point} />
      <CommitmentsOfMeasure asked={asked} code={code} lines={commitments} mayMake={mayMake} />
      {point === null ? null : <WorkedOut point={point} />}
      <TargetHistory targets={targetsShown(view)} unit={version.unit} year={point?.period.year ?? null} />
      <ProposeLink asked={asked} view={view} />
      <Definition view={view} />
      {trail === null || point === null ? null : (
        <Who asked={asked} trail={trail} code={code} point={point} />
      )}
    </>,
  );
}

/** `/measures/:measure/series.csv` */
export async function seriesDownload(asked: Asked): Promise<Answer> {
  const view = await viewOf(asked, null);
  if (view === null) return notFoundPage(asked);
  return { kind: 'file', ...seriesFile(view, `${asked.authority.code}-${measureAddress(view.code)}`) };
}

async function viewOf(asked: Asked, most: number | null): Promise<MeasureView | null> {
  const code = await measureOf(asked);
  const typed = asked.query.get('period');
  const period = typed === null ? null : periodAt(typed);
  if (code === null || (typed !== null && period === null)) return null;
  return readMeasure(asked.known, code, period, most);
}

/** Of the years on the page, and of those to come. */
function targetsShown({ targets, points }: MeasureView): MeasureView['targets'] {
  const first = points[0]?.period.year ?? '';
  return targets.filter(({ period }) => period >= first);
}

function OtherPeriods({ view: { earlier, later }, address }: { view: MeasureView; address: string }) {
  const link = (period: MeasureView['earlier'], text: string) =>
    period === null ? null : (
      <a class="govuk-link" href={`${address}?period=${periodAddress(period.code)}`}>
        {text}
      </a>
    );
  if (earlier === null && later === null) return null;
  return (
    <p class="govuk-body">
      {link(earlier, 'Earlier periods')} {link(later, 'Later periods')}
    </p>
  );
}

/** Only for those who may read it of this measure. */
async function trailFor(asked: Asked, code: string, period: string): Promise<TrailOfUpdate | null> {
  const subject = await subjectOf(asked.store, actingFor(asked), code, period, setUpKnown(asked.known));
  if (subject === null || !can(asked.actors, 'readTrail', subject)) return null;
  return trailOfUpdate(asked.store, asked.authority.code, period, code);
}

function captionOf({ code, units }: MeasureView, point: MeasurePoint | null): string {
  if (point === null) return code;
  const { directorate, service } = point.measure.snapshot;
  return [
    code,
    directorate.name,
    service?.name ?? units.find(({ code: unit }) => unit === service?.code)?.name,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** What the reader must know of one period. */
function Headline({ point: { period, measure, round } }: { point: MeasurePoint }) {
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

/** What was corrected after publication, and for those who may, where to correct. */
async function Corrections({ asked, code, period }: { asked: Asked; code: string; period: string }) {
  const { store, authority, actors } = asked;
  const earlier = await readRestatements(store, authority.code, { measures: [code], periods: [period] });
  const corrects =
    can(actors, 'restateFigure', { relation: 'other', state: null }) &&
    (await canBeRestated(store, authority.code, period, code));
  return (
    <>
      <EarlierRestatements earlier={earlier} timeZone={authority.timeZone} />
      {corrects ? (
        <p class="govuk-body">
          <a class="govuk-link" href={restateAddress(period, code)}>
            Correct a published figure
          </a>
        </p>
      ) : null}
    </>
  );
}

interface WhoProps {
  asked: Asked;
  trail: TrailOfUpdate;
  code: string;
  point: MeasurePoint;
}

function Who({ asked, trail, code, point: { period } }: WhoProps) {
  return (
    <section aria-labelledby="who">
      <h2 class="govuk-heading-m" id="who">
        {`Who entered and approved ${periodLabel(period)}`}
      </h2>
      {trail.records.length === 0 ? (
        <p class="govuk-body">
          Nothing was entered here for this period: the figure was imported, or is awaited.
        </p>
      ) : (
        <History view={trail} timeZone={asked.authority.timeZone} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/trace/${periodAddress(period.code)}/${measureAddress(code)}`}>
          Trace this figure to where it came from
        </a>
      </p>
    </section>
  );
}
