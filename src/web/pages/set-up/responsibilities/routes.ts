import type { Route } from '../../../route.ts';
import { changeResponsibility, responsibilityPage } from './edit.tsx';
import { giveOut, responsibilityList } from './list.tsx';

const action = 'changeMeasures';

export const responsibilityPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/responsibilities', action: 'readSetUp', handle: responsibilityList },
  { method: 'POST', path: '/set-up/responsibilities', action, handle: giveOut },
  { method: 'GET', path: '/set-up/responsibilities/:measure', action, handle: responsibilityPage },
  { method: 'POST', path: '/set-up/responsibilities/:measure', action, handle: changeResponsibility },
];
