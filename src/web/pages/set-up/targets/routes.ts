import type { Route } from '../../../route.ts';
import { changeTargets, targetPage } from './edit.tsx';
import { targetList } from './list.tsx';

const action = 'changeTargets';

export const targetPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/targets', action: 'readSetUp', handle: targetList },
  { method: 'GET', path: '/set-up/targets/:year/:measure', action, handle: targetPage },
  { method: 'POST', path: '/set-up/targets/:year/:measure', action, handle: changeTargets },
];
