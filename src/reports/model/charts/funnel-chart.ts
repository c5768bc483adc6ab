import type { ChartUnit, ChartValue, ChartWords } from './chart.ts';

/** Areas by their size, with the limits that chance alone would keep them within. */
export interface FunnelChart extends ChartWords {
  kind: 'funnel';
  unit: ChartUnit;
  /** What makes an area large: `Applications decided`. */
  sizeName: string;
  average: ChartValue;
  /** From the smallest size to the largest: exact texts, in the unit of the values. */
  limits: readonly FunnelLimits[];
  areas: readonly FunnelArea[];
}

export interface FunnelLimits {
  size: string;
  /** Of 95%. */
  inner: { lower: string; upper: string };
  /** Of 99.8%. */
  outer: { lower: string; upper: string };
}

export interface FunnelArea {
  name: string;
  size: ChartValue;
  value: ChartValue;
  /** `beyond95` lies between the limits, `beyond998` outside both. */
  place: 'within' | 'beyond95' | 'beyond998';
  side: 'high' | 'low' | null;
  isOwn: boolean;
}
