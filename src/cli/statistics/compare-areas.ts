import { againstBenchmark } from '../../domain/statistics/comparison/benchmark.ts';
import { othersAverages } from '../../domain/statistics/comparison/others.ts';
import { placesOf } from '../../domain/statistics/comparison/standing.ts';
import { type FunnelBounds, funnelOf } from '../../domain/statistics/funnel/funnel.ts';
import type { FunnelPlace } from '../../domain/statistics/funnel/limits.ts';
import { smallNumbers } from '../../domain/statistics/small-numbers.ts';
import type { Chosen, Line } from './compare-chosen.ts';
import type { CountedRow } from './counted-rows.ts';
import { exact, intervalOf, text } from './options.ts';

/** The limits that an area's place is said by. */
export type FunnelLimits = 'adjusted' | 'plain';

const places: Record<FunnelPlace, { place: string; side: string | null }> = {
  within: { place: 'inside', side: null },
  above: { place: 'beyond95', side: 'above' },
  below: { place: 'beyond95', side: 'below' },
  farAbove: { place: 'beyond99.8', side: 'above' },
  farBelow: { place: 'beyond99.8', side: 'below' },
};

/** Each area against a benchmark, against the others, and in the funnel of all of them. */
export function comparedAreas(
  rows: readonly CountedRow[],
  { kind, better, level, per }: Chosen,
  { benchmark, limits }: { benchmark: number | null; limits: FunnelLimits },
) {
  const counted = rows.map((row) => row.counted);
  const found = counted.map((each) => (each === null ? null : intervalOf(kind, each, level, per)));
  const others = othersAverages(counted);
  const ranks = placesOf(
    found.map((each) => (each === null ? null : exact(each.value))),
    better,
  );
  const around = benchmark === null ? null : benchmark / per;
  const funnel = funnelOf(kind, counted, around);
  const told = (value: number | null | undefined) => (value == null ? null : text(value));
  const lines: Line[] = rows.map(({ code, counted: own }, index) => {
    const [interval, rank, at] = [found[index], ranks[index], funnel?.areas[index]];
    const other = others[index] ?? null;
    const held = benchmark ?? (other === null ? null : other * per);
    const shown = at?.[limits];
    const { place = null, side = null } = shown ? places[shown.place] : {};
    return {
      code,
      value: told(interval?.value),
      lower: told(interval?.lower),
      upper: told(interval?.upper),
      benchmark: interval ? told(held) : null,
      verdict: interval && held !== null ? againstBenchmark(interval, held, better) : null,
      rank: told(rank?.rank),
      among: told(rank?.among),
      quartile: told(rank?.quartile),
      small_numbers: own === null ? null : smallNumbers(own),
      funnel_place: place,
      funnel_side: side,
      ...limitsOf('adjusted', at?.adjusted, per),
      ...limitsOf('plain', at?.plain, per),
      phi: told(funnel?.phi),
      tau_squared: told(funnel?.tauSquared),
    };
  });
  const drawn = funnel && {
    limits,
    average: text(funnel.average * per),
    phi: text(funnel.phi),
    tauSquared: text(funnel.tauSquared),
    among: text(funnel.among),
  };
  return { lines, funnel: drawn };
}

function limitsOf(name: FunnelLimits, bounds: FunnelBounds | undefined, per: number): Line {
  const of = (value: number | undefined) => (value === undefined ? null : text(value * per));
  return {
    [`${name}_lower_95`]: of(bounds?.inner.lower),
    [`${name}_upper_95`]: of(bounds?.inner.upper),
    [`${name}_lower_99_8`]: of(bounds?.outer.lower),
    [`${name}_upper_99_8`]: of(bounds?.outer.upper),
  };
}
