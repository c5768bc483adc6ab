import type { Route } from '../../route.ts';
import { measurePage, seriesDownload } from './measure-page.tsx';

export const measurePages: readonly Route[] = [
  { method: 'GET', path: '/measures/:measure', action: 'readScorecard', handle: measurePage },
  { method: 'GET', path: '/measures/:measure/series.csv', action: 'readScorecard', handle: seriesDownload },
];
