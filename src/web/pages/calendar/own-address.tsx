import { hashOfKey, newKey } from '../../../auth/secret-key.ts';
import { changeCalendarAddress } from '../../../workflow/people/calendar-address.ts';
import { calendarSince } from '../../../workflow/queries/calendar.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { momentInWords } from '../../wording/days.ts';

const BACK = { text: 'Your account', href: '/account' };

/** Making, renewing and stopping one's own calendar address. */
export async function ownAddress(asked: Asked): Promise<Answer> {
  const { store, authority, person } = asked;
  if (person === null) return { kind: 'redirect', to: '/sign-in?next=/account/calendar' };
  const since = await calendarSince(store, authority.code, person.id);
  return pageAnswer(
    asked,
    { title: 'Your calendar', back: BACK },
    <>
      <h1 class="govuk-heading-l">Your calendar</h1>
      <p class="govuk-body">
        Outlook, Google and other calendars can show when your figures and sign-offs are due, when reports are
        published, and when Cabinet and scrutiny meet. They follow it when a day moves.
      </p>
      {since === null ? (
        <>
          <p class="govuk-body">
            For that they need an address of your own. Whoever has it can read your calendar without signing
            in, so keep it to yourself.
          </p>
          <form method="post" action="/account/calendar">
            <Token asked={asked} />
            <Button>Make a calendar address</Button>
          </form>
        </>
      ) : (
        <>
          <p class="govuk-body">
            You have had an address since {momentInWords(since, authority.timeZone)}. It was shown once, when
            you made it, and is not kept here. If you have lost it, or somebody else has it, make a new one:
            the old one stops.
          </p>
          <form method="post" action="/account/calendar">
            <Token asked={asked} />
            <Button>Make a new address</Button>
          </form>
          <form method="post" action="/account/calendar/stop">
            <Token asked={asked} />
            <Button classes="govuk-button--secondary">Stop the address</Button>
          </form>
        </>
      )}
    </>,
  );
}

/**
 * The new address is shown in the answer itself, and only there: in a redirect or a cookie it would be kept somewhere.
 * Loading that page again makes another, which the browser asks about first.
 */
export async function makeAddress(asked: Asked): Promise<Answer> {
  const key = newKey();
  await changeCalendarAddress(asked.store, actingFor(asked), hashOfKey(key));
  const address = `${asked.settings.publicAddress}/calendar/${key}.ics`;
  return pageAnswer(
    asked,
    { title: 'Your calendar address', back: BACK },
    <>
      <h1 class="govuk-heading-l">Your calendar address</h1>
      <p class="govuk-body">Copy it now: it is shown only once.</p>
      <p class="govuk-inset-text ot-address">{address}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={address.replace(/^https?:/, 'webcal:')}>
          Open it in the calendar of this device
        </a>
      </p>
      <Details summaryText="How to add it to Outlook">
        <ol class="govuk-list govuk-list--number">
          <li>In Outlook open the calendar, choose “Add calendar”, then “Subscribe from web”.</li>
          <li>Paste the address, give it a name, and choose “Import”.</li>
        </ol>
        <p class="govuk-body">Outlook looks for changes a few times a day.</p>
      </Details>
      <p class="govuk-body">
        Whoever has this address can read your calendar without signing in. You can stop it on{' '}
        <a class="govuk-link" href="/account/calendar">
          Your calendar
        </a>
        .
      </p>
    </>,
  );
}

export async function stopAddress(asked: Asked): Promise<Answer> {
  await changeCalendarAddress(asked.store, actingFor(asked), null);
  return { kind: 'redirect', to: '/account/calendar', notice: 'Your calendar address has been stopped.' };
}
