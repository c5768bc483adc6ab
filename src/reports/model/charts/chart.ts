/** A figure of a chart: exact decimal text, which is drawn, and what is printed of it, without its unit's words. */
export interface ChartValue {
  exact: string;
  display: string;
}

/** What a point says beyond usual variation. Each has a shape of its own, and a colour beside. */
export type Signal = 'improvement' | 'concern' | 'neutral';

/** What the numbers of a chart are counted in. */
export interface ChartUnit {
  /** Beside every number of the axis: `£`, `%`. */
  prefix: string;
  suffix: string;
  /** Above the axis: `per 10,000 population`; empty where the numbers say all. */
  caption: string;
}

/** What every chart carries beside its figures. */
export interface ChartWords {
  /** What it shows: `Delayed transfers of care`. */
  title: string;
  /** What it says, in a sentence or two made from the same figures. */
  headline: string;
  /** A person's words instead of those; null while nobody has written any. */
  ownHeadline: string | null;
  /** What a reader must know of how it was made, a sentence each. */
  notes: readonly string[];
}

/** The sentence that stands above a chart: a person's where there is one. */
export const headlineOf = ({ headline, ownHeadline }: ChartWords): string => ownHeadline ?? headline;
