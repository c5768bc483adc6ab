import type { ChartUnit, ChartValue, ChartWords, Signal } from './chart.ts';

/** A control chart (XmR) ready to draw: every line with its figure, every point with what it says. */
export interface ControlChart extends ChartWords {
  kind: 'xmr';
  unit: ChartUnit;
  points: readonly ControlPoint[];
  segments: readonly ControlSegment[];
  /** What no figure can pass: 0, 100%. Limits beyond are drawn there. */
  bounds: { least: string | null; most: string | null };
}

export interface ControlPoint {
  /** `Q2 2018-19` */
  label: string;
  /** null leaves a gap, which is never nought. */
  value: ChartValue | null;
  /** As printed: the figure, or why there is none. */
  display: string;
  /** In force then. */
  target: ChartValue | null;
  signal: Signal | null;
  /** Every rule that it meets, in words; the first gives the signal. */
  rules: readonly string[];
}

/** The points from one rebase to the next, by their place among all. */
export interface ControlSegment {
  from: number;
  to: number;
  /** A run chart where there are no limits; trial limits are marked as such. */
  state: 'limits' | 'trial' | 'run';
  /** Where it begins with a rebase: what its mark is called. */
  rebase: string | null;
  mean: ChartValue | null;
  /** Of a run chart for want of figures. */
  median: ChartValue | null;
  limits: ControlLimits | null;
}

export interface ControlLimits {
  lower: ChartValue;
  upper: ChartValue;
  nearLower: ChartValue;
  nearUpper: ChartValue;
}
