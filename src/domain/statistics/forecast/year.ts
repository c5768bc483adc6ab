import { type Decimal, decimal } from '../../number/decimal.ts';

/** One period's figure as exact decimal text; `null` where it is missing, which is never zero. */
export type PeriodFigure = string | null;

/** How the figures of a year make its year end: summed, or the last one (people in care on the day). */
export type YearKind = 'flow' | 'stock';

export interface YearSeries {
  readonly kind: YearKind;
  readonly perYear: 4 | 12;
  /** Full years before this one, oldest first, `perYear` figures each. */
  readonly previousYears: readonly (readonly PeriodFigure[])[];
  /** This year's figures from its first period on. */
  readonly soFar: readonly PeriodFigure[];
  /** Somebody who knows the service says that no part of the year differs from another. */
  readonly noSeason?: boolean;
}

/** As many previous years as are looked at: older ones are of another service. */
export const MOST_YEARS = 4;

/** A year of decimals, or null where one is missing: half a year has no total. */
export function complete(year: readonly PeriodFigure[]): readonly Decimal[] | null {
  const figures = year.map((figure) => (figure === null ? null : decimal(figure)));
  return figures.every((figure): figure is Decimal => figure !== null) ? figures : null;
}

export const sum = (figures: readonly Decimal[]): Decimal =>
  figures.reduce((total, figure) => total.plus(figure), decimal('0'));
