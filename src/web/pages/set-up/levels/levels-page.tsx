import { can } from '../../../../domain/permission/can.ts';
import { knownLevels } from '../../../../domain/round/levels.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import { changeLevels } from '../../../../workflow/set-up/change-levels.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkboxes } from '../../../components/choices/choices.tsx';
import { Input } from '../../../components/input/input.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedAll, typedOrNull, typedText } from '../../../typed-form.ts';

export const levelsPage = (asked: Asked): Promise<Answer> => shown(asked, []);

export async function saveLevels(asked: Asked): Promise<Answer> {
  const given = { levels: typedAll(asked.form, 'levels'), reason: typedOrNull(asked.form, 'reason') };
  const problems = await problemsOf(() => changeLevels(asked.store, actingFor(asked), given));
  if (problems.length > 0) return shown(asked, problems);
  const notice = 'The levels of approval have been saved. They hold for the next round that is opened.';
  return { kind: 'redirect', to: '/set-up/levels', notice };
}

async function shown(asked: Asked, problems: readonly FieldProblem[]): Promise<Answer> {
  const { levels, rounds } = await readSetUp(asked.store, asked.authority.code, asked.today);
  const isAgain = problems.length > 0;
  const chosen = isAgain ? typedAll(asked.form, 'levels') : levels.map(({ id }) => id);
  const mayChange = can(asked.actors, 'changeMeasures', { relation: 'other', state: null });
  return pageAnswer(
    asked,
    { title: 'Levels of approval', back: { text: 'Set-up', href: '/set-up' }, hasErrors: isAgain },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Levels of approval</h1>
      <p class="govuk-body">
        An update is approved when each level, one after another, has signed it off.
        {rounds.length === 0 ? '' : ' A round that has begun keeps the levels it began with.'}
      </p>
      {mayChange ? (
        <form method="post" action="/set-up/levels" noValidate>
          <Token asked={asked} />
          <Checkboxes
            name="levels"
            legend="Who signs off, in this order"
            items={knownLevels.map(({ id, name }) => ({
              value: id,
              text: name,
              checked: chosen.includes(id),
            }))}
            errorMessage={messageFor(problems, 'levels')}
          />
          <Input name="reason" label="Reason (kept in the trail)" value={typedText(asked.form, 'reason')} />
          <Button>Save</Button>
        </form>
      ) : (
        <ol class="govuk-list govuk-list--number">
          {levels.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ol>
      )}
    </>,
    isAgain ? 400 : 200,
  );
}
