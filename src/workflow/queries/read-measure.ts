import type { CommentaryPart, CommentaryText } from '../../domain/commentary/text-tree.ts';
import { type EvaluatedMeasure, evaluate } from '../../domain/evaluate.ts';
import type { Facts } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { furtherYears } from '../../domain/periods-looked-at.ts';
import { snapshotOf, yearsOfInterest } from '../../domain/snapshot.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { readTargetHistory, readTexts } from '../../store/read-history.ts';
import { readStanding } from '../../store/read-standing.ts';
import type { Known } from '../remembered/known-now.ts';
import { ofOne } from './evaluate-update.ts';
import { codesBefore, type PredecessorView, predecessorsBefore } from './predecessors.ts';
import { latestSettled, type ReadablePeriod, readablePeriods } from './readable-periods.ts';
import { type SchemesInForce, schemesKnown } from './schemes-in-force.ts';
import { setUpKnown } from './set-up-now.ts';
import type { HeldTarget } from './targets-of-year.ts';

/** A measure in one period, as now known. */
export interface MeasurePoint extends ReadablePeriod {
  measure: EvaluatedMeasure;
  scheme: StatusScheme;
  texts: Partial<Record<CommentaryPart, CommentaryText>>;
}

/** All that the page of a measure shows to everybody who works here. */
export interface MeasureView {
  code: string;
  /** Every version of its definition, oldest first. */
  versions: readonly MeasureVersion[];
  units: readonly OrganisationUnit[];
  /** The periods in which it was due or has a figure, oldest first; as many as were asked for. */
  points: readonly MeasurePoint[];
  /** The period to ask for to see those before, and those after; null where there are none. */
  earlier: ReportingPeriod | null;
  later: ReportingPeriod | null;
  /** The one asked for; without a wish the latest that is settled; null where there is none yet. */
  point: MeasurePoint | null;
  /** The measures that it was made from, with their own figures in the periods before. */
  predecessors: readonly PredecessorView[];
  /** Every version of everything it was promised, oldest first. */
  targets: readonly HeldTarget[];
}

/**
 * A measure over time; null where there is no such measure, or none in the period that was asked for.
 *
 * @param most how many periods are judged, the latest or those up to the one asked for; null for every one
 */
export async function readMeasure(
  known: Known,
  code: string,
  wanted: ReportingPeriod | null,
  most: number | null,
): Promise<MeasureView | null> {
  const { store, authority } = known;
  const setUp = setUpKnown(known);
  const measures = await setUp.versions([code]);
  if (measures.length === 0) return null;
  const before = codesBefore(measures);
  const [own, predecessors, schemes, periods, standing, texts, targets] = await Promise.all([
    setUp.authority(),
    setUp.versions(before),
    schemesKnown(known),
    readablePeriods(known),
    readStanding(store, { authority, measures: [code, ...before], periods: null, judgedIn: null }),
    readTexts(store, authority, code),
    readTargetHistory(store, authority, code),
  ]);
  const facts: Facts = { ...own, measures: [...measures, ...predecessors], ...standing, commentaries: [] };
  return measureFrom({ facts, schemes, periods, texts, targets }, code, wanted, most);
}

/**
 * All that a measure over time is worked out from: its own facts and those of the measures that it was made from, and
 * its texts and promises to be shown with them.
 */
export interface MeasureSources {
  facts: Facts;
  schemes: (day: string) => SchemesInForce;
  /** Latest first. */
  periods: readonly ReadablePeriod[];
  /** One of each part and period. */
  texts: Facts['commentaries'];
  targets: readonly HeldTarget[];
}

/** The same from what has been read, whenever that was known. */
export function measureFrom(
  { facts, schemes, periods, texts, targets }: MeasureSources,
  code: string,
  wanted: ReportingPeriod | null,
  most: number | null,
): MeasureView | null {
  const nearby = factsNear(facts);
  const measures = facts.measures.filter((one) => one.code === code);
  const { span, earlier, later } = spanOf(measures, periods, wanted, most);
  const points = span.flatMap((readable): MeasurePoint[] => {
    const point = pointIn(nearby(readable.period), code, readable, schemes);
    if (point === null) return [];
    const said = texts.filter(({ period }) => period === readable.period.code);
    return [{ ...point, texts: Object.fromEntries(said.map(({ part, text }) => [part, text])) }];
  });
  const chosen =
    wanted === null
      ? latestSettled([...points].reverse())?.period.code
      : (points.find(({ period }) => period.code === wanted.code) ?? latestBefore(wanted, periods, points))
          ?.period.code;
  if (wanted !== null && chosen === undefined) return null;
  return {
    code,
    versions: measures,
    units: facts.organisation,
    points,
    earlier,
    later,
    point: points.find(({ period }) => period.code === chosen) ?? null,
    predecessors: predecessorsBefore(
      measures,
      span,
      earlier === null ? periods : [],
      most,
      (other, readable) => pointIn(nearby(readable.period), other, readable, schemes),
    ),
    targets,
  };
}

