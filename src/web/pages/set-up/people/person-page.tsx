import { freeId } from '../../../../auth/council-account.ts';
import { setPassword } from '../../../../auth/local-account.ts';
import type { Person } from '../../../../domain/organisation/person.ts';
import { readSetUp, type SetUp } from '../../../../workflow/queries/set-up.ts';
import { changeAccess, type PersonGiven, savePerson } from '../../../../workflow/set-up/save-person.ts';
import { actingFor } from '../../../acting.ts';
import { type FieldProblem, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedAll, typedOrNull, typedText } from '../../../typed-form.ts';
import { notFoundPage } from '../../problem/problem.tsx';
import { AccessForm, PasswordForm } from './access-forms.tsx';
import { PersonForm } from './person-form.tsx';

const back = { text: 'People', href: '/set-up/people' };
const nobody: PersonGiven = {
  id: '',
  name: '',
  email: '',
  roles: ['contributor'],
  directorate: null,
  post: null,
  level: null,
  subject: null,
};

export const newPersonPage = async (asked: Asked): Promise<Answer> =>
  newPerson(asked, await setUpOf(asked), nobody, []);

export async function addPerson(asked: Asked): Promise<Answer> {
  const setUp = await setUpOf(asked);
  const given = givenIn(asked.form, typedText(asked.form, 'id').toLowerCase());
  const id = given.id || (given.name === '' ? '' : freeId(given.name.replaceAll(' ', '.'), setUp.people));
  const problems = await problemsOf(() =>
    savePerson(asked.store, actingFor(asked), { ...given, id: id || 'new' }, true),
  );
  if (problems.length > 0) return newPerson(asked, setUp, given, problems);
  const next = asked.settings.localAccounts
    ? 'Set a password so that they can sign in.'
    : 'They can sign in now.';
  return {
    kind: 'redirect',
    to: `/set-up/people/${id}`,
    notice: `${given.name} has been added as ${id}. ${next}`,
  };
}

const newPerson = (
  asked: Asked,
  setUp: SetUp,
  given: PersonGiven,
  problems: readonly FieldProblem[],
): Answer =>
  pageAnswer(
    asked,
    { title: 'Add a person', back, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Add a person</h1>
      <PersonForm asked={asked} setUp={setUp} given={given} isNew problems={problems} />
    </>,
    problems.length > 0 ? 400 : 200,
  );

export const personPage = (asked: Asked): Promise<Answer> => shown(asked, null, []);

export async function changePerson(asked: Asked): Promise<Answer> {
  const given = givenIn(asked.form, asked.params.person ?? '');
  const problems = await problemsOf(() => savePerson(asked.store, actingFor(asked), given, false));
  if (problems.length > 0) return shown(asked, given, problems);
  return { kind: 'redirect', to: '/set-up/people', notice: `${given.name} has been saved.` };
}

export async function changeTheirAccess(asked: Asked): Promise<Answer> {
  const person = asked.params.person ?? '';
  const active = typedText(asked.form, 'access') === 'open';
  const reason = typedText(asked.form, 'reason');
  const problems = await problemsOf(() =>
    changeAccess(asked.store, actingFor(asked), { person, active, reason }),
  );
  if (problems.length > 0) return shown(asked, null, problems);
  const notice = active
    ? 'They can sign in again.'
    : 'Their access has ended, and they have been signed out.';
  return { kind: 'redirect', to: '/set-up/people', notice };
}

export async function setTheirPassword(asked: Asked): Promise<Answer> {
  const { people } = await setUpOf(asked);
  const person = people.find(({ id }) => id === asked.params.person);
  if (person === undefined || !asked.settings.localAccounts) return notFoundPage(asked);
  // Spaces may be part of a password.
  const password = (asked.form.get('password') ?? '').slice(0, 2_000);
  const wrong = await setPassword(asked.store, asked.authority.code, {
    person: person.id,
    password,
    now: asked.now,
    actor: asked.person?.id ?? 'nobody',
    reason: 'set by an administrator',
  });
  if (wrong !== null) return shown(asked, null, [{ field: 'password', message: wrong }]);
  const notice = `${person.name} can sign in with the user name ${person.id} and the new password.`;
  return { kind: 'redirect', to: `/set-up/people/${person.id}`, notice };
}

async function shown(
  asked: Asked,
  given: PersonGiven | null,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const setUp = await setUpOf(asked);
  const person = setUp.people.find(({ id }) => id === asked.params.person);
  if (person === undefined) return notFoundPage(asked);
  return pageAnswer(
    asked,
    { title: person.name, back, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">{person.name}</h1>
      <p class="govuk-body">{whoTheyAre(person)}</p>
      <PersonForm asked={asked} setUp={setUp} given={given ?? person} isNew={false} problems={problems} />
      {asked.settings.localAccounts && person.active ? (
        <PasswordForm asked={asked} person={person} problems={problems} />
      ) : null}
      <AccessForm asked={asked} person={person} problems={problems} />
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

const whoTheyAre = ({ id, active, subject }: Person): string =>
  `User name ${id}${subject === null ? '' : ', with a council account'}${active ? '' : '. Their access has ended'}.`;

const setUpOf = ({ store, authority, today }: Asked) => readSetUp(store, authority.code, today);

const givenIn = (form: URLSearchParams, id: string): PersonGiven => ({
  id,
  name: typedText(form, 'name'),
  email: typedText(form, 'email'),
  roles: typedAll(form, 'roles'),
  directorate: typedOrNull(form, 'directorate'),
  post: typedOrNull(form, 'post'),
  level: typedOrNull(form, 'level'),
  subject: typedOrNull(form, 'subject'),
});
