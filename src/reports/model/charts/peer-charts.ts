import { decimal, divideTo, toText } from '../../../domain/number/decimal.ts';
import { grouped } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import {
  funnelInWords,
  funnelWords,
  headlineOf,
  placeInWords,
  standingSentence,
} from '../../../domain/peers/sentence.ts';
import type { PeerRow, PeerStanding } from '../../../domain/peers/standing.ts';
import { decimalOf } from '../../../domain/statistics/float-text.ts';
import type { Limits } from '../../../domain/statistics/funnel/limits.ts';
import type { BarChart } from './bar-chart.ts';
import { chartFigures } from './chart-figures.ts';
import type { FunnelArea, FunnelChart } from './funnel-chart.ts';

/** The councils as bars, in the order and with the places of the table beside; null of fewer than two. */
export function peerBars(standing: PeerStanding, unit: Unit, title: string): BarChart | null {
  const { rows, better } = standing;
  if (rows.length < 2) return null;
  const figures = chartFigures(unit);
  const compared = headlineOf(standing);
  return {
    kind: 'bar',
    title,
    unit: figures.unit,
    headline: standingSentence(standing, unit),
    ownHeadline: null,
    notes: rows.some(({ interval }) => interval !== null)
      ? ['The thin line on a bar is its 95% interval.']
      : [],
    benchmark:
      compared === null
        ? null
        : {
            name: compared.how === 'published' ? compared.name : 'Average of the others',
            value: figures.value(compared.value),
          },
    bars: rows.map((row) => {
      const value = row.figure.kind === 'number' ? figures.value(row.figure.value) : null;
      return {
        name: row.area.name,
        value,
        display: value?.display ?? '',
        interval:
          row.interval === null
            ? null
            : { lower: figures.computed(row.interval.lower), upper: figures.computed(row.interval.upper) },
        place: placeInWords(row, rows, better),
        isOwn: row.isOwn,
      };
    }),
  };
}

/** Points along the limits: as many as make a curve look like one. */
const STEPS = 32;

/** The funnel about what the others come to together; null where there is none, or nobody to stand in it. */
export function peerFunnelChart(standing: PeerStanding, unit: Unit, title: string): FunnelChart | null {
  const { rows, funnel } = standing;
  if (typeof funnel === 'string') return null;
  const figures = chartFigures(unit);
  const areas = rows.flatMap((row) => areaOf(row, figures) ?? []);
  const sizes = rows.flatMap(({ counts }) => counts?.of ?? []);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const ends = ({ lower, upper }: Limits) => ({
    lower: toText(decimalOf(lower)),
    upper: toText(decimalOf(upper)),
  });
  return {
    kind: 'funnel',
    title,
    unit: figures.unit,
    sizeName: 'rate' === kindOf(rows) ? 'Population, or what the rate is of' : 'Cases',
    average: figures.computed(funnel.centre),
    headline: headlineIn(standing),
    ownHeadline: null,
    notes: [funnelInWords(standing, unit)],
    limits: Array.from({ length: STEPS + 1 }, (_, at) => {
      // Closer together where the funnel bends: among the small.
      const of = least + (most - least) * (at / STEPS) ** 2;
      const { inner, outer } = funnel.limitsAt(of);
      return { size: toText(decimalOf(of)), inner: ends(inner), outer: ends(outer) };
    }),
    areas,
  };
}

const kindOf = (rows: readonly PeerRow[]) => rows.find(({ counts }) => counts !== null)?.counts?.kind;

const PLACES = 12;

function areaOf(
  { area, counts, funnelPlace, isOwn }: PeerRow,
  figures: ReturnType<typeof chartFigures>,
): FunnelArea | null {
  if (counts === null || funnelPlace === null) return null;
  const [count, of, per] = [counts.count, counts.of, counts.per].map((each) => decimal(String(each))) as [
    ReturnType<typeof decimal>,
    ReturnType<typeof decimal>,
    ReturnType<typeof decimal>,
  ];
  return {
    name: area.name,
    size: { exact: toText(of), display: grouped(toText(of)) },
    value: figures.value(divideTo(count.times(per), of, PLACES)),
    place: funnelPlace === 'within' ? 'within' : funnelPlace.startsWith('far') ? 'beyond998' : 'beyond95',
    side: funnelPlace === 'within' ? null : /above$/i.test(funnelPlace) ? 'high' : 'low',
    isOwn,
  };
}

/** `Borchester City Council: within the limits. Of 15 others, 1 lies outside the 95% limits.` */
function headlineIn({ rows, own }: PeerStanding): string {
  const others = rows.filter(({ isOwn, funnelPlace }) => !isOwn && funnelPlace !== null);
  const out = others.filter(({ funnelPlace }) => funnelPlace !== 'within').length;
  const rest = `Of ${others.length} others, ${out === 0 ? 'none lies' : out === 1 ? '1 lies' : `${out} lie`} outside the 95% limits.`;
  if (own === null) return rest;
  if (own.funnelPlace === null) return `${own.area.name} is not in it: its cases are not held. ${rest}`;
  const words = funnelWords[own.funnelPlace];
  return `${own.area.name}: ${words.charAt(0).toLowerCase()}${words.slice(1)}. ${rest}`;
}
