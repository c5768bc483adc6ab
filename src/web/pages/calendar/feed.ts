import { hashOfKey } from '../../../auth/secret-key.ts';
import { type CalendarDay, calendarFor } from '../../../workflow/queries/calendar.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { icalendar } from './icalendar.ts';

const AN_HOUR = 'private, max-age=3600';

/** The calendar at a secret address. Calendar programs cannot sign in: who has the key is who may read. */
export async function feed(asked: Asked): Promise<Answer> {
  const { store, authority, params, today, now, settings } = asked;
  const found = await calendarFor(store, authority.code, hashOfKey(params.key ?? ''), today);
  if (found === null) return notFoundPage(asked);
  const host = new URL(settings.publicAddress).hostname;
  const text = icalendar({
    name: `Performance, ${authority.name}`,
    at: now,
    events: found.days.map(({ id, day, title, lines, place }) => ({
      uid: `${id.replace(/[^\w-]+/g, '-')}-${authority.code}@${host}`,
      day,
      summary: title,
      description: lines.join('\n'),
      url: `${settings.publicAddress}${pathOf(place)}`,
    })),
  });
  return {
    kind: 'file',
    name: 'performance.ics',
    mediaType: 'text/calendar; charset=utf-8',
    bytes: Buffer.from(text),
    inline: true,
    headers: { 'cache-control': AN_HOUR },
  };
}

function pathOf(place: CalendarDay['place']): string {
  switch (place.kind) {
    case 'myWork':
      return '/my-work';
    case 'approve':
      return '/approve';
    case 'comparison':
      return `/measures/${measureAddress(place.measure)}/comparison`;
    case 'rounds':
      return `/set-up/rounds/${periodAddress(place.period)}`;
    case 'round':
      return `/round/${periodAddress(place.period)}`;
  }
}
