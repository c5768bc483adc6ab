import type { Route } from '../../route.ts';
import { measureSubject } from '../../subject.ts';
import { chartPage, decide } from './chart-page.tsx';

const subject = measureSubject;

export const chartPages: readonly Route[] = [
  { method: 'GET', path: '/measures/:measure/chart', action: 'readTrail', subject, handle: chartPage },
  { method: 'POST', path: '/measures/:measure/chart', action: 'setChart', subject, handle: decide('draw') },
  {
    method: 'POST',
    path: '/measures/:measure/chart/rebase',
    action: 'setChart',
    subject,
    handle: decide('rebase'),
  },
  {
    method: 'POST',
    path: '/measures/:measure/chart/withdraw',
    action: 'setChart',
    subject,
    handle: decide('withdraw'),
  },
];
