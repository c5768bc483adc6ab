import { type Decimal, decimal, divideTo, toText } from '../../../domain/number/decimal.ts';
import { formatNumber, grouped } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { floatOf } from '../../../domain/statistics/float.ts';
import { decimalOf } from '../../../domain/statistics/float-text.ts';
import {
  FUNNEL_LEVELS,
  type Limits,
  placeOf,
  proportionLimits,
  rateLimits,
} from '../../../domain/statistics/funnel/limits.ts';
import {
  overdispersion,
  proportionStanding,
  rateStanding,
  widenedProportionLimits,
  widenedRateLimits,
} from '../../../domain/statistics/funnel/overdispersion.ts';
import { type ChartFigures, chartFigures } from './chart-figures.ts';
import type { FunnelArea, FunnelChart } from './funnel-chart.ts';

export interface FunnelAsked {
  title: string;
  unit: Unit;
  /** Whether counts are part of their denominators, or events in an exposure. */
  of: 'proportion' | 'rate';
  /** What a value is of: 100 for a percentage, 1000 for a rate per 1,000. */
  times: string;
  sizeName: string;
  /** At least two; denominators above nought. */
  areas: readonly { name: string; count: Decimal; of: Decimal; isOwn: boolean }[];
  /** Limits widened by what areas differ beyond chance, as councils nearly always do. */
  widened: boolean;
  ownHeadline?: string | null;
}

/** Points along the limits: as many as make a curve look like one. */
const STEPS = 32;

/** A funnel around the pooled average of all areas, at 95% and 99.8%. */
export function funnelChartOf(asked: FunnelAsked): FunnelChart {
  const { areas, title, sizeName, ownHeadline = null } = asked;
  const figures = chartFigures(asked.unit);
  const times = floatOf(decimal(asked.times));
  const sized = areas.map((area) => ({ ...area, events: floatOf(area.count), size: floatOf(area.of) }));
  const size = sized.reduce((sum, area) => sum + area.size, 0);
  const average = sized.reduce((sum, area) => sum + area.events, 0) / size;
  const { limitsAt, phi } = limitsOf(asked, sized, average);
  const [least, most] = [
    Math.min(...sized.map((area) => area.size)),
    Math.max(...sized.map((area) => area.size)),
  ];
  const text = (value: number) => toText(decimalOf(value * times));
  const ends = ({ lower, upper }: Limits) => ({ lower: text(lower), upper: text(upper) });
  const placed = sized.map((area): FunnelArea => {
    const place = placeOf(
      area.events / area.size,
      limitsAt(area.size, FUNNEL_LEVELS.warning),
      limitsAt(area.size, FUNNEL_LEVELS.alarm),
    );
    return {
      name: area.name,
      size: { exact: toText(area.of), display: grouped(toText(area.of)) },
      value: figures.value(divideTo(area.count.times(decimal(asked.times)), area.of, 12)),
      place: place === 'within' ? 'within' : place.startsWith('far') ? 'beyond998' : 'beyond95',
      side: place === 'within' ? null : /above$/i.test(place) ? 'high' : 'low',
      isOwn: area.isOwn,
    };
  });
  const averaged = figures.computed(average * times);
  return {
    kind: 'funnel',
    title,
    unit: figures.unit,
    sizeName,
    average: averaged,
    headline: headline(placed, averaged.display, figures),
    ownHeadline,
    notes: [
      asked.widened
        ? `Limits are widened, because areas differ by more than chance: phi is ${formatNumber(decimalOf(phi), { kind: 'number', decimals: 2 })}.`
        : 'Limits are those of chance alone.',
      'One area in twenty like the rest would lie outside the inner limits, two in a thousand outside the outer.',
    ],
    limits: Array.from({ length: STEPS + 1 }, (_, at) => {
      // Closer together where the funnel bends: among the small.
      const each = least + (most - least) * (at / STEPS) ** 2;
      return {
        size: toText(decimalOf(each)),
        inner: ends(limitsAt(each, FUNNEL_LEVELS.warning)),
        outer: ends(limitsAt(each, FUNNEL_LEVELS.alarm)),
      };
    }),
    areas: placed,
  };
}

function limitsOf(
  { of, widened }: FunnelAsked,
  areas: readonly { events: number; size: number }[],
  average: number,
) {
  const isRate = of === 'rate';
  const { phi, tauSquared } = overdispersion(
    areas.map(({ events, size }) =>
      isRate ? rateStanding(events, average * size) : proportionStanding(events, size, average),
    ),
  );
  return {
    phi,
    limitsAt: (size: number, level: number): Limits => {
      if (widened)
        return (isRate ? widenedRateLimits : widenedProportionLimits)(average, size, tauSquared, level);
      return (isRate ? rateLimits : proportionLimits)(average, size, level);
    },
  };
}

/** `Testham, 81.2%, is within the limits of what chance explains around 80.1%. Of 16 areas, 2 lie outside the outer limits.` */
function headline(areas: readonly FunnelArea[], average: string, { unit }: ChartFigures): string {
  const own = areas.find(({ isOwn }) => isOwn);
  const far = areas.filter(({ place }) => place === 'beyond998').length;
  const caption = unit.caption === '' ? '' : ` ${unit.caption}`;
  const rest = `Of ${areas.length} areas, ${far === 0 ? 'none lies' : far === 1 ? '1 lies' : `${far} lie`} outside the outer limits.`;
  if (own === undefined) return rest;
  const where =
    own.place === 'within'
      ? `within what chance explains around the average of ${average}${caption}`
      : `${own.side === 'high' ? 'above' : 'below'} the ${own.place === 'beyond998' ? 'outer' : 'inner'} limit around the average of ${average}${caption}`;
  return `${own.name}, ${own.value.display}, is ${where}. ${rest}`;
}
