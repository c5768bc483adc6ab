import { formatLongDate } from '../../../domain/number/date.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { dayIn } from '../../../domain/period/of-day.ts';
import { parsePeriod, periodOf } from '../../../domain/period/parse.ts';
import { can } from '../../../domain/permission/can.ts';
import {
  type Edition,
  editionName,
  isPublic,
  momentOnPaper,
  replacedBy,
} from '../../../domain/round/edition.ts';
import { roundStateNames } from '../../../domain/round/round.ts';
import { listEditions } from '../../../workflow/queries/editions.ts';
import { listRounds } from '../../../workflow/queries/list-rounds.ts';
import { periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorSummary } from '../../components/error-summary/error-summary.tsx';
import { Input } from '../../components/input/input.tsx';
import { Select } from '../../components/select/select.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';

/** What somebody may read of all reports, drafts included, and where those who make them begin a new one. */
export async function reportsPage(asked: Asked): Promise<Answer> {
  return page(asked, null, null);
}

/** Leads from a period that somebody typed to its builder. */
export async function chosenPeriod(asked: Asked): Promise<Answer> {
  const typed = (asked.query.get('period') ?? '').trim().slice(0, 40);
  const read = parsePeriod(typed);
  if ('period' in read) return { kind: 'redirect', to: `/reports/new/${periodAddress(read.period.code)}` };
  return page(asked, typed, typed === '' ? 'Enter a period, like 2018-19/Q2' : read.problem);
}

async function page(asked: Asked, typed: string | null, problem: string | null): Promise<Answer> {
  const { store, authority, now, actors, person } = asked;
  const [rounds, all] = await Promise.all([
    listRounds(store, authority.code),
    listEditions(store, authority.code),
  ]);
  const builds = can(actors, 'buildReport', anywhere);
  const readsAll = can(actors, 'readEmbargoed', anywhere);
  const editions = all.filter(
    (each) =>
      readsAll ||
      isPublic(each, now) ||
      (each.withdrawn === null &&
        person !== null &&
        each.readers.includes(person.id) &&
        can(actors, 'readEmbargoed', { relation: 'own', state: null })),
  );
  return pageAnswer(
    asked,
    { title: 'Reports', hasErrors: problem !== null },
    <>
      {problem === null ? null : <ErrorSummary errorList={[{ text: problem, href: '#period' }]} />}
      <h1 class="govuk-heading-l">Reports</h1>
      {builds ? (
        <MakeReport rounds={rounds} editions={all} typed={typed} problem={problem} />
      ) : (
        <p class="govuk-body">
          {readsAll
            ? 'Every edition and draft that the performance team has made, with those that were withdrawn. Each page leads to the trace of its figures.'
            : 'Published reports, and drafts for which you were named as a reader. The performance team makes them and names who may read them early.'}
        </p>
      )}
      {can(actors, 'readScorecard', anywhere) ? <PastReports rounds={rounds} /> : null}
      <EditionsAndDrafts asked={asked} editions={editions} all={all} readsAll={readsAll} />
    </>,
    problem === null ? 200 : 400,
  );
}

const anywhere = { relation: 'other', state: null } as const;

interface MakeProps {
  rounds: Awaited<ReturnType<typeof listRounds>>;
  editions: readonly Edition[];
  typed: string | null;
  problem: string | null;
}

