import type { DrawnChart } from '../drawn-chart.ts';

/** One state of one chart: what a reader should see in it, and the chart. */
export interface Specimen {
  /** Unique among all, fit for an address. */
  id: string;
  /** `Trial limits from ten figures` */
  state: string;
  chart: DrawnChart;
}

/** All states of one kind of chart. */
export interface Shelf {
  id: string;
  name: string;
  specimens: readonly Specimen[];
}
