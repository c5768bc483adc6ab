import type { Route } from '../../route.ts';
import { feed } from './feed.ts';
import { makeAddress, ownAddress, stopAddress } from './own-address.tsx';

/** One's own calendar, and the address at which calendar programs read it. */
export const calendarPages: readonly Route[] = [
  { method: 'GET', path: '/calendar/:key.ics', action: 'readOwnCalendar', handle: feed },
  { method: 'GET', path: '/account/calendar', action: 'changeOwnSettings', handle: ownAddress },
  { method: 'POST', path: '/account/calendar', action: 'changeOwnSettings', handle: makeAddress },
  { method: 'POST', path: '/account/calendar/stop', action: 'changeOwnSettings', handle: stopAddress },
];
