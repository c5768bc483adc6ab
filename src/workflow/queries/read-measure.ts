import type { CommentaryPart, CommentaryText } from '../../domain/commentary/text-tree.ts';
import { type EvaluatedMeasure, evaluate } from '../../domain/evaluate.ts';
import type { Facts } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { Store } from '../../store/database.ts';
import { readTargetHistory, readTexts } from '../../store/read-history.ts';
import { readStanding } from '../../store/read-standing.ts';
import { ofOne } from './evaluate-update.ts';
import { latestSettled, type ReadablePeriod, readablePeriods } from './readable-periods.ts';
import { type SchemesInForce, schemesByDay } from './schemes-in-force.ts';
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
  /** Every period in which it was due or has a figure, oldest first. */
  points: readonly MeasurePoint[];
  /** The one asked for; without a wish the latest that is settled; null where there is none yet. */
  point: MeasurePoint | null;
  /** Every version of everything it was promised, oldest first. */
  targets: readonly HeldTarget[];
}

/** A measure over time; null where there is no such measure, or none in the period that was asked for. */
export async function readMeasure(
  store: Store,
  authority: string,
  code: string,
  wanted: ReportingPeriod | null,
): Promise<MeasureView | null> {
  const [facts, texts, targets, periods] = await Promise.all([
    readStanding(store, { authority, measuresOf: () => [code], periods: null, judgedIn: null }),
    readTexts(store, authority, code),
    readTargetHistory(store, authority, code),
    readablePeriods(store, authority),
  ]);
  if (facts.measures.length === 0) return null;
  const schemes = await schemesByDay(store, facts.authority);
  const points = [...periods].reverse().flatMap((readable): MeasurePoint[] => {
    const point = pointIn(facts, code, readable, schemes);
    if (point === null) return [];
    const said = texts.filter(({ period }) => period === readable.period.code);
    return [{ ...point, texts: Object.fromEntries(said.map(({ part, text }) => [part, text])) }];
  });
  const chosen =
    wanted === null
      ? latestSettled([...points].reverse())?.period.code
      : points.find(({ period }) => period.code === wanted.code)?.period.code;
  if (wanted !== null && chosen === undefined) return null;
  return {
    code,
    versions: facts.measures,
    units: facts.organisation,
    points,
    point: points.find(({ period }) => period.code === chosen) ?? null,
    targets,
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
