import type { MeasureVersion } from '../measure/measure.ts';
import { type Decimal, decimal, divideTo, roundTo } from '../number/decimal.ts';
import type { TypedFigure } from '../number/figure.ts';
import { type Place, placesOf } from '../statistics/comparison/standing.ts';
import type { FunnelPlace } from '../statistics/funnel/limits.ts';
import type { Interval } from '../statistics/interval/bounds.ts';
import { type Against, against, averageOf, type Benchmark, type Better, betterOf } from './averages.ts';
import { type ComparedWith, whyNotCompared } from './comparable.ts';
import { type Counts, countsBehind, intervalOf, type WhyNoCounts } from './counts.ts';
import { type PeerFunnel, peerFunnel, type WhyNoFunnel } from './funnel.ts';
import { isSameCouncil, type PeerArea, type PeerGroup } from './peer-group.ts';
import type { PeerValue } from './peer-value.ts';

/** The authority's own figure in the period, from its own records or as others published it. */
export interface OwnFigure {
  figure: TypedFigure;
  numerator: string | null;
  denominator: string | null;
  /** Where it was published, where that is what it is taken from. */
  published: string | null;
}

export interface PeerQuestion extends ComparedWith {
  authority: string;
  /** The version of the measure in force in the period. */
  measure: MeasureVersion;
  own: OwnFigure | null;
  /** The newest value of each area, of any period. */
  values: readonly PeerValue[];
  /** Whom to compare with; null for every council of which a value is held. */
  group: PeerGroup | null;
}

/** A council that has its place among the others. */
export interface PeerRow {
  area: PeerArea;
  isOwn: boolean;
  figure: TypedFigure;
  interval: Interval | null;
  counts: Counts | null;
  /** Why it has no interval; null where it has one. */
  noInterval: WhyNoCounts | null;
  place: Place;
  funnelPlace: FunnelPlace | null;
  /** Null for the authority's own record. */
  value: PeerValue | null;
}

/** Somebody of the group, or an average, that is not compared. */
export interface LeftOut {
  area: PeerArea;
  value: PeerValue | null;
  reason: string;
}

export interface PeerStanding {
  group: PeerGroup | null;
  better: Better;
  /** In the order of their places; equals by name. */
  rows: readonly PeerRow[];
  own: PeerRow | null;
  benchmarks: readonly Against[];
  /** The benchmarks without the authority's figure, which it may not have. */
  averages: readonly Benchmark[];
  leftOut: readonly LeftOut[];
  funnel: PeerFunnel | WhyNoFunnel;
}

/**
 * How an authority stands among others in one period: places, intervals, benchmarks and a funnel, from what can be
 * compared and nothing else. What cannot is listed with its reason. Its own published value is never among the others.
 *
 * @example standAmong({ own, values, group, … }).own?.place // { rank: 7, among: 16, quartile: 2 }
 */
export function standAmong(question: PeerQuestion): PeerStanding {
  const { measure, own, group, authority } = question;
  const better = betterOf(measure.polarity);
  const ofOthers = question.values.filter(({ area }) => !isSameCouncil(area.name, authority));
  const { councils, averages, leftOut } = sorted(ofOthers, question);
  const counted = [
    ...councils.map((value) => ({ area: value.area, value, ...held(value, measure) })),
    ...(own === null || own.figure.kind !== 'number'
      ? []
      : [{ area: { code: '', name: authority }, value: null, ...held(own, measure) }]),
  ];
  const places = placesOf(ranked(counted, measure), better);
  const others = counted.filter(({ value }) => value !== null);
  const cases = others.flatMap(({ counts }) => counts ?? []);
  const funnel = peerFunnel(cases);
  const rows = counted.map(
    ({ exact: _exact, ...row }, index): PeerRow => ({
      ...row,
      isOwn: row.value === null,
      place: places[index] as Place,
      funnelPlace: typeof funnel === 'string' || row.counts === null ? null : funnel.placeOf(row.counts),
    }),
  );
  const benchmarks = [...averages.map((value) => published(value)), ...ofGroup(others, group)];
  const ownRow = rows.find(({ isOwn }) => isOwn) ?? null;
  return {
    group,
    better,
    rows: rows.sort(byPlace),
    own: ownRow,
    averages: benchmarks,
    benchmarks:
      ownRow === null || ownRow.figure.kind !== 'number'
        ? []
        : benchmarks.map((each) => against(numberOf(ownRow.figure), ownRow.interval, each, better)),
    leftOut,
    funnel,
  };
}

