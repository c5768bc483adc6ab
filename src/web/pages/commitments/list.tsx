import { commitmentStateNames } from '../../../domain/commitment/commitment.ts';
import { type CommitmentLine, readCommitments } from '../../../workflow/queries/commitments.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/select/select.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { CommitmentTable } from './commitment-table.tsx';

/** More than anybody reads at once: what is left out is said. */
const MOST = 300;

const states = [
  ['open', 'Open'],
  ['overdue', 'Overdue'],
  ['done', commitmentStateNames.done],
  ['dropped', commitmentStateNames.dropped],
  ['all', 'All'],
] as const;

/** Every commitment, narrowed by where it stands, whose it is, its directorate and its forum. */
export async function commitmentsPage(asked: Asked): Promise<Answer> {
  const { store, authority, today, query, person } = asked;
  const all = await readCommitments(store, authority.code, today);
  const chosen = (name: string) => query.get(name) ?? '';
  const state = states.find(([value]) => value === chosen('state'))?.[0] ?? 'open';
  const found = all.filter(
    (line) =>
      fits(line, state) &&
      (chosen('whose') !== 'mine' || line.owner === person?.id) &&
      (chosen('directorate') === '' || line.directorate === chosen('directorate')) &&
      (chosen('forum') === '' || line.forum === chosen('forum')),
  );
  const named = (of: (line: CommitmentLine) => [string, string | null]) =>
    [...new Map(all.map(of)).entries()]
      .flatMap(([value, text]) => (text === null ? [] : [{ value, text }]))
      .sort((a, b) => (a.text < b.text ? -1 : 1));
  return pageAnswer(
    asked,
    { title: 'Commitments', wide: true },
    <>
      <h1 class="govuk-heading-l">Commitments</h1>
      <p class="govuk-body-l">{sentence(all)}</p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/forward-plan">
            Forward plan: what comes to which meeting
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/surgery">
            Performance surgery: a pack for some measures
          </a>
        </li>
      </ul>
      <form method="get" action="/commitments" class="ot-filters" aria-label="Choose what to see">
        <Select
          name="state"
          label="Where they stand"
          value={state}
          items={states.map(([value, text]) => ({ value, text }))}
        />
        <Select
          name="whose"
          label="Whose"
          value={chosen('whose')}
          items={[
            { value: '', text: 'Everybody’s' },
            { value: 'mine', text: 'Mine' },
          ]}
        />
        <Select
          name="directorate"
          label="Directorate"
          value={chosen('directorate')}
          items={[{ value: '', text: 'All' }, ...named((line) => [line.directorate, line.directorateName])]}
        />
        <Select
          name="forum"
          label="Forum"
          value={chosen('forum')}
          items={[{ value: '', text: 'All' }, ...named((line) => [line.forum ?? '', line.forumName])]}
        />
        <div class="ot-filters__end">
          <Button classes="govuk-button--secondary">Show</Button>
        </div>
      </form>
      <CommitmentTable
        caption={`${counted(found.length, 'commitment')} shown`}
        lines={found.slice(0, MOST)}
        today={today}
        empty={
          all.length === 0
            ? 'Nothing has been promised yet. Commitments are made on the page of a measure or of an update.'
            : 'No commitment fits what you chose.'
        }
      />
      {found.length > MOST ? (
        <p class="govuk-body">{`The first ${MOST} are shown. Choose a directorate or a forum to see the others.`}</p>
      ) : null}
    </>,
  );
}

const fits = (line: CommitmentLine, state: (typeof states)[number][0]): boolean =>
  state === 'all' || (state === 'overdue' ? line.overdue : line.state === state);

function sentence(all: readonly CommitmentLine[]): string {
  const open = all.filter(({ state }) => state === 'open').length;
  const late = all.filter(({ overdue }) => overdue).length;
  if (open === 0) return 'No commitment is open.';
  const are = open === 1 ? 'is' : 'are';
  const of = late === 0 ? 'none of them overdue' : `${late} of them overdue`;
  return `${counted(open, 'commitment')} ${are} open, ${of}.`;
}
