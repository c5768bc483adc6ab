import { freeId } from '../../../../auth/council-account.ts';
import { type Role, roleNames } from '../../../../domain/organisation/person.ts';
import { readSetUp, type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { addPeople, type PersonGiven } from '../../../../workflow/set-up/save-person.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Radios } from '../../../components/choices/choices.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedText } from '../../../typed-form.ts';
import { counted } from '../../../wording/count.ts';

const MOST = 300;
/** Administrators are made one by one. */
const offered: readonly Role[] = ['contributor', 'approver', 'viewer', 'performanceTeam'];

/** People pasted from a spreadsheet: a line each. */
export async function severalPage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const chosen =
    typedText(asked.form, 'role') ||
    (offered.find((one) => one === asked.query.get('role')) ?? 'contributor');
  const levels = (await readSetUp(asked.store, asked.authority.code, asked.today)).levels;
  return pageAnswer(
    asked,
    {
      title: 'Add several people',
      back: { text: 'People', href: '/set-up/people' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Add several people</h1>
      <form method="post" action="/set-up/people/several" noValidate>
        <Token asked={asked} />
        <Radios
          name="role"
          legend="All of them as"
          items={offered.map((role) => ({ value: role, text: roleNames[role], checked: role === chosen }))}
          hint={`Approvers are given the first level of approval, ${levels[0]?.name ?? ''}`}
          errorMessage={messageFor(problems, 'role')}
        />
        <Textarea
          name="people"
          label="People"
          hint={`One on each line: name, e-mail address, post, directorate${asked.settings.oidc === null ? '' : ', and the key of their council account (tenant and object ID with a colon between), by which they are known when they first sign in'}, with tabs, semicolons or commas between. You can paste these columns from a spreadsheet. Only the name is needed; with post and directorate it can be worked out later who answers for which measure.`}
          rows={10}
          spellcheck={false}
          value={typedText(asked.form, 'people')}
          errorMessage={problems.length > 0 ? messageFor(problems, 'people') : undefined}
        />
        <Button>Add them</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

export async function addSeveral(asked: Asked): Promise<Answer> {
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  const role = offered.find((one) => one === typedText(asked.form, 'role'));
  if (role === undefined) return severalPage(asked, [{ field: 'role', message: 'Choose what they may do' }]);
  const lines = typedText(asked.form, 'people')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length > MOST) {
    const message = `There are ${lines.length} lines. Add at most ${MOST} people at once`;
    return severalPage(asked, [{ field: 'people', message }]);
  }
  const given = peopleIn(lines, role, setUp, asked.today);
  const problems = await problemsOf(() => addPeople(asked.store, actingFor(asked), given));
  if (problems.length > 0) return severalPage(asked, problems);
  const notice = `${counted(given.length, 'person', 'people')} ${given.length === 1 ? 'has' : 'have'} been added.`;
  return { kind: 'redirect', to: '/set-up/people', notice };
}

function peopleIn(lines: readonly string[], role: Role, setUp: SetUp, today: string): PersonGiven[] {
  const directorates = unitsOn(setUp.units, today).filter(({ parent }) => parent === null);
  const taken: { id: string }[] = [...setUp.people];
  return lines.map((line) => {
    const [name = '', email = '', post = '', where = '', account = ''] = line
      .split(line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',')
      .map((cell) => cell.trim());
    const id = freeId(name.replaceAll(' ', '.'), taken);
    taken.push({ id });
    const directorate = directorates.find(({ code, name: called }) =>
      [code, called].some((one) => one.toLowerCase() === where.toLowerCase()),
    );
    return {
      id,
      name,
      email,
      roles: [role],
      // One that is not there is left as typed, so that it is said.
      directorate: where === '' ? null : (directorate?.code ?? where),
      post: post || null,
      level: role === 'approver' ? (setUp.levels[0]?.id ?? null) : null,
      subject: account || null,
    };
  });
}
