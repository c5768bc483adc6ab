import { emptyContent, type UpdateContent, type UpdateStanding } from '../../../domain/round/update.ts';
import { updateView } from '../../../workflow/queries/update-view.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { Radios } from '../../components/choices/choices.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { momentInWords } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { contentFields, fieldNames } from './form.ts';
import { updateAddress } from './update-address.ts';

/** Two people changed one update: the later sees both and chooses, field by field. Nothing is lost either way. */
export async function conflictPage(
  asked: Asked,
  which: { period: string; measure: string },
  mine: UpdateContent,
  theirs: UpdateStanding,
): Promise<Answer> {
  const view = await updateView(asked.store, actingFor(asked), which);
  if (view === null) return notFoundPage(asked);
  const [ours, others] = [contentFields(mine), contentFields(theirs.content ?? emptyContent)];
  const differing = Object.keys(ours).filter((name) => ours[name] !== others[name]);
  const last = view.records.at(-1);
  const who = last === undefined ? 'Somebody' : (view.people.get(last.person)?.name ?? last.person);
  const when = theirs.lastAt === null ? '' : ` on ${momentInWords(theirs.lastAt, asked.authority.timeZone)}`;
  const same = last?.person === asked.person?.id;
  return pageAnswer(
    asked,
    { title: 'Two people have changed this', back: null },
    <>
      <h1 class="govuk-heading-l">
        {same ? 'You have changed this somewhere else too' : `${who} has changed this too`}
      </h1>
      <p class="govuk-body">
        {same
          ? `You saved it${when}, perhaps in another window. Nothing of either is lost: choose what should stand.`
          : `${who} saved it${when}, after you had opened it. Nothing of either is lost: choose what should stand.`}
      </p>
      {differing.length === 0 ? (
        <p class="govuk-body">What you typed and what is saved are the same.</p>
      ) : null}
      <form method="post" action={updateAddress(view)} noValidate>
        <Token asked={asked} />
        <input type="hidden" name="version" value={String(theirs.version)} />
        {Object.entries(ours)
          .filter(([name]) => !differing.includes(name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        {differing.map((name) => (
          <Choice
            key={name}
            name={name}
            ours={ours[name] ?? ''}
            others={others[name] ?? ''}
            who={same ? 'Saved before' : `What ${who} saved`}
          />
        ))}
        <Button name="do" value="save">
          Save what I have chosen
        </Button>
      </form>
    </>,
    409,
  );
}

interface ChoiceProps {
  name: string;
  ours: string;
  others: string;
  who: string;
}

function Choice({ name, ours, others, who }: ChoiceProps) {
  const items = [
    { id: `${name}-mine`, label: 'What I typed', value: ours, checked: true },
    { id: `${name}-theirs`, label: who, value: others, checked: false },
  ];
  return (
    <Radios
      name={name}
      legend={{ text: fieldNames[name] ?? name, classes: 'govuk-fieldset__legend--s' }}
      items={items.map(({ id, label, value, checked }) => ({
        id,
        value,
        checked,
        text: (
          <>
            <strong>{label}</strong>
            <span class="ot-pre ot-under">{value === '' ? 'Nothing' : value}</span>
          </>
        ),
      }))}
    />
  );
}
