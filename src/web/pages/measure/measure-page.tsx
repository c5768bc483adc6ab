import { periodLabel } from '../../../domain/period/label.ts';
import { can } from '../../../domain/permission/can.ts';
import { type AsKnown, isPublished, measureAs, momentOf } from '../../../workflow/queries/as-known.ts';
import { readCommitments } from '../../../workflow/queries/commitments.ts';
import { subjectOf } from '../../../workflow/queries/measure-in-hand.ts';
import type { MeasurePoint, MeasureView } from '../../../workflow/queries/read-measure.ts';
import { type PeersView, type PeersWanted, readPeers } from '../../../workflow/queries/read-peers.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { type TrailOfUpdate, trailOfUpdate } from '../../../workflow/queries/trail-of-update.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import { asKnownQuery, viewAsked, withAsKnown } from '../../as-known.ts';
import { AsKnownBanner } from '../../components/as-known/as-known.tsx';
import { pageAnswer } from '../../frame.tsx';
import { noSuchView } from '../../no-such-view.tsx';
import type { Answer, Asked } from '../../route.ts';
import { measureOf } from '../../subject.ts';
import { Tested } from '../assurance/tested.tsx';
import { ChartLink } from '../chart/chart-link.tsx';
import { CommitmentsOfMeasure } from '../commitments/of-measure.tsx';
import { ForecastsLink } from '../forecasts/link.tsx';
import { HowWeCompare } from '../peers/section.tsx';
import { notFoundPage } from '../problem/problem.tsx';
import { History } from '../update/history.tsx';
import { Chart } from './chart.tsx';
import { CommentaryByPeriod } from './commentary.tsx';
import { ControlChart } from './control-chart.tsx';
import { Definition } from './definition.tsx';
import { Corrections, Headline } from './headline.tsx';
import { PeriodsTable } from './periods-table.tsx';
import { ProposeLink } from './propose-link.tsx';
import { seriesFile } from './series-file.ts';
import { TargetHistory } from './targets.tsx';
import { WorkedOut } from './worked-out.tsx';

/** Periods on one page: as many as a chart can tell apart, and quick to work out. */
const FIVE_YEARS = 20;

/** `/measures/:measure`, of one period with `?period=`. */
export async function measurePage(asked: Asked): Promise<Answer> {
  const shown = await viewOf(asked, FIVE_YEARS);
  if (shown === null) return notFoundPage(asked);
  if ('problem' in shown) return noSuchView(asked, shown, ownAddress(asked));
  const { view, as } = shown;
  const { point, code } = view;
  const { timeZone } = asked.authority;
  const known = asKnownQuery(as, timeZone);
  const version = point?.measure.snapshot.version ?? view.versions.at(-1);
  if (version === undefined) return notFoundPage(asked);
  const address = `/measures/${measureAddress(code)}`;
  const beside = await readBeside(asked, shown);
  const { published, trail, corrections, tested, commitments, standing, peers } = beside;
  const mayMake = standing !== null && can(asked.actors, 'makeCommitment', standing);
  const mayCompare = can(asked.actors, 'changePeers', { relation: 'other', state: null });
  const until = point === null ? [] : view.points.slice(0, view.points.indexOf(point) + 1);
  return pageAnswer(
    asked,
    {
      title: version.title,
      wide: true,
      ...(point === null
        ? {}
        : {
            back: {
              text: 'Scorecard',
              href: withAsKnown(`/scorecard/${periodAddress(point.period.code)}`, known),
            },
          }),
    },
    <>
      <span class="govuk-caption-l">{captionOf(view, point)}</span>
      <h1 class="govuk-heading-l">{version.title}</h1>
      <AsKnownBanner
        as={as}
        {...(point === null ? {} : { compare: `/compare?period=${periodAddress(point.period.code)}` })}
        address={ownAddress(asked)}
        isPublished={published}
        timeZone={timeZone}
      />
      {point === null ? (
        <p class="govuk-body-l">There are no figures for this measure yet.</p>
      ) : (
        <>
          <Headline point={point} />
          {tested}
          <Chart points={until} predecessors={view.predecessors} title={`${version.title}, by period`} />
          <ControlChart point={point} address={as.kind === 'now' ? address : null} />
        </>
      )}
      <ChartLink asked={asked} code={code} standing={standing} />
      {corrections}
      <PeriodsTable points={view.points} predecessors={view.predecessors} address={address} asKnown={known} />
      <OtherPeriods view={view} address={address} asKnown={known} />
      <p class="govuk-body">
        <a
          class="govuk-link"
          href={withAsKnown(`${address}/series.csv`, seriesQuery(as, point, known))}
          download
        >
          Download every period as a CSV file
        </a>
      </p>
      {peers === null ? null : (
        <HowWeCompare
          view={peers}
          code={code}
          today={asked.today}
          mayChange={mayCompare && as.kind === 'now'}
          address={ownAddress(asked)}
          isNow={as.kind === 'now'}
        />
      )}
      <CommentaryByPeriod points={view.points} chosen={point} />
      <CommitmentsOfMeasure asked={asked} code={code} lines={commitments} mayMake={mayMake} />
      <ForecastsLink code={code} />
      {point === null ? null : <WorkedOut point={point} />}
      <TargetHistory targets={targetsShown(view)} unit={version.unit} year={point?.period.year ?? null} />
      <ProposeLink asked={asked} view={view} />
      <Definition view={view} />
      {trail === null || point === null ? null : (
        <Who asked={asked} asKnown={known} trail={trail} code={code} point={point} />
      )}
    </>,
  );
}

