import { basisInWords } from '../../../domain/direction/basis-in-words.ts';
import { endDateLabel, periodLabel } from '../../../domain/period/label.ts';
import { tallyOf } from '../../../domain/scorecard/tally.ts';
import { keyOf } from '../../../domain/status/key.ts';
import { nearInKey } from '../../../domain/status/near-words.ts';
import { scorecardOverrides } from '../../../domain/tolerances.ts';
import { improvementSentence, scorecardSentence } from '../../../reports/model/sentence.ts';
import { type AsKnown, isPublished, scorecardAs } from '../../../workflow/queries/as-known.ts';
import type { ScorecardView } from '../../../workflow/queries/read-scorecard.ts';
import {
  latestSettled,
  type ReadablePeriod,
  readablePeriods,
} from '../../../workflow/queries/readable-periods.ts';
import { awaiting } from '../../../workflow/remembered/turns.ts';
import { periodAddress, periodAt } from '../../addresses.ts';
import { asKnownQuery, viewAsked } from '../../as-known.ts';
import { AsKnownBanner } from '../../components/as-known/as-known.tsx';
import { Again, Rendered } from '../../components/rendered.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { pageAnswer } from '../../frame.tsx';
import { noSuchView } from '../../no-such-view.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { AllForecastsLink } from '../forecasts/link.tsx';
import { notFoundPage } from '../problem/problem.tsx';
import { Downloads } from './downloads.tsx';
import { FilterForm } from './filter-form.tsx';
import { type Filters, isChosen } from './lists.ts';
import { listsAsRows, type RowsOfLists, wholeLists } from './lists-as-rows.ts';
import { MeasuresTable } from './measures-table.tsx';

const VIEW = ['as', 'as-at'] as const;
const CHOICES = ['scorecard', 'directorate', 'status', 'changed', 'close', 'order', ...VIEW] as const;

const CLOSE = ['now', 'forecast'] as const;

/** `/scorecard`: the latest settled period; with a period chosen in the form, on to its own address. */
export async function latestScorecard(asked: Asked): Promise<Answer> {
  const chosen = asked.query.get('period');
  if (chosen !== null) {
    const period = periodAt(chosen);
    return period === null
      ? notFoundPage(asked)
      : { kind: 'redirect', to: addressOf(period.code, asked.query) };
  }
  const shown = await scorecardShown(asked, null);
  return shown === 'nothing yet' ? nothingYet(asked) : answered(asked, shown);
}

/** `/scorecard/:period` */
export async function scorecardIn(asked: Asked): Promise<Answer> {
  const wanted = periodAt(asked.params.period ?? '');
  const shown = wanted === null ? null : await scorecardShown(asked, wanted.code);
  return shown === 'nothing yet' ? notFoundPage(asked) : answered(asked, shown);
}

const answered = (asked: Asked, shown: Shown | NoView | null): Promise<Answer> | Answer =>
  shown === null
    ? notFoundPage(asked)
    : 'problem' in shown
      ? noSuchView(asked, shown, addressOf(shown.period, asked.query, CHOICES.slice(0, -VIEW.length)))
      : scorecardOf(asked, shown);

interface Shown {
  readable: ReadablePeriod;
  periods: readonly ReadablePeriod[];
  view: ScorecardView;
  as: AsKnown;
}

/** The figures cannot be shown as they were asked for. */
interface NoView {
  problem: string;
  typed: string;
  period: string;
}

/** null for no such period or scorecard. */
async function scorecardShown(
  asked: Asked,
  wanted: string | null,
): Promise<Shown | NoView | null | 'nothing yet'> {
  const { known, query } = asked;
  const periods = await readablePeriods(known);
  const readable =
    wanted === null ? latestSettled(periods) : periods.find(({ period }) => period.code === wanted);
  if (readable === null) return 'nothing yet';
  if (readable === undefined) return null;
  const scorecard = query.get('scorecard') || null;
  const { period } = readable;
  const viewed = await viewAsked(asked, { period: period.code, scorecard, measure: null });
  if ('problem' in viewed) return { ...viewed, period: period.code };
  const { as } = viewed;
  const view = await scorecardAs(known, { period, scorecard }, as);
  if (view !== null) return { readable, periods, view, as };
  if (as.kind !== 'asAt') return null;
  const problem = 'There was no such scorecard on that day. Choose a later one';
  return { problem, typed: query.get('as-at') ?? '', period: period.code };
}

/** Only what was chosen is in the address. */
function addressOf(period: string, query: URLSearchParams, choices: readonly string[] = CHOICES): string {
  const kept = new URLSearchParams();
  for (const name of choices) {
    const value = query.get(name);
    if (value) kept.set(name, value);
  }
  const text = kept.toString();
  return `/scorecard/${periodAddress(period)}${text === '' ? '' : `?${text}`}`;
}

