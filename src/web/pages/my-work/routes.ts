import type { Route } from '../../route.ts';
import { ownSubject } from '../../subject.ts';
import { myWorkPage } from './my-work.tsx';
import { passOn } from './pass-on.tsx';

export const myWorkPages: readonly Route[] = [
  { method: 'GET', path: '/my-work', action: 'readOwnWork', subject: ownSubject, handle: myWorkPage },
  { method: 'POST', path: '/my-work/away', action: 'changeOwnSettings', handle: passOn },
];
