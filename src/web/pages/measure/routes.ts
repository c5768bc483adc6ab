import type { Route } from '../../route.ts';
import { controlChartFile } from './chart-file.ts';
import { measurePage, seriesDownload } from './measure-page.tsx';

export const measurePages: readonly Route[] = [
  { method: 'GET', path: '/measures/:measure', action: 'readScorecard', handle: measurePage },
  { method: 'GET', path: '/measures/:measure/series.csv', action: 'readScorecard', handle: seriesDownload },
  {
    method: 'GET',
    path: '/measures/:measure/control-chart.svg',
    action: 'readScorecard',
    handle: controlChartFile('svg'),
  },
  {
    method: 'GET',
    path: '/measures/:measure/control-chart.png',
    action: 'readScorecard',
    handle: controlChartFile('png'),
  },
];
