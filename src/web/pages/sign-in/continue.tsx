import { forgetOffered, readOffered, type TypedForm } from '../../../auth/kept-forms.ts';
import { Button } from '../../components/button/button.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked, Route } from '../../route.ts';

const SHOWN = 300;

/** What they typed when they were signed out, to be sent again where it was going. */
async function offer(asked: Asked): Promise<Answer> {
  const { store, authority, session, person, now } = asked;
  if (session === null || person === null) return { kind: 'redirect', to: '/sign-in' };
  const forms = await readOffered(store, authority.code, session, now);
  if (forms.length === 0) return { kind: 'redirect', to: '/' };
  // Somebody else at the same computer is not shown a draft that they may have no right to read.
  const own = forms.filter((form) => form.person === person.id);
  const title =
    own.length > 0 ? 'You were signed out. What you typed is safe' : 'Somebody else typed something here';
  return pageAnswer(
    asked,
    { title },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {own.length > 0 ? null : (
        <p class="govuk-body">
          It was typed in this browser by somebody who has been signed out. Only they can carry on with it.
        </p>
      )}
      {own.map((form) => (
        <Kept key={form.path} asked={asked} form={form} />
      ))}
      <form method="post" action="/sign-in/continue">
        <Token asked={asked} />
        <Button classes="govuk-button--secondary">Throw it away</Button>
      </form>
    </>,
  );
}

function Kept({ asked, form: { path, fields } }: { asked: Asked; form: TypedForm }) {
  const written = fields.filter(([, value]) => value.trim() !== '');
  return (
    <section>
      <p class="govuk-body">
        It has not been saved yet. Files that you chose are not kept: choose them again.
      </p>
      <dl class="govuk-summary-list">
        {written.map(([name, value], at) => (
          <div class="govuk-summary-list__row" key={`${name} ${at}`}>
            <dt class="govuk-summary-list__key">{inWords(name)}</dt>
            <dd class="govuk-summary-list__value">
              {value.slice(0, SHOWN)}
              {value.length > SHOWN ? '…' : ''}
            </dd>
          </div>
        ))}
      </dl>
      <form method="post" action={path}>
        <Token asked={asked} />
        {fields.map(([name, value], at) => (
          <input type="hidden" name={name} value={value} key={`${name} ${at}`} />
        ))}
        <Button>Carry on</Button>
      </form>
    </section>
  );
}

/** `toDate` as people say it: `To date`. */
const inWords = (name: string): string => {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.[\]]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

async function throwAway({ store, authority, session }: Asked): Promise<Answer> {
  if (session !== null) await forgetOffered(store, authority.code, session);
  return { kind: 'redirect', to: '/', notice: 'What was typed has been thrown away.' };
}

export const continuePages: readonly Route[] = [
  { method: 'GET', path: '/sign-in/continue', action: 'signIn', handle: offer },
  { method: 'POST', path: '/sign-in/continue', action: 'changeOwnSettings', handle: throwAway },
];