/**
 * What stands in a period in which nothing is due of the measure: a figure of the year is read beside every quarter.
 * A period that nobody has opened yet has nothing to show.
 */
function latestBefore(
  wanted: ReportingPeriod,
  periods: readonly ReadablePeriod[],
  points: readonly MeasurePoint[],
): MeasurePoint | undefined {
  if (!periods.some(({ period }) => period.code === wanted.code)) return undefined;
  return points.findLast(({ period }) => period.end <= wanted.start);
}

/** The periods to judge, oldest first, out of those in which there was the measure. */
function spanOf(
  measures: readonly MeasureVersion[],
  latestFirst: readonly ReadablePeriod[],
  wanted: ReportingPeriod | null,
  most: number | null,
) {
  const begins = measures.map(({ validFrom }) => validFrom).sort()[0] ?? '';
  const all = latestFirst.filter(({ period }) => period.end >= begins).reverse();
  const count = most ?? all.length;
  const at = all.findIndex(({ period }) => period.code === wanted?.code);
  // One of the latest stands among them; an older one ends its own.
  const end = at < 0 || at >= all.length - count ? all.length : at + 1;
  const start = Math.max(0, end - count);
  return {
    span: all.slice(start, end),
    earlier: all[start - 1]?.period ?? null,
    later: end === all.length ? null : (all[Math.min(all.length, end + count) - 1]?.period ?? null),
  };
}

/** The facts of the years that a period can look at: twenty years are not gone through for every quarter of them. */
function factsNear(facts: Facts): (period: ReportingPeriod) => Facts {
  const byYear = <T extends { period: string }>(all: readonly T[]) => {
    const years = new Map<string, T[]>();
    for (const one of all) {
      const year = one.period.split('/', 1)[0] ?? '';
      const held = years.get(year);
      if (held === undefined) years.set(year, [one]);
      else held.push(one);
    }
    return years;
  };
  const observations = byYear(facts.observations);
  const targets = byYear(facts.targets);
  const shown = new Set(facts.measures.map(({ code }) => code));
  const charts = facts.charts?.filter(({ measure }) => shown.has(measure));
  return (period) => {
    const further = [...furtherYears(charts, [period]).values()].flat();
    const years = [...new Set([...yearsOfInterest(period), ...further])];
    const of = <T>(held: Map<string, T[]>) => years.flatMap((year) => held.get(year) ?? []);
    return { ...facts, observations: of(observations), targets: of(targets) };
  };
}

/** null before there was such a measure, after it ended, and where nothing is due of it and nothing held. */
function pointIn(
  facts: Facts,
  code: string,
  readable: ReadablePeriod,
  schemes: (day: string) => SchemesInForce,
): Omit<MeasurePoint, 'texts'> | null {
  const { period } = readable;
  const scorecards = [ofOne(code, facts.scorecards, period.end)];
  const { status, direction } = schemes(period.end);
  const measure = evaluated({ ...facts, scorecards }, period, status, direction);
  if (measure === null) return null;
  const { figure } = measure.snapshot.position;
  if (figure.kind === 'missing' && figure.reason === 'notDue') return null;
  return { ...readable, measure, scheme: status };
}

function evaluated(
  facts: Facts,
  period: ReportingPeriod,
  status: SchemesInForce['status'],
  direction: SchemesInForce['direction'],
): EvaluatedMeasure | null {
  try {
    const snapshot = snapshotOf(facts, { period, scorecard: null, asAt: null });
    return evaluate(snapshot, status, direction).measures[0] ?? null;
  } catch (error) {
    // Its directorate is not there in that period: nothing can be said of it then.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
