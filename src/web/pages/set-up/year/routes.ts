import type { Route } from '../../../route.ts';
import { saveYearKind, yearPage } from './year-page.tsx';

export const yearPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/year', action: 'readSetUp', handle: (asked) => yearPage(asked) },
  { method: 'POST', path: '/set-up/year', action: 'setUpAuthority', handle: saveYearKind },
];
