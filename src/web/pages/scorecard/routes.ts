import type { Route } from '../../route.ts';
import { latestScorecard, scorecardIn } from './scorecard-page.tsx';

export const scorecardPages: readonly Route[] = [
  { method: 'GET', path: '/scorecard', action: 'readScorecard', handle: latestScorecard },
  { method: 'GET', path: '/scorecard/:period', action: 'readScorecard', handle: scorecardIn },
];
