import { freeId } from '../../../auth/council-account.ts';
import { setPassword } from '../../../auth/local-account.ts';
import { passwordProblem } from '../../../auth/password.ts';
import { startSession } from '../../../auth/sessions.ts';
import type { Authority } from '../../../domain/organisation/organisation.ts';
import { authorityCode } from '../../../importers/improvement-report/names-to-codes.ts';
import { beginAuthority } from '../../../workflow/set-up/begin-authority.ts';
import { type FieldProblem, Problems, problemsOf } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { sameText } from '../../security/forgery.ts';
import { sessionCookie } from '../../security/session-cookie.ts';
import { typedText } from '../../typed-form.ts';
import { chosenYearKind } from '../set-up/year/year-kinds.ts';
import { FirstRunForm, type FirstRunTyped } from './first-run-form.tsx';

/** Said at every address of a server that is nobody's yet. */
export const nothingYetPage = async (asked: Asked): Promise<Answer> =>
  pageAnswer(
    asked,
    { title: 'This site is not set up yet' },
    <>
      <h1 class="govuk-heading-l">This site is not set up yet</h1>
      <p class="govuk-body">
        Whoever started it finds the address that begins it on the console: it ends with a long token, and
        works until the site has been set up.
      </p>
    </>,
    503,
  );

const empty: FirstRunTyped = {
  name: '',
  yearKind: 'financial',
  scheme: 'derby',
  directorates: '',
  person: '',
  user: '',
  email: '',
};

export async function firstRunPage(asked: Asked, token: string): Promise<Answer> {
  const given = asked.query.get('token') ?? '';
  return sameText(given, token) ? formPage(asked, token, empty, []) : nothingYetPage(asked);
}

/** Begins the authority, signs its administrator in, and leads on to what comes next. */
export async function beginPage(asked: Asked, token: string, begun: () => Promise<void>): Promise<Answer> {
  const { form, store, now, settings } = asked;
  if (!sameText(form.get('token') ?? '', token)) return nothingYetPage(asked);
  const text = (name: string) => typedText(form, name).slice(0, 5_000);
  const typed: FirstRunTyped = {
    name: text('name'),
    yearKind: text('yearKind'),
    scheme: text('scheme'),
    directorates: text('directorates'),
    person: text('person'),
    user: text('user').toLowerCase(),
    email: text('email'),
  };
  const authority: Authority = {
    ...asked.authority,
    code: authorityCode(typed.name),
    name: typed.name,
    yearKind: chosenYearKind(typed.yearKind) ?? 'financial',
    statusScheme: typed.scheme,
  };
  const password = (form.get('password') ?? '').slice(0, 2_000);
  const id = freeId(typed.user || typed.person.replaceAll(' ', '.'), []);
  const administrator = settings.localAccounts ? { id, name: typed.person, email: typed.email } : null;
  const problems: FieldProblem[] = [];
  if (administrator !== null) {
    const wrong = passwordProblem(password, id);
    if (wrong !== null) problems.push({ field: 'password', message: wrong });
  }
  const directorates = typed.directorates.split('\n');
  if (problems.length > 0) {
    // Tried all the same, so that everything is said at once: an administrator without a name begins nothing.
    const attempt = { authority, directorates, administrator: { id, name: '', email: '' }, now };
    const others = await problemsOf(() => beginAuthority(store, attempt));
    const real = others.filter(({ field }) => field !== 'person' || typed.person === '');
    return formPage(asked, token, typed, [...real, ...problems]);
  }
  problems.push(
    ...(await problemsOf(() => beginAuthority(store, { authority, directorates, administrator, now }))),
  );
  if (problems.length > 0) return formPage(asked, token, typed, problems);
  if (administrator === null) {
    await begun();
    return { kind: 'redirect', to: '/sign-in?next=/set-up' };
  }
  await setPassword(store, authority.code, { person: id, password, now, actor: id, reason: 'first run' });
  await begun();
  const { token: session } = await startSession(store, authority.code, {
    person: id,
    how: 'local',
    agent: asked.agent,
    now,
    settings: settings.sessions,
    requestId: asked.requestId,
  });
  return {
    kind: 'redirect',
    to: '/set-up',
    notice: `${authority.name} has been set up. Your user name is ${id}.`,
    cookies: [sessionCookie(session, settings.secure)],
  };
}

const formPage = (
  asked: Asked,
  token: string,
  typed: FirstRunTyped,
  problems: readonly FieldProblem[],
): Answer =>
  pageAnswer(
    asked,
    { title: 'Set up Outturn', hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Set up Outturn</h1>
      <p class="govuk-body">
        This begins your council’s performance management. It takes a few minutes, and everything can be
        changed later; the kind of year only until the first targets and figures are in.
      </p>
      <FirstRunForm settings={asked.settings} token={token} typed={typed} problems={problems} />
    </>,
    problems.length > 0 ? 400 : 200,
  );
