import type { Recorded } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { countsOfPosition, positionIn } from '../../domain/measure/position.ts';
import type { NationalData } from '../../domain/peers/national-data.ts';
import { groupsOn, isSameCouncil, type PeerGroup } from '../../domain/peers/peer-group.ts';
import type { PeerValue } from '../../domain/peers/peer-value.ts';
import { type OwnFigure, type PeerStanding, standAmong } from '../../domain/peers/standing.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { comparePeriods } from '../../domain/period/relate.ts';
import { readNationalData, readPeerGroups, readPeerValues } from '../../store/peers.ts';
import { readFacts } from '../../store/read-facts.ts';
import { readStanding, type Standing } from '../../store/read-standing.ts';
import type { Known } from '../remembered/known-now.ts';
import { setUpKnown } from './set-up-now.ts';

/** How a measure stands among others, in one period. */
export interface PeersView {
  measure: MeasureVersion;
  /** Null where nothing of others is held at all. */
  compared: PeersCompared | null;
  expected: NationalData | null;
}

export interface PeersCompared {
  period: ReportingPeriod;
  /** The periods of which something is held, latest first. */
  periods: readonly ReportingPeriod[];
  group: PeerGroup | null;
  /** Those in force at the end of the period. */
  groups: readonly PeerGroup[];
  standing: PeerStanding;
  own: OwnFigure | null;
  /** What somebody published as the authority's own value, where that is held. */
  ownPublished: PeerValue | null;
  /** Values of the period that were corrected later, with what they were before, oldest first. */
  corrected: readonly (readonly Recorded<PeerValue>[])[];
}

export interface PeersWanted {
  measure: string;
  /** The period itself, where one was asked for. */
  period: ReportingPeriod | null;
  /** Without a wish the latest held that ends by this day (ISO date). */
  until: string;
  /** The code of a group; null for the first of the nearest neighbours, else the first there is. */
  group: string | null;
  /** ISO instant: only what was known then; absent or null for now. */
  asAt?: string | null;
}

/** `every` compares with every council of which a value is held. */
export const EVERY = 'every';

/** Null where there is no such measure, or nothing is held of the period or group asked for. */
export async function readPeers(known: Known, wanted: PeersWanted): Promise<PeersView | null> {
  const { store, authority } = known;
  const { asAt = null } = wanted;
  const setUp = setUpKnown(known);
  const [versions, values, groups, expected, standing, { authority: own }] = await Promise.all([
    setUp.versions([wanted.measure]),
    readPeerValues(store, authority, wanted.measure, asAt),
    readPeerGroups(store, authority, asAt),
    // What was expected of the future then is of no use now.
    asAt === null ? readNationalData(store, authority) : [],
    asAt === null
      ? readStanding(store, { authority, measures: [wanted.measure], periods: null, judgedIn: [] })
      : readFacts(store, { authority, measures: [wanted.measure], withoutTexts: true, asAt }),
    setUp.authority(),
  ]);
  const latest = versions.at(-1);
  if (latest === undefined) return null;
  const next = expected.find(({ measure }) => measure === wanted.measure) ?? null;
  const view = { measure: latest, expected: next, compared: null };
  if (values.length === 0) return wanted.period === null && wanted.group === null ? view : null;
  const held = { authority: own.name, versions, values, groups, observations: standing.observations };
  const compared = comparedFrom(held, wanted);
  if (compared === 'noPeriod') return wanted.period === null ? view : null;
  if (compared === 'noGroup') return null;
  return { measure: inForceOn(versions, compared.period.end), expected: next, compared };
}

/** All that a comparison of one measure is made from. */
export interface PeersHeld {
  authority: string;
  versions: readonly MeasureVersion[];
  /** Every version, oldest first. */
  values: readonly Recorded<PeerValue>[];
  groups: readonly PeerGroup[];
  observations: Standing['observations'];
}

/** The comparison that is wanted, or what of it is not there. */
export function comparedFrom(
  { authority, versions, values, groups, observations }: PeersHeld,
  wanted: Pick<PeersWanted, 'period' | 'until' | 'group'>,
): PeersCompared | 'noPeriod' | 'noGroup' {
  const periods = heldPeriods(values);
  const period = periods.find((one) =>
    wanted.period === null ? one.end <= wanted.until : one.code === wanted.period.code,
  );
  if (period === undefined) return 'noPeriod';
  const inForce = groupsOn(groups, period.end);
  const group = chosenGroup(inForce, wanted.group);
  if (group === undefined) return 'noGroup';
  const version = inForceOn(versions, period.end);
  const newest = newestOf(values);
  const ownPublished =
    newest.find((one) => one.period === period.code && isSameCouncil(one.area.name, authority)) ?? null;
  const figure = ownFigure({ observations }, version, period, ownPublished);
  const question = { authority, measure: version, versions, period, own: figure, values: newest, group };
  return {
    period,
    periods,
    group,
    groups: inForce,
    standing: standAmong(question),
    own: figure,
    ownPublished,
    corrected: correctionsIn(values, period.code),
  };
}

function heldPeriods(values: readonly PeerValue[]): ReportingPeriod[] {
  const codes = new Set(values.map(({ period }) => period));
  return [...codes].map((code) => periodOf(code)).sort((a, b) => comparePeriods(b, a));
}

/** Undefined where one was asked for that is not there. */
function chosenGroup(groups: readonly PeerGroup[], wanted: string | null): PeerGroup | null | undefined {
  if (wanted === EVERY) return null;
  if (wanted !== null) return groups.find(({ code }) => code === wanted);
  return groups.find(({ kind }) => kind === 'nearestNeighbours') ?? groups[0] ?? null;
}

const inForceOn = (versions: readonly MeasureVersion[], day: string): MeasureVersion =>
  (versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0]) as MeasureVersion;

const keyOf = ({ period, area }: PeerValue): string => `${period} ${area.code}`;

function newestOf(values: readonly PeerValue[]): PeerValue[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

function correctionsIn(values: readonly Recorded<PeerValue>[], period: string): Recorded<PeerValue>[][] {
  const versions = new Map<string, Recorded<PeerValue>[]>();
  for (const value of values) {
    if (value.period === period) versions.set(keyOf(value), [...(versions.get(keyOf(value)) ?? []), value]);
  }
  return [...versions.values()].filter(({ length }) => length > 1);
}

/** The authority's own record of the period; where it has none, what others published as its value. */
function ownFigure(
  { observations }: Pick<Standing, 'observations'>,
  version: MeasureVersion,
  period: ReportingPeriod,
  published: PeerValue | null,
): OwnFigure | null {
  const held = new Map(observations.map((one) => [`${one.period} ${one.role}`, one]));
  const position = positionIn((code, role) => held.get(`${code} ${role}`) ?? null, version, period);
  if (position.figure.kind === 'number') {
    const counts = countsOfPosition(position);
    return { figure: position.figure, ...counts, published: null };
  }
  if (published === null || published.figure.kind !== 'number' || !published.sameDefinition) return null;
  const { figure, numerator, denominator, publication } = published;
  return { figure, numerator, denominator, published: publication };
}
