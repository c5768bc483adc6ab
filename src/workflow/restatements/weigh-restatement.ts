import { type EvaluatedMeasure, evaluate } from '../../domain/evaluate.ts';
import type { Facts, Observation, Recorded } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { comparePeriods, isYearEnd } from '../../domain/period/relate.ts';
import { effectInWords, hasEffect } from '../../domain/restatement/effect.ts';
import type { RestatedRole } from '../../domain/restatement/restatement.ts';
import { type RoundVerb, stateAfter } from '../../domain/round/round.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { readLastRoundVerbs } from '../../store/read-periods.ts';
import { factsByMeasure, ofOne } from '../queries/evaluate-update.ts';
import { schemesByDay } from '../queries/schemes-in-force.ts';
import { Refused } from '../refused.ts';

type Reader = Pick<Store, 'db'>;

/** A published figure as it stands, with all that judging another one needs. */
export interface Standing {
  period: ReportingPeriod;
  version: MeasureVersion;
  facts: Facts;
  /** As it stands. */
  measure: EvaluatedMeasure;
  /** What is recorded of the role in the period; null where nothing is. */
  held: Recorded<Observation> | null;
  roles: readonly RestatedRole[];
  judge(facts: Facts, period: ReportingPeriod): EvaluatedMeasure | null;
  /** Later periods that have been reported, in order. */
  later: readonly ReportingPeriod[];
}

/** The figure of a measure in a period. @throws Refused where there is no such measure in the period */
export async function standingOfFigure(
  db: Reader,
  authority: string,
  { period, measure, role }: { period: string; measure: string; role: RestatedRole | null },
): Promise<Standing> {
  const standing = (await measuresStanding(db, authority, [measure]))(measure)?.(period, role) ?? null;
  if (standing === null) throw new Refused('notNow', 'There is no such measure in this period.');
  return standing;
}

/** How figures of a measure stand, by period; null where there was no such measure in the period. */
export type StandingOf = (
  period: string,
  role: RestatedRole | null,
  /** Figures laid over those that are recorded. */
  over?: readonly Recorded<Observation>[],
) => Standing | null;

/** How the figures of some measures stand, read once; null for a measure that there is not. */
export async function measuresStanding(
  db: Reader,
  authority: string,
  measures: readonly string[],
): Promise<(measure: string) => StandingOf | null> {
  const all = await factsIn(db, { authority, measures });
  const schemes = await schemesByDay(db, all.authority);
  const verbs = await readLastRoundVerbs(db, authority, Object.keys(stateAfter) as RoundVerb[]);
  const own = factsByMeasure(all, LATEST);
  return (measure) => {
    const facts: Facts = { ...own(measure), scorecards: all.scorecards };
    if (facts.measures.length === 0) return null;
    const judge = (given: Facts, asked: ReportingPeriod): EvaluatedMeasure | null => {
      const { status, direction } = schemes(asked.end);
      const scorecards = [ofOne(measure, given.scorecards, asked.end)];
      try {
        const snapshot = snapshotOf({ ...given, scorecards }, { period: asked, scorecard: null, asAt: null });
        return evaluate(snapshot, status, direction).measures[0] ?? null;
      } catch (error) {
        // Its directorate is not there in that period: nothing can be said of it then.
        if (error instanceof RangeError) return null;
        throw error;
      }
    };
    return (code, role, over = []) => {
      const period = periodOf(code);
      const known = over.length === 0 ? facts : { ...facts, observations: [...facts.observations, ...over] };
      const present = judge(known, period);
      if (present === null) return null;
      const { version } = present.snapshot;
      const roles = rolesOf(version, known, code);
      const wanted = role ?? roles[0] ?? 'actual';
      const held = known.observations.findLast((one) => one.period === code && one.role === wanted) ?? null;
      const later = reportedAfter(verbs, period, known);
      return { period, version, facts: known, measure: present, held, roles, judge, later };
    };
  };
}

/** Past every scorecard's first day. */
const LATEST = '9999-12-31';

/** The periods after this one, as long as it, that hold a figure of the measure and are not being collected. */
function reportedAfter(
  verbs: ReadonlyMap<string, RoundVerb>,
  period: ReportingPeriod,
  { observations }: Facts,
): ReportingPeriod[] {
  const isSettled = (code: string) => {
    const verb = verbs.get(code);
    const state = verb === undefined ? undefined : stateAfter[verb];
    return state !== 'open' && state !== 'closed';
  };
  return [...new Set(observations.map((one) => one.period))]
    .filter(isSettled)
    .map(periodOf)
    .filter((each) => each.span === period.span && comparePeriods(each, period) > 0)
    .sort(comparePeriods);
}

/** The figure that the measure is read by first; the quarter's own beside it where it is held. */
function rolesOf({ periodBasis }: MeasureVersion, { observations }: Facts, period: string): RestatedRole[] {
  if (periodBasis !== 'toDate') return ['actual', 'forecast'];
  const hasOwn = observations.some((one) => one.period === period && one.role === 'actual');
  return ['toDate', ...(hasOwn ? (['actual'] as const) : []), 'forecast'];
}

/** What the new figure does, a sentence a period: to its own first, then to those later ones that would change. */
export interface Effect {
  /** `Amber becomes Red; forecast stays Green; direction of travel stays Improving.` */
  own: string;
  changes: boolean;
  /** `Quarter 3, 2018-19: Red becomes Amber; …` */
  later: readonly string[];
  after: EvaluatedMeasure;
}

/** Judges the measure as if the figure had been recorded. Nothing is written. */
export function effectOf(standing: Standing, figures: readonly Recorded<Observation>[]): Effect {
  const { facts } = standing;
  return effectOfFacts(standing, { ...facts, observations: [...facts.observations, ...figures] });
}

/** Judges the measure by other facts of it. Nothing is written. */
export function effectOfFacts(standing: Standing, changed: Facts): Effect {
  const { facts, period, measure, judge, later } = standing;
  const after = judge(changed, period) ?? measure;
  return {
    own: effectInWords(measure, after),
    changes: hasEffect(measure, after),
    later: later.flatMap((each) => {
      const [was, is] = [judge(facts, each), judge(changed, each)];
      if (was === null || is === null || !hasEffect(was, is)) return [];
      return [`${periodLabel(each)}: ${effectInWords(was, is)}`];
    }),
    after,
  };
}

/** In the period that ends the year what was forecast is what came out: both are restated. */
export function withOutturn(figure: Recorded<Observation>): Recorded<Observation>[] {
  const period = periodOf(figure.period);
  const isOutturn = figure.role === 'forecast' && isYearEnd(period) && period.span !== 'year';
  return isOutturn ? [figure, { ...figure, period: period.year, role: 'outturn' }] : [figure];
}
