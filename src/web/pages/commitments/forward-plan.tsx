import { planInWords } from '../../../reports/model/forward-plan.ts';
import { listed } from '../../../reports/model/sentence.ts';
import {
  type PlanOfForum,
  readForwardPlan,
  readForwardPlanReport,
} from '../../../workflow/queries/forward-plan.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/select/select.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { dayInWords } from '../../wording/days.ts';
import { upperFirst } from '../../wording/figures.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { CommitmentTable } from './commitment-table.tsx';
import { Downloads } from './downloads.tsx';
import { reportFile } from './report-file.ts';

/** What comes to which meeting, of one forum with `?forum=`. */
export async function forwardPlanPage(asked: Asked): Promise<Answer> {
  const { store, authority, today, query } = asked;
  const forum = query.get('forum') || null;
  const { plans, forums } = await readForwardPlan(store, authority.code, today, forum);
  if (forum !== null && !forums.some(({ id }) => id === forum)) return notFoundPage(asked);
  const chosen = forum === null ? '' : `?${new URLSearchParams({ forum })}`;
  return pageAnswer(
    asked,
    { title: 'Forward plan', wide: true, back: { text: 'Commitments', href: '/commitments' } },
    <>
      <h1 class="govuk-heading-l">Forward plan</h1>
      <p class="govuk-body-l">{`${upperFirst(planInWords(plans))}.`}</p>
      {forums.length === 0 ? (
        <p class="govuk-body">
          There are no forums yet. The performance team keeps the list of them and of their meetings in
          set-up.
        </p>
      ) : (
        <form method="get" action="/forward-plan" class="ot-filters" aria-label="Choose what to see">
          <Select
            name="forum"
            label="Forum"
            value={forum ?? ''}
            items={[{ value: '', text: 'All' }, ...forums.map(({ id, name }) => ({ value: id, text: name }))]}
          />
          <div class="ot-filters__end">
            <Button classes="govuk-button--secondary">Show</Button>
          </div>
        </form>
      )}
      {[...plans.filter(isFilled), ...plans.filter((plan) => !isFilled(plan))].map((plan) => (
        <OneForum key={plan.forum.id} plan={plan} today={today} />
      ))}
      {forums.length === 0 ? null : (
        <Downloads
          address="/forward-plan/files"
          query={chosen}
          what={forum === null ? 'The whole plan' : 'The plan of this forum'}
        />
      )}
    </>,
  );
}

/** Forums before which nothing comes stand after the others. */
const isFilled = ({ meetings, unfixed, overdue }: PlanOfForum): boolean =>
  unfixed.length + overdue.length > 0 || meetings.some(({ items }) => items.length > 0);

function OneForum({ plan, today }: { plan: PlanOfForum; today: string }) {
  const { forum, meetings, unfixed, overdue } = plan;
  const filled = meetings.filter(({ items }) => items.length > 0);
  const empty = meetings.filter(({ items }) => items.length === 0);
  const list = (caption: string, lines: PlanOfForum['overdue']) => (
    <CommitmentTable
      key={caption}
      caption={caption}
      captionSmall
      lines={lines}
      today={today}
      empty=""
      without="forum"
    />
  );
  return (
    <section aria-labelledby={`forum-${forum.id}`}>
      <h2 class="govuk-heading-m" id={`forum-${forum.id}`}>
        {forum.name}
      </h2>
      {overdue.length === 0 ? null : list('Overdue, and still to come', overdue)}
      {filled.map(({ day, items }) => list(dayInWords(day, today), items))}
      {unfixed.length === 0 ? null : list('No meeting is fixed for their month', unfixed)}
      {empty.length === 0 ? null : (
        <p class="govuk-body">
          {`Nothing yet for ${listed(empty.map(({ day }) => dayInWords(day, today)))}.`}
        </p>
      )}
      {meetings.length + unfixed.length + overdue.length === 0 ? (
        <p class="govuk-body">No meeting is fixed, and nothing waits.</p>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href={`/forward-plan/${encodeURIComponent(forum.id)}/calendar`}>
          {`Follow ${forum.name} in a calendar`}
        </a>
      </p>
    </section>
  );
}

/** `/forward-plan/files/:format` */
export async function forwardPlanFile(asked: Asked): Promise<Answer> {
  const forum = asked.query.get('forum') || null;
  return reportFile(asked, await readForwardPlanReport(asked.store, asked.authority, asked.today, forum));
}
