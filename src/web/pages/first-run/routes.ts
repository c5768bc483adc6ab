import type { Route } from '../../route.ts';
import { beginPage, firstRunPage, nothingYetPage } from './first-run.tsx';

/** The addresses of a server that is nobody's yet. */
export const firstRunRoutes = (token: string, begun: () => Promise<void>): readonly Route[] => [
  {
    method: 'GET',
    path: '/first-run',
    action: 'readPublished',
    handle: (asked) => firstRunPage(asked, token),
  },
  {
    method: 'POST',
    path: '/first-run',
    action: 'readPublished',
    handle: (asked) => beginPage(asked, token, begun),
  },
  { method: 'GET', path: '/', action: 'readPublished', handle: nothingYetPage },
  { method: 'GET', path: '/*', action: 'readPublished', handle: nothingYetPage },
];
