import type { Route } from '../../route.ts';
import { chartsPage } from './charts-page.tsx';
import { scorecardFile } from './report-file.ts';
import { latestScorecard, scorecardIn } from './scorecard-page.tsx';

export const scorecardPages: readonly Route[] = [
  { method: 'GET', path: '/scorecard', action: 'readScorecard', handle: latestScorecard },
  { method: 'GET', path: '/scorecard/:period', action: 'readScorecard', handle: scorecardIn },
  { method: 'GET', path: '/scorecard/:period/charts', action: 'readScorecard', handle: chartsPage },
  { method: 'GET', path: '/scorecard/:period/files/:name', action: 'readScorecard', handle: scorecardFile },
];
