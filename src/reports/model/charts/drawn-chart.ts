import type { ControlChart } from './control-chart.ts';

/** Every kind of chart that a page or a report may carry. */
export type DrawnChart = ControlChart;
