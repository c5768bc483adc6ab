import type { DrawnChart } from '../drawn-chart.ts';

/** One state of one chart: what a reader should see in it, and the chart. */
export interface Specimen<Chart extends DrawnChart = DrawnChart> {
  /** Unique among all, fit for an address. */
  id: string;
  /** `Trial limits from ten figures` */
  state: string;
  chart: Chart;
}

/** All states of one kind of chart. */
export interface Shelf<Chart extends DrawnChart = DrawnChart> {
  id: string;
  name: string;
  specimens: readonly Specimen<Chart>[];
}
