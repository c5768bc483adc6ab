import type { Route } from '../../../route.ts';
import { changePage } from './change-page.tsx';
import { confirmScheme, previewPage } from './preview-page.tsx';
import { schemePage } from './scheme-page.tsx';

const action = 'changeSchemes';

export const schemePages: readonly Route[] = [
  { method: 'GET', path: '/set-up/scheme', action: 'readSetUp', handle: schemePage },
  { method: 'GET', path: '/set-up/scheme/change', action, handle: (asked) => changePage(asked) },
  { method: 'POST', path: '/set-up/scheme/preview', action, handle: previewPage },
  { method: 'POST', path: '/set-up/scheme/confirm', action, handle: confirmScheme },
];
