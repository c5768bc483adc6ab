import { type Forum, forumKindNames } from '../../../../domain/commitment/forum.ts';
import { can } from '../../../../domain/permission/can.ts';
import { printsCommitments, readForums } from '../../../../workflow/queries/forums.ts';
import { choosePrinting } from '../../../../workflow/set-up/change-forums.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkboxes } from '../../../components/choices/choices.tsx';
import { Table } from '../../../components/table/table.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { dayInWords } from '../../../wording/days.ts';

/** The bodies before which things come, with their next meetings. */
export async function forumList(asked: Asked): Promise<Answer> {
  const { store, authority, today, actors } = asked;
  const forums = await readForums(store, authority.code);
  const printed = await printsCommitments(store, authority.code);
  const mayChange = can(actors, 'changeForums', { relation: 'other', state: null });
  return pageAnswer(
    asked,
    { title: 'Forums', back: { text: 'Set-up', href: '/set-up' } },
    <>
      <h1 class="govuk-heading-l">Forums</h1>
      <p class="govuk-body">
        The boards and meetings before which commitments come. Texts that name one of them are recognised, and
        what is due comes to its meeting of that month.
      </p>
      {mayChange ? <Button href="/set-up/forums/new">Add a forum</Button> : null}
      <Table
        caption="Forums"
        captionHidden
        columns={[
          { heading: 'Name', label: '' },
          { heading: 'What it is', label: 'What it is' },
          { heading: 'Next meeting', label: 'Next meeting' },
        ]}
        rows={forums.map((forum) => ({
          key: forum.id,
          cells: [
            <Name key="n" forum={forum} linked={mayChange} />,
            forumKindNames[forum.kind],
            next(forum, today),
          ],
        }))}
        empty="There are no forums yet."
      />
      <h2 class="govuk-heading-m">Commitments in reports</h2>
      {mayChange ? (
        <form method="post" action="/set-up/forums">
          <Token asked={asked} />
          <Checkboxes
            name="printed"
            legend={null}
            items={[
              {
                value: 'yes',
                text: 'Print commitments as notes under their measures, overdue ones too',
                hint: 'In the improvement report and the scorecard, in every format. They name posts, never people.',
                checked: printed,
              },
            ]}
          />
          <Button classes="govuk-button--secondary">Save</Button>
        </form>
      ) : (
        <p class="govuk-body">
          {printed
            ? 'Reports print commitments as notes under their measures.'
            : 'Reports do not print commitments.'}
        </p>
      )}
    </>,
  );
}

function Name({ forum, linked }: { forum: Forum; linked: boolean }) {
  const { id, name, aliases } = forum;
  return (
    <>
      {linked ? (
        <a class="govuk-link" href={`/set-up/forums/${encodeURIComponent(id)}`}>
          {name}
        </a>
      ) : (
        name
      )}
      {aliases.length === 0 ? null : <span class="ot-under">{`Also ${aliases.join(', ')}`}</span>}
    </>
  );
}

function next({ meetings, validTo }: Forum, today: string): string {
  if (validTo !== null && validTo < today) return `Ended on ${dayInWords(validTo, today)}`;
  const day = meetings.find((one) => one >= today);
  return day === undefined ? 'None fixed' : dayInWords(day, today);
}

export async function savePrinting(asked: Asked): Promise<Answer> {
  const printed = asked.form.get('printed') === 'yes';
  await choosePrinting(asked.store, actingFor(asked), printed, null);
  const notice = printed ? 'Reports print commitments from now on.' : 'Reports no longer print commitments.';
  return { kind: 'redirect', to: '/set-up/forums', notice };
}
