import type { ChartUnit, ChartValue, ChartWords } from './chart.ts';

/** A series over time with its target, what is expected of the year's end, and somebody else's figures beside. */
export interface TrendChart extends ChartWords {
  kind: 'line';
  unit: ChartUnit;
  points: readonly TrendPoint[];
  /** What the figures are, at the end of their line; absent where they are the actual ones. */
  name?: string;
  forecast: TrendForecast | null;
  /** By point, as long as the points. */
  comparator: { name: string; values: readonly (ChartValue | null)[] } | null;
  /** Other measures that this one was made from, over the same points: never joined to its own line. */
  before?: readonly TrendEarlier[];
}

/** The line of a measure that came before. */
export interface TrendEarlier {
  /** `as STR 4` */
  name: string;
  values: readonly (ChartValue | null)[];
}

export interface TrendPoint {
  label: string;
  value: ChartValue | null;
  display: string;
  target: ChartValue | null;
  /** True of a figure to date at the start of its year: no line leads to it. */
  startsAgain?: boolean;
  /** Where the series changed before this point: what the mark is called, said in a sentence, and whether the line stops. */
  changed?: { label: string; sentence?: string; cuts: boolean } | undefined;
}

/** The year's end as it is expected. `range` is null where no honest one can be given. */
export interface TrendForecast {
  /** `Year end 2018-19` */
  label: string;
  value: ChartValue;
  range: { low: ChartValue; high: ChartValue } | null;
  /** Periods from the last point to the year's end. */
  ahead: number;
  target: ChartValue | null;
}
