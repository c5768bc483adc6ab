import type { Route } from '../../route.ts';
import { again, mailPage } from './mail-page.tsx';

/** What became of the messages that the round has written. */
export const mailPages: readonly Route[] = [
  { method: 'GET', path: '/round/mail', action: 'runRound', handle: mailPage },
  { method: 'POST', path: '/round/mail', action: 'runRound', handle: again },
];
