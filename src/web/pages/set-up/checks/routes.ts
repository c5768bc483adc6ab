import type { Route } from '../../../route.ts';
import { checksPage, saveChecks } from './checks-page.tsx';

export const checkPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/checks', action: 'readSetUp', handle: checksPage },
  { method: 'POST', path: '/set-up/checks', action: 'changeChecks', handle: saveChecks },
];
