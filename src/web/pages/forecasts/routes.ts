import type { Route } from '../../route.ts';
import { forecastsFile, forecastsPage } from './list.tsx';
import { measureForecastsFile, measureForecastsPage } from './of-measure.tsx';

const ofMeasure = '/measures/:measure/forecasts';

/** What was forecast, and what came of it. */
export const forecastPages: readonly Route[] = [
  { method: 'GET', path: '/forecasts', action: 'readScorecard', handle: forecastsPage },
  { method: 'GET', path: '/forecasts/forecasts.csv', action: 'readScorecard', handle: forecastsFile },
  { method: 'GET', path: ofMeasure, action: 'readScorecard', handle: measureForecastsPage },
  {
    method: 'GET',
    path: `${ofMeasure}/forecasts.csv`,
    action: 'readScorecard',
    handle: measureForecastsFile,
  },
];
