import { hashOfKey, newKey } from '../../../auth/secret-key.ts';
import type { Forum } from '../../../domain/commitment/forum.ts';
import { changeForumCalendar } from '../../../workflow/commitments/forum-calendar.ts';
import { readForums } from '../../../workflow/queries/forums.ts';
import {
  forumCalendarFor,
  forumCalendarSince,
  type PlanOfForum,
} from '../../../workflow/queries/forward-plan.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { momentInWords } from '../../wording/days.ts';
import { icalendar } from '../calendar/icalendar.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { commitmentAddress } from './words.ts';

const forumOf = async ({ store, authority, params }: Asked): Promise<Forum | null> =>
  (await readForums(store, authority.code)).find(({ id }) => id === params.forum) ?? null;

const backTo = { text: 'Forward plan', href: '/forward-plan' };

/** Making, renewing and stopping one's own address of a forum's calendar. */
export async function forumCalendarPage(asked: Asked): Promise<Answer> {
  const forum = await forumOf(asked);
  const { store, authority, person } = asked;
  if (forum === null || person === null) return notFoundPage(asked);
  const since = await forumCalendarSince(store, authority.code, person.id, forum.id);
  return pageAnswer(
    asked,
    { title: `${forum.name} in your calendar`, back: backTo },
    <>
      <h1 class="govuk-heading-l">{`${forum.name} in your calendar`}</h1>
      <p class="govuk-body">
        Outlook, Google and other calendars can show its meetings with what comes to each of them. They follow
        when something is promised, moved or done.
      </p>
      <p class="govuk-body">
        {since === null
          ? 'For that they need an address of your own. Whoever has it can read the plan of this forum without signing in, so give it only to those who work for it.'
          : `You have had an address since ${momentInWords(since, authority.timeZone)}. It was shown once and is not kept here. A new one stops the old one.`}
      </p>
      <form method="post" action={asked.path}>
        <Token asked={asked} />
        <Button>{since === null ? 'Make an address' : 'Make a new address'}</Button>
      </form>
      {since === null ? null : (
        <form method="post" action={`${asked.path}/stop`}>
          <Token asked={asked} />
          <Button classes="govuk-button--secondary">Stop the address</Button>
        </form>
      )}
    </>,
  );
}

/** The new address is shown in the answer itself, and only there. */
export async function makeForumCalendar(asked: Asked): Promise<Answer> {
  const forum = await forumOf(asked);
  if (forum === null) return notFoundPage(asked);
  const key = newKey();
  await changeForumCalendar(asked.store, actingFor(asked), forum.id, hashOfKey(key));
  const address = `${asked.settings.publicAddress}/calendar/forum/${key}.ics`;
  return pageAnswer(
    asked,
    { title: 'Calendar address', back: backTo },
    <>
      <h1 class="govuk-heading-l">{`Calendar address of ${forum.name}`}</h1>
      <p class="govuk-body">Copy it now: it is shown only once.</p>
      <p class="govuk-inset-text ot-address">{address}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={address.replace(/^https?:/, 'webcal:')}>
          Open it in the calendar of this device
        </a>
      </p>
    </>,
  );
}

export async function stopForumCalendar(asked: Asked): Promise<Answer> {
  const forum = await forumOf(asked);
  if (forum === null) return notFoundPage(asked);
  await changeForumCalendar(asked.store, actingFor(asked), forum.id, null);
  const to = `/forward-plan/${encodeURIComponent(forum.id)}/calendar`;
  return { kind: 'redirect', to, notice: 'Your address has been stopped.' };
}

/** The calendar at a secret address: its meetings, and what is due without one. Posts are named, never people. */
export async function forumFeed(asked: Asked): Promise<Answer> {
  const { store, authority, params, today, now, settings } = asked;
  const plan = await forumCalendarFor(store, authority.code, hashOfKey(params.key ?? ''), today);
  if (plan === null) return notFoundPage(asked);
  const host = new URL(settings.publicAddress).hostname;
  const text = icalendar({
    name: `${plan.forum.name}, ${authority.name}`,
    at: now,
    events: eventsOf(plan).map(({ id, ...event }) => ({
      ...event,
      uid: `${id.replace(/[^\w-]+/g, '-')}-${authority.code}@${host}`,
      url: `${settings.publicAddress}${event.url}`,
    })),
  });
  return {
    kind: 'file',
    name: `${plan.forum.id}.ics`,
    mediaType: 'text/calendar; charset=utf-8',
    bytes: Buffer.from(text),
    inline: true,
    headers: { 'cache-control': 'private, max-age=3600' },
  };
}

function eventsOf({ forum, meetings, unfixed, overdue }: PlanOfForum) {
  const planAt = `/forward-plan?${new URLSearchParams({ forum: forum.id })}`;
  const lineOf = (line: PlanOfForum['overdue'][number]) =>
    `${line.what} (${line.measure} ${line.measureTitle}; ${line.ownerPost ?? 'an officer'})`;
  return [
    ...meetings.map(({ day, items }) => ({
      id: `forum ${forum.id} ${day}`,
      day,
      summary: `${forum.name}: ${items.length === 0 ? 'nothing planned yet' : items.length === 1 ? '1 item' : `${items.length} items`}`,
      description: items.map(lineOf).join('\n'),
      url: planAt,
    })),
    ...[...overdue, ...unfixed].map((line) => ({
      id: `commitment ${line.id}`,
      day: line.due,
      summary: `${line.overdue ? 'Overdue for' : 'Due for'} ${forum.name}: ${line.what}`,
      description: lineOf(line),
      url: commitmentAddress(line),
    })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