/** Where a new one begins. */
const MakeReport = ({ rounds, editions, typed, problem }: MakeProps) => (
  <>
    <Table
      caption="Make a report"
      columns={[
        { heading: 'Period', label: '' },
        { heading: 'Round', label: 'Round' },
        { heading: 'Made so far', label: 'Made so far' },
        { heading: 'Cover report', label: 'Cover report' },
      ]}
      empty="No round has been opened yet. A report can be made of figures that were imported."
      rows={rounds.map(({ period, state }) => {
        const made = editions.filter((each) => each.period === period).length;
        return {
          key: period,
          cells: [
            <a key="a" class="govuk-link" href={`/reports/new/${periodAddress(period)}`}>
              {periodLabel(periodOf(period))}
              <span class="govuk-visually-hidden">: make a report</span>
            </a>,
            roundStateNames[state],
            made === 0 ? 'Nothing yet' : `${made} of any kind`,
            <a key="c" class="govuk-link" href={`/cover/${periodAddress(period)}`}>
              Write
              <span class="govuk-visually-hidden">{` the cover report for ${periodLabel(periodOf(period))}`}</span>
            </a>,
          ],
        };
      })}
    />
    <form method="get" action="/reports/new">
      <div class="ot-choose">
        <Input
          name="period"
          label="Another period"
          hint="For figures that were imported, for example 2018-19/Q2"
          value={typed ?? ''}
          classes="govuk-input--width-10"
          errorMessage={problem ?? undefined}
        />
        <Button classes="govuk-button--secondary">Go on</Button>
      </div>
    </form>
  </>
);

interface ListProps {
  asked: Asked;
  /** Those that this person may read. */
  editions: readonly Edition[];
  all: readonly Edition[];
  readsAll: boolean;
}

function EditionsAndDrafts({ asked: { authority, now }, editions, all, readsAll }: ListProps) {
  // The page of those who make reports and those who audit them is of drafts too; others read what everybody reads.
  const addressOf = (edition: Edition) =>
    `/${readsAll || !isPublic(edition, now) ? 'reports' : 'published'}/${edition.id}`;
  return (
    <Table
      caption="Editions and drafts"
      columns={[
        { heading: 'Report', label: '' },
        { heading: 'Period', label: 'Period' },
        { heading: 'Edition', label: 'Edition' },
        { heading: 'Made', label: 'Made' },
      ]}
      empty={
        readsAll
          ? 'No report has been made yet. The performance team makes the first when a round has been frozen.'
          : 'There is no report for you to read yet. You will find it here once it is published, or once you are named as a reader of a draft.'
      }
      rows={editions.map((edition) => ({
        key: edition.id,
        cells: [
          <a key="a" class="govuk-link" href={addressOf(edition)}>
            {edition.title}
            <span class="govuk-visually-hidden">{`, ${edition.period}, ${editionName(edition)}`}</span>
          </a>,
          periodLabel(periodOf(edition.period)),
          <>
            {editionName(edition)}
            <span class="ot-under">
              {standingInWords(edition, all, { now, timeZone: authority.timeZone })}
            </span>
          </>,
          formatLongDate(dayIn(edition.madeAt, authority.timeZone)),
        ],
      }))}
    />
  );
}

/** Leads to the figures of a period as they were known on a day, with the reports to be had of them. */
function PastReports({ rounds }: { rounds: readonly { period: string }[] }) {
  if (rounds.length === 0) return null;
  return (
    <section aria-labelledby="past">
      <h2 class="govuk-heading-m" id="past">
        Reports as known on a past day
      </h2>
      <form method="get" action="/scorecard">
        <div class="ot-choose">
          <Select
            name="period"
            id="past-period"
            label="Reporting period"
            items={rounds.map(({ period }) => ({
              value: periodAddress(period),
              text: periodLabel(periodOf(period)),
            }))}
          />
          <Input
            name="as-at"
            label="As known on"
            hint="For example, 1/11/2018"
            classes="govuk-input--width-10"
          />
          <Button classes="govuk-button--secondary">Show figures and files</Button>
        </div>
      </form>
    </section>
  );
}

function standingInWords(
  edition: Edition,
  all: readonly Edition[],
  { now, timeZone }: { now: string; timeZone: string },
): string {
  if (edition.withdrawn !== null) return 'Withdrawn';
  if (edition.standing === 'draft') return 'For the leadership team';
  if (edition.releaseAt !== null && !isPublic(edition, now)) {
    return `For named readers, embargoed until ${momentOnPaper(edition.releaseAt, timeZone)}`;
  }
  return replacedBy(edition, all, now) === null ? 'Public' : 'Public, replaced by a newer one';
}
