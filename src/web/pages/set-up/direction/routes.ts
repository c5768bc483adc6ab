import type { Route } from '../../../route.ts';
import { confirmDirection, directionPage } from './direction-page.tsx';

export const directionPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/direction', action: 'readSetUp', handle: (asked) => directionPage(asked) },
  { method: 'POST', path: '/set-up/direction/confirm', action: 'changeSchemes', handle: confirmDirection },
];
