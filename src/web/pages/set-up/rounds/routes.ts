import type { Route } from '../../../route.ts';
import { calendarPage, saveYear } from './calendar-page.tsx';
import { onePlanPage, saveOnePlan } from './one-round.tsx';

const action = 'runRound';

export const roundsCalendarPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/rounds', action: 'readSetUp', handle: (asked) => calendarPage(asked) },
  { method: 'POST', path: '/set-up/rounds', action, handle: saveYear },
  { method: 'GET', path: '/set-up/rounds/:period', action, handle: (asked) => onePlanPage(asked) },
  { method: 'POST', path: '/set-up/rounds/:period', action, handle: saveOnePlan },
];
