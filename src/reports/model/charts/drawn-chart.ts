import type { BarChart } from './bar-chart.ts';
import type { BulletChart } from './bullet-chart.ts';
import type { ControlChart } from './control-chart.ts';
import type { FunnelChart } from './funnel-chart.ts';
import type { TrendChart } from './trend-chart.ts';

/** Every kind of chart that a page or a report may carry. */
export type DrawnChart = TrendChart | ControlChart | FunnelChart | BarChart | BulletChart;