/** What stands beside the figures; none of it needs another, so the page waits for the slowest and not for each. */
async function readBeside(asked: Asked, { view: { point, code }, as }: Shown) {
  const acting = actingFor(asked);
  const asAt = momentOf(as);
  const chosen = point?.period.code ?? null;
  const wanted = { measure: code, period: null, until: point?.period.end ?? asked.today, asAt };
  const ofFigure = { asked, period: chosen ?? '', asAt };
  const [published, trail, corrections, tested, commitments, standing, peers] = await Promise.all([
    isPublished(asked.known, asked.query.has('period') ? chosen : null, asked.now),
    chosen === null ? null : trailFor(asked, code, chosen),
    chosen === null ? null : Corrections({ ...ofFigure, code }),
    chosen === null ? null : Tested({ ...ofFigure, measure: code }),
    readCommitments(asked.store, acting.authority, asked.today, { measures: [code] }),
    subjectOf(asked.store, acting, code, null, setUpKnown(asked.known)),
    comparedWith(asked, wanted),
  ]);
  return { published, trail, corrections, tested, commitments, standing, peers };
}

/** With the group that was asked for, else with the usual one. */
async function comparedWith(asked: Asked, wanted: Omit<PeersWanted, 'group'>): Promise<PeersView | null> {
  const group = asked.query.get('group');
  const asWished = await readPeers(asked.known, { ...wanted, group });
  return asWished ?? (group === null ? null : readPeers(asked.known, { ...wanted, group: null }));
}

/** `/measures/:measure/series.csv` */
export async function seriesDownload(asked: Asked): Promise<Answer> {
  const shown = await viewOf(asked, null);
  if (shown === null) return notFoundPage(asked);
  if ('problem' in shown) return noSuchView(asked, shown, ownAddress(asked));
  const { view, as } = shown;
  const known = as.kind === 'now' ? '' : `-${asKnownQuery(as, asked.authority.timeZone).replace('=', '-')}`;
  const stem = `${asked.authority.code}-${measureAddress(view.code)}${known}`;
  return { kind: 'file', ...seriesFile(view, stem) };
}

interface Shown {
  view: MeasureView;
  as: AsKnown;
}

/** null for no such measure or period. */
async function viewOf(
  asked: Asked,
  most: number | null,
): Promise<Shown | { problem: string; typed: string } | null> {
  const code = await measureOf(asked);
  const typed = asked.query.get('period');
  const period = typed === null ? null : periodAt(typed);
  if (code === null || (typed !== null && period === null)) return null;
  const viewed = await viewAsked(asked, { period: period?.code ?? null, scorecard: null, measure: code });
  if ('problem' in viewed) return viewed;
  const { as } = viewed;
  const view = await measureAs(asked.known, code, period, most, as);
  if (view !== null) return { view, as };
  if (as.kind === 'now') return null;
  if (as.kind === 'published') {
    return {
      problem: 'Nothing was due of this measure in that period, so no figure of it was published',
      typed: '',
    };
  }
  const problem = 'There were no figures of this measure for the period on that day. Choose a later one';
  return { problem, typed: asked.query.get('as-at') ?? '' };
}

/** The page with the period that is chosen, as now known. */
function ownAddress({ path, query }: Asked): string {
  const period = query.get('period');
  return period === null ? path : `${path}?${new URLSearchParams({ period })}`;
}

/** An edition is that of a period: the file of its figures says which. */
const seriesQuery = (as: AsKnown, point: MeasurePoint | null, known: string): string =>
  as.kind === 'published' && point !== null ? `period=${periodAddress(point.period.code)}&${known}` : known;

/** Of the years on the page, and of those to come. */
function targetsShown({ targets, points }: MeasureView): MeasureView['targets'] {
  const first = points[0]?.period.year ?? '';
  return targets.filter(({ period }) => period >= first);
}

interface OtherProps {
  view: MeasureView;
  address: string;
  asKnown: string;
}

function OtherPeriods({ view: { earlier, later }, address, asKnown }: OtherProps) {
  const link = (period: MeasureView['earlier'], text: string) =>
    period === null ? null : (
      <a class="govuk-link" href={withAsKnown(`${address}?period=${periodAddress(period.code)}`, asKnown)}>
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

interface WhoProps {
  asked: Asked;
  asKnown: string;
  trail: TrailOfUpdate;
  code: string;
  point: MeasurePoint;
}

function Who({ asked, asKnown, trail, code, point: { period } }: WhoProps) {
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
        <a
          class="govuk-link"
          href={withAsKnown(`/trace/${periodAddress(period.code)}/${measureAddress(code)}`, asKnown)}
        >
          Trace this figure to where it came from
        </a>
      </p>
    </section>
  );
}
