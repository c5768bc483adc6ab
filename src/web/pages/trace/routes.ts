import type { Route } from '../../route.ts';
import { updateSubject } from '../../subject.ts';
import { tracePage } from './trace-page.tsx';

export const tracePages: readonly Route[] = [
  {
    method: 'GET',
    path: '/trace/:period/:measure',
    action: 'readTrail',
    subject: updateSubject,
    handle: tracePage,
  },
];
