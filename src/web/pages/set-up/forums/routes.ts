import type { Route } from '../../../route.ts';
import { changeForum, forumPage } from './edit.tsx';
import { forumList, savePrinting } from './list.tsx';

const action = 'changeForums';

export const forumPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/forums', action: 'readSetUp', handle: forumList },
  { method: 'POST', path: '/set-up/forums', action, handle: savePrinting },
  { method: 'GET', path: '/set-up/forums/new', action, handle: forumPage },
  { method: 'POST', path: '/set-up/forums/new', action, handle: changeForum },
  { method: 'GET', path: '/set-up/forums/:forum', action, handle: forumPage },
  { method: 'POST', path: '/set-up/forums/:forum', action, handle: changeForum },
];
