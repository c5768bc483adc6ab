import { checkPassword } from '../../../auth/local-account.ts';
import { listPeople } from '../../../workflow/queries/people.ts';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked, Route } from '../../route.ts';
import { localPath } from '../../security/local-path.ts';
import { browserOf, cookieHeader, formTokenOf, isOwnForm } from '../../security/session-cookie.ts';
import { begin } from './begin.ts';
import { SignInView } from './sign-in-view.tsx';

const nextOf = ({ query, form }: Asked): string => localPath(query.get('next') ?? form.get('next'));

/** The sign-in page; it gives a browser that has none the cookie which its forms belong to. */
export async function signInPage(
  asked: Asked,
  more: Partial<Pick<SignInView, 'name' | 'problem'>> = {},
  status = 200,
): Promise<Answer> {
  const { settings, csrf } = asked;
  const { token, set } = browserOf(asked);
  const view: SignInView = {
    next: nextOf(asked),
    token: csrf ?? formTokenOf(token),
    councilAccounts: settings.oidc !== null,
    localAccounts: settings.localAccounts,
    people: await demonstrationPeople(asked),
    name: '',
    problem: null,
    ...more,
  };
  const answer = pageAnswer(
    asked,
    { title: 'Sign in', hasErrors: view.problem !== null },
    <SignInView view={view} />,
    status,
  );
  if (answer.kind !== 'page' || set === null) return answer;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookieHeader(set, settings.secure) } };
}

async function demonstrationPeople({ store, authority, settings }: Asked) {
  if (!settings.demonstration) return [];
  return (await listPeople(store, authority.code)).filter(({ active }) => active);
}

/** A form that changes who is signed in must come from a page shown to this browser. */
const ownFormOnly =
  (handle: (asked: Asked) => Promise<Answer>) =>
  (asked: Asked): Promise<Answer> => {
    // In a session the server has compared the session's own token already.
    if (asked.csrf !== null || isOwnForm(asked)) return handle(asked);
    const text = 'This page was open for too long, or your browser keeps no cookies. Try again.';
    return signInPage(asked, { problem: { text } }, 403);
  };

async function withPassword(asked: Asked): Promise<Answer> {
  const { store, authority, settings, form, now, address, requestId } = asked;
  if (!settings.localAccounts) {
    return signInPage(asked, { problem: { text: 'User names and passwords are not used here.' } }, 404);
  }
  const name = (form.get('name') ?? '').slice(0, 100);
  const password = form.get('password') ?? '';
  if (name.trim() === '') return wrong(asked, name, 'Enter your user name', 'name');
  if (password === '') return wrong(asked, name, 'Enter your password', 'password');
  // More than any password may have is not worth the work of checking.
  const given = { name, password: password.slice(0, 1_001), address, now, requestId };
  const verdict = await checkPassword(store, authority.code, given);
  if (verdict.kind === 'right') return begin(asked, verdict.person.id, 'local', nextOf(asked));
  if (verdict.kind === 'wrong')
    return wrong(asked, name, 'The user name or the password is not right', 'name');
  const seconds = verdict.seconds === 1 ? 'a second' : `${verdict.seconds} seconds`;
  return wrong(asked, name, `There have been too many tries. Wait ${seconds} and try again`, 'name', 429);
}

const wrong = (asked: Asked, name: string, text: string, field: 'name' | 'password', status = 400) =>
  signInPage(asked, { name, problem: { text, field } }, status);

async function asDemonstrationPerson(asked: Asked): Promise<Answer> {
  const id = asked.form.get('person');
  const person = (await demonstrationPeople(asked)).find((one) => one.id === id);
  if (person !== undefined) return begin(asked, person.id, 'demonstration', nextOf(asked));
  return signInPage(asked, { problem: { text: 'Choose somebody from the list' } }, 400);
}

export const signInPages: readonly Route[] = [
  { method: 'GET', path: '/sign-in', action: 'signIn', handle: (asked) => signInPage(asked) },
  { method: 'POST', path: '/sign-in/local', action: 'signIn', handle: ownFormOnly(withPassword) },
  {
    method: 'POST',
    path: '/sign-in/demonstration',
    action: 'signIn',
    handle: ownFormOnly(asDemonstrationPerson),
  },
];