/**
 * What places are worked out from: the cases where everybody gives them; else the values as the unit prints them, since
 * others published theirs rounded, and digits that only one of them has would decide.
 */
function ranked(
  rows: readonly { exact: Decimal; counts: Counts | null }[],
  { unit }: MeasureVersion,
): Decimal[] {
  const cases = rows.flatMap(({ counts }) => counts ?? []);
  if (cases.length === rows.length) {
    return cases.map(({ count, of }) => divideTo(decimal(String(count)), decimal(String(of)), PLACES));
  }
  const places = 'decimals' in unit ? unit.decimals : PLACES;
  return rows.map(({ exact }) => roundTo(exact, places));
}

const PLACES = 20;

const byPlace = (a: PeerRow, b: PeerRow): number =>
  a.place.rank - b.place.rank || (a.area.name < b.area.name ? -1 : a.area.name > b.area.name ? 1 : 0);

const numberOf = (figure: TypedFigure): Decimal => {
  if (figure.kind !== 'number') throw new RangeError('only a number has a place');
  return figure.value;
};

function held({ figure, numerator, denominator }: OwnFigure | PeerValue, { unit }: MeasureVersion) {
  const counts = countsBehind({ figure, numerator, denominator }, unit);
  const exact = numberOf(figure);
  if (typeof counts === 'string') return { figure, exact, counts: null, interval: null, noInterval: counts };
  return { figure, exact, counts, interval: intervalOf(counts), noInterval: null };
}

const published = ({ area, figure }: PeerValue): Benchmark => ({
  name: area.name,
  value: numberOf(figure),
  how: 'published',
  of: null,
});

/** What the others come to together. */
function ofGroup(
  others: readonly { exact: Decimal; counts: Counts | null }[],
  group: PeerGroup | null,
): Benchmark[] {
  const average = averageOf(others.map(({ exact, counts }) => ({ value: exact, counts })));
  if (average === null) return [];
  return [{ ...average, name: group === null ? `the ${average.of} others` : group.name }];
}

/** Who is compared, and who is not and why; values of other periods count only where there is none of this one. */
function sorted(values: readonly PeerValue[], question: PeerQuestion) {
  const { group, period, authority } = question;
  const here = new Map<string, PeerValue>();
  for (const value of values) if (value.period === period.code) here.set(value.area.code, value);
  const elsewhere = (code: string) =>
    values
      .filter(({ area }) => area.code === code)
      .sort((a, b) => (a.period < b.period ? -1 : 1))
      .at(-1);
  const wanted: PeerArea[] =
    group === null
      ? [...here.values()].flatMap(({ kind, area }) => (kind === 'council' ? [area] : []))
      : group.members.filter(({ name }) => !isSameCouncil(name, authority));
  const published = [...here.values()].flatMap(({ kind, area }) => (kind === 'average' ? [area] : []));
  const councils: PeerValue[] = [];
  const averages: PeerValue[] = [];
  const leftOut: LeftOut[] = [];
  for (const [areas, kept] of [
    [wanted, councils],
    [published, averages],
  ] as const) {
    for (const area of areas) {
      const value = here.get(area.code) ?? elsewhere(area.code) ?? null;
      const reason = value === null ? 'No value is held.' : whyNotCompared(value, question);
      if (value !== null && reason === null) kept.push(value);
      else leftOut.push({ area, value, reason: reason ?? '' });
    }
  }
  return { councils, averages, leftOut };
}
