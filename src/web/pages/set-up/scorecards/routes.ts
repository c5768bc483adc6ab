import type { Route } from '../../../route.ts';
import { changeScorecard, scorecardPage } from './edit.tsx';
import { scorecardList } from './list.tsx';

const action = 'changeMeasures';

export const scorecardPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/scorecards', action: 'readSetUp', handle: scorecardList },
  { method: 'GET', path: '/set-up/scorecards/new', action, handle: scorecardPage },
  { method: 'POST', path: '/set-up/scorecards/new', action, handle: changeScorecard },
  { method: 'GET', path: '/set-up/scorecards/:scorecard', action, handle: scorecardPage },
  { method: 'POST', path: '/set-up/scorecards/:scorecard', action, handle: changeScorecard },
];
