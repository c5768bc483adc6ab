import { chooseMail, mailChoices } from '../../../auth/own-settings.ts';
import { listSessions, type OpenSession } from '../../../auth/sessions.ts';
import { type Person, roleNames } from '../../../domain/organisation/person.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorSummary } from '../../components/error-summary/error-summary.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked, Route } from '../../route.ts';
import { momentInWords } from '../../wording/days.ts';
import { browserName } from './browser-name.ts';

/** Who one is here, when messages come, and where one is signed in. */
async function accountPage(asked: Asked, problem: string | null = null): Promise<Answer> {
  const { store, authority, settings, person, session, now } = asked;
  if (person === null) return { kind: 'redirect', to: '/sign-in?next=/account' };
  const asks = { now, settings: settings.sessions, token: session };
  const sessions = await listSessions(store, authority.code, person.id, asks);
  return pageAnswer(
    asked,
    { title: 'Your account', hasErrors: problem !== null },
    <>
      {problem === null ? null : <ErrorSummary errorList={[{ text: problem, href: '#mail-each' }]} />}
      <h1 class="govuk-heading-l">Your account</h1>
      <p class="govuk-body">
        {person.name} ({person.id}). {person.roles.map((role) => roleNames[role]).join(', ')}.
      </p>
      <MailChoice asked={asked} person={person} problem={problem} />
      <p class="govuk-body">
        <a class="govuk-link" href="/account/calendar">
          Show what is due in your calendar
        </a>
      </p>
      <Sessions asked={asked} sessions={sessions} />
    </>,
    problem === null ? 200 : 400,
  );
}

const mailWords: Readonly<Record<Person['mail'], string>> = {
  each: 'Each message as it comes',
  daily: 'One message a day with everything in it',
  none: 'No messages',
};

function MailChoice({ asked, person, problem }: { asked: Asked; person: Person; problem: string | null }) {
  return (
    <form method="post" action="/account">
      <Token asked={asked} />
      <div class={problem === null ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            <h2 class="govuk-fieldset__heading ot-pre">Messages to {person.email || 'you'}</h2>
          </legend>
          {problem === null ? null : (
            <p class="govuk-error-message">
              <span class="govuk-visually-hidden">Error:</span> {problem}
            </p>
          )}
          <div class="govuk-radios">
            {mailChoices.map((choice) => (
              <div class="govuk-radios__item" key={choice}>
                <input
                  class="govuk-radios__input"
                  id={`mail-${choice}`}
                  name="mail"
                  type="radio"
                  value={choice}
                  checked={person.mail === choice}
                />
                <label class="govuk-label govuk-radios__label" for={`mail-${choice}`}>
                  {mailWords[choice]}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      </div>
      <Button>Save</Button>
    </form>
  );
}

const howWords: Readonly<Record<string, string>> = {
  oidc: 'council account',
  local: 'user name and password',
  demonstration: 'chosen from the demonstration list',
};

function Sessions({ asked, sessions }: { asked: Asked; sessions: readonly OpenSession[] }) {
  const moment = (instant: string) => momentInWords(instant, asked.authority.timeZone);
  return (
    <>
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <ul class="govuk-list govuk-list--bullet">
        {sessions.map(({ agent, how, startedAt, seenAt, current }) => (
          <li key={`${startedAt} ${seenAt} ${agent}`}>
            {browserName(agent)}
            {current ? ' (this one)' : ''}: signed in {moment(startedAt)} ({howWords[how] ?? how}), used last{' '}
            {moment(seenAt)}
          </li>
        ))}
      </ul>
      <form method="post" action="/sign-out/everywhere">
        <Token asked={asked} />
        <Button classes="govuk-button--secondary">Sign out everywhere</Button>
      </form>
    </>
  );
}

async function saveMail(asked: Asked): Promise<Answer> {
  const { store, authority, person, form, now, requestId } = asked;
  const chosen = mailChoices.find((one) => one === form.get('mail'));
  if (person === null || chosen === undefined) return accountPage(asked, 'Choose when messages come');
  await chooseMail(store, authority.code, person.id, chosen, { now, requestId });
  return { kind: 'redirect', to: '/account', notice: 'Your choice has been saved.' };
}

export const accountPages: readonly Route[] = [
  { method: 'GET', path: '/account', action: 'changeOwnSettings', handle: (asked) => accountPage(asked) },
  { method: 'POST', path: '/account', action: 'changeOwnSettings', handle: saveMail },
];
