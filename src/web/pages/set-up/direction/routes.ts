import type { Route } from '../../../route.ts';
import { confirmDirection } from './confirm.ts';
import { directionPage } from './direction-page.tsx';
import { ownPage } from './own-page.tsx';
import { changeAgain, previewOwn } from './preview-page.tsx';

const action = 'changeSchemes';

export const directionPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/direction', action: 'readSetUp', handle: (asked) => directionPage(asked) },
  { method: 'GET', path: '/set-up/direction/own', action, handle: (asked) => ownPage(asked) },
  { method: 'POST', path: '/set-up/direction/own', action, handle: changeAgain },
  { method: 'POST', path: '/set-up/direction/preview', action, handle: previewOwn },
  { method: 'POST', path: '/set-up/direction/confirm', action, handle: confirmDirection },
];