async function scorecardOf(asked: Asked, { readable, periods, view, as }: Shown): Promise<Answer> {
  const { period } = readable;
  const { query } = asked;
  const filters: Filters = {
    directorate: query.get('directorate') || null,
    status: query.get('status') || null,
    changedOnly: query.get('changed') === 'yes',
    close: CLOSE.find((each) => each === query.get('close')) ?? null,
    bySignal: query.get('order') === 'signal',
  };
  const name = view.evaluation.snapshot.scorecard.name;
  const { timeZone } = asked.authority;
  const known = asKnownQuery(as, timeZone);
  const published = await isPublished(asked.known, period.code, asked.now);
  const lists = await (isChosen(filters) || known !== ''
    ? listsAsRows(view, asked.known.turn, filters, known)
    : awaiting(wholeLists(view, asked.known.turn)));
  const address = addressOf(period.code, query, CHOICES.slice(0, -VIEW.length));
  const scorecard = view.evaluation.snapshot.scorecard.code;
  const downloads = await Downloads({ asked, as, period: periodAddress(period.code), scorecard });
  return pageAnswer(
    asked,
    { title: `${name}, ${periodLabel(period)}`, wide: true },
    <>
      <span class="govuk-caption-l">{periodLabel(period)}</span>
      <h1 class="govuk-heading-l">{name}</h1>
      <p class="govuk-body-l">{sentence(view, filters)}</p>
      <AsKnownBanner
        as={as}
        compare={`/compare?period=${periodAddress(period.code)}`}
        address={address}
        isPublished={published}
        timeZone={timeZone}
      />
      {downloads}
      <Standing readable={readable} view={view} />
      <FilterForm
        view={view}
        periods={periods}
        filters={filters}
        clear={addressOf(period.code, query, ['scorecard', ...VIEW])}
        asKnown={VIEW.flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? ''] as const] : []))}
      />
      <ThreeLists lists={lists} />
      <p class="govuk-body">
        <a
          class="govuk-link"
          href={`/scorecard/${periodAddress(period.code)}/charts?${new URLSearchParams({ scorecard: view.evaluation.snapshot.scorecard.code })}`}
        >
          Control charts of every measure on one page
        </a>
      </p>
      <AllForecastsLink />
      <Again part={keyOnce(view)} />
    </>,
  );
}

/** As the report says it; of one directorate where that was chosen. */
function sentence({ evaluation }: ScorecardView, { directorate }: Filters): string {
  const { snapshot, scheme, measures } = evaluation;
  const some = measures.filter(
    (each) => directorate === null || each.snapshot.directorate.code === directorate,
  );
  const tally = tallyOf(some, scheme.outcomes);
  const end = endDateLabel(snapshot.period);
  const said = snapshot.scorecard.exceptionsOnly
    ? improvementSentence(tally, end, null)
    : scorecardSentence(tally, end);
  const unit = snapshot.directorates.find(({ code }) => code === directorate);
  return unit === undefined ? said : `${unit.name}. ${said}`;
}

/** What the reader must know of the figures themselves. */
function Standing({ readable: { round }, view }: { readable: ReadablePeriod; view: ScorecardView }) {
  const { snapshot, measures } = view.evaluation;
  const held = measures.filter((each) => each.snapshot.position.figure.kind !== 'missing').length;
  return (
    <>
      {round === 'open' || round === 'closed' ? (
        <p class="govuk-inset-text">
          This period is still being collected: {held} of {counted(measures.length, 'measure')} have an
          approved figure so far. A figure appears here once it is approved, and can change until the period
          is frozen.
        </p>
      ) : null}
      {snapshot.scorecard.exceptionsOnly ? (
        <p class="govuk-inset-text">
          Only the measures that were reported as exceptions are held for this scorecard, so nothing can be
          said of the others.
        </p>
      ) : null}
    </>
  );
}

function ThreeLists({ lists: { attention, changed, rest, above } }: { lists: RowsOfLists }) {
  if (attention.count + changed.count + rest.count === 0) {
    return <p class="govuk-body">No measures match what you chose.</p>;
  }
  return (
    <div class="ot-list">
      <MeasuresTable
        caption={`Needs attention (${attention.count})`}
        rows={attention}
        empty="No measure is off target, now or in its forecast."
      />
      {changed.count === 0 && above === 0 ? null : (
        <>
          <MeasuresTable
            caption={`Changed since last time (${changed.count})`}
            rows={changed}
            empty="Nothing else has changed its status."
          />
          {above === 0 ? null : (
            <p class="govuk-body">
              {`${above === 1 ? '1 more has' : `${above} more have`} changed and ${above === 1 ? 'is' : 'are'} `}
              listed under “Needs attention”.
            </p>
          )}
        </>
      )}
      <MeasuresTable caption={`The rest (${rest.count})`} rows={rest} empty="There are no other measures." />
    </div>
  );
}

const keys = new WeakMap<ScorecardView, Rendered>();

function keyOnce(view: ScorecardView): Rendered {
  const known = keys.get(view) ?? Rendered.of(<Key view={view} />);
  keys.set(view, known);
  return known;
}

/** What earns each status, from the rules themselves, and what a direction compares. */
function Key({ view: { evaluation } }: { view: ScorecardView }) {
  const { scheme, directionScheme, snapshot } = evaluation;
  return (
    <section aria-labelledby="key">
      <h2 class="govuk-heading-m" id="key">
        What the statuses mean
      </h2>
      <dl class="ot-key">
        {keyOf(scheme, scorecardOverrides(snapshot.scorecard)).map(({ outcome, sentence }) => (
          <div key={outcome.id}>
            <dt>
              <StatusTag outcome={outcome} />
            </dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
      <p class="govuk-body">{`Statuses are judged by ${scheme.name}, version ${scheme.version}.`}</p>
      <p class="govuk-body">{nearInKey(scheme)}</p>
      <p class="govuk-body">{`Direction of travel: ${basisInWords(directionScheme)}.`}</p>
    </section>
  );
}

const nothingYet = (asked: Asked): Answer =>
  pageAnswer(
    asked,
    { title: 'Scorecard' },
    <>
      <h1 class="govuk-heading-l">Scorecard</h1>
      <p class="govuk-body">
        There are no figures yet. The scorecard is here as soon as the first figures are approved or imported.
      </p>
    </>,
  );
