import { compare, type Decimal } from '../../../domain/number/decimal.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { placesOf } from '../../../domain/statistics/comparison/standing.ts';
import type { ChartUnit, ChartValue, ChartWords } from './chart.ts';
import { chartFigures } from './chart-figures.ts';

/** One council among its peers, best first. */
export interface BarChart extends ChartWords {
  kind: 'bar';
  unit: ChartUnit;
  bars: readonly Bar[];
  benchmark: { name: string; value: ChartValue } | null;
}

export interface Bar {
  name: string;
  /** null where it is missing, which is never nought. */
  value: ChartValue | null;
  display: string;
  interval: { lower: ChartValue; upper: ChartValue } | null;
  /** `3 of 16`; null where it is missing. */
  place: string | null;
  isOwn: boolean;
}

export interface BarsAsked {
  title: string;
  unit: Unit;
  better: 'higher' | 'lower' | 'none';
  bars: readonly {
    name: string;
    value: Decimal | null;
    /** What is printed where there is no value. */
    missing?: string;
    interval?: { lower: number; upper: number } | null;
    isOwn: boolean;
  }[];
  benchmark?: { name: string; value: Decimal } | null;
  notes?: readonly string[];
  ownHeadline?: string | null;
}

/** Bars in order of their values: best first, or highest first where neither way is better; the missing ones last. */
export function barChartOf({ title, unit, better, bars, benchmark = null, ...said }: BarsAsked): BarChart {
  const figures = chartFigures(unit);
  const places = placesOf(
    bars.map(({ value }) => value),
    better,
  );
  const ranked = bars
    .map((bar, at) => ({ bar, place: places[at] ?? null }))
    .sort((a, b) => (a.place?.rank ?? Infinity) - (b.place?.rank ?? Infinity) || 0);
  const drawn = ranked.map(({ bar, place }): Bar => {
    const value = bar.value === null ? null : figures.value(bar.value);
    return {
      name: bar.name,
      value,
      display: value?.display ?? bar.missing ?? 'No figure',
      interval: bar.interval
        ? { lower: figures.computed(bar.interval.lower), upper: figures.computed(bar.interval.upper) }
        : null,
      place: place === null ? null : `${place.rank} of ${place.among}`,
      isOwn: bar.isOwn,
    };
  });
  return {
    kind: 'bar',
    title,
    unit: figures.unit,
    bars: drawn,
    benchmark: benchmark === null ? null : { name: benchmark.name, value: figures.value(benchmark.value) },
    headline: headline(drawn, better, bars, benchmark),
    ownHeadline: said.ownHeadline ?? null,
    notes: said.notes ?? [],
  };
}

/** `Testham, 81.2%, is 3 of 16, best first. It is higher than England.` */
function headline(
  drawn: readonly Bar[],
  better: BarsAsked['better'],
  bars: BarsAsked['bars'],
  benchmark: BarsAsked['benchmark'],
): string {
  const own = drawn.find(({ isOwn }) => isOwn);
  const value = bars.find(({ isOwn }) => isOwn)?.value ?? null;
  if (drawn.length === 0) return 'There is nothing to compare.';
  if (own === undefined) return `${drawn.length} areas, ${better === 'none' ? 'highest' : 'best'} first.`;
  if (own.place === null || value === null) return `${own.name} has no figure to compare.`;
  const stands = `${own.name}, ${own.display}, is ${own.place}, ${better === 'none' ? 'highest' : 'best'} first.`;
  if (!benchmark) return stands;
  const side = compare(value, benchmark.value);
  const than = side === 0 ? 'equal to' : side > 0 ? 'higher than' : 'lower than';
  return `${stands} It is ${than} ${benchmark.name}.`;
}
