import { setImmediate } from 'node:timers/promises';
import { grouped } from '../../domain/by-key.ts';
import { type EvaluatedMeasure, type Evaluation, evaluate } from '../../domain/evaluate.ts';
import type { Facts, Scorecard } from '../../domain/facts.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { predecessor } from '../../domain/period/relate.ts';
import { chosenScorecard, snapshotOf } from '../../domain/snapshot.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import type { SchemesInForce } from './schemes-in-force.ts';

type SetUp = Pick<Facts, 'authority' | 'organisation' | 'measures' | 'scorecards' | 'charts' | 'chartRules'>;
export type Standing = Pick<Facts, 'targets' | 'observations' | 'statements'>;

/** All that is settled before a figure is read: what is judged in which periods, and by which rules. */
export interface Terms {
  setUp: SetUp;
  schemes: (day: string) => SchemesInForce;
  now: Judgeable;
  /** The period before; null where there was no such scorecard then, or a directorate of its measures was not there. */
  before: Judgeable | null;
}

interface Judgeable {
  period: ReportingPeriod;
  /** The version in force in the period. */
  scorecard: Scorecard;
}

/** A scorecard judged. */
export interface Judged {
  evaluation: Evaluation;
  /** What each status was the period before, by measure; a measure that was not there then is left out. */
  before: ReadonlyMap<string, Outcome>;
}

const NOTHING: Standing = { targets: [], observations: [], statements: [] };

/** null where there is no such scorecard in the period. */
export function termsOf(
  setUp: SetUp,
  schemes: Terms['schemes'],
  period: ReportingPeriod,
  code: string | null,
): Terms | null {
  const scorecard = inForce(setUp.scorecards, period, code);
  if (scorecard === null) return null;
  const earlier = predecessor(period);
  const then = inForce(setUp.scorecards, earlier, scorecard.code);
  const before = then === null ? null : { period: earlier, scorecard: then };
  return {
    setUp,
    schemes,
    now: { period, scorecard },
    before: before !== null && hasPlaces(setUp, before) ? before : null,
  };
}

/** Some milliseconds of work: nobody else's page waits longer for its turn. */
const AT_ONCE = 40;

/**
 * Judges some measures of the scorecard, letting others have their turn in between. Each is judged by itself: of the
 * figures of no other one does it depend.
 */
export async function judge(terms: Terms, codes: Iterable<string>, standing: Standing): Promise<Judged> {
  const wanted = new Set(codes);
  const standingOf = byMeasure(standing);
  const judged = async ({ period, scorecard }: Judgeable): Promise<Evaluation> => {
    const { status, direction } = terms.schemes(period.end);
    const own = scorecard.measures.filter((code) => wanted.has(code));
    const whole = evaluate(
      snapshotIn(terms.setUp, { period, scorecard: { ...scorecard, measures: [] } }, NOTHING),
      status,
      direction,
    );
    const measures: EvaluatedMeasure[] = [];
    for (let from = 0; from < own.length; from += AT_ONCE) {
      if (from > 0) await setImmediate();
      const some = own.slice(from, from + AT_ONCE);
      const snapshot = snapshotIn(
        terms.setUp,
        { period, scorecard: { ...scorecard, measures: some } },
        standingOf(some),
      );
      measures.push(...evaluate({ ...snapshot, scorecard }, status, direction).measures);
    }
    const snapshot = { ...whole.snapshot, scorecard, measures: measures.map((each) => each.snapshot) };
    return { ...whole, snapshot, measures };
  };
  const then = terms.before === null ? [] : (await judged(terms.before)).measures;
  return {
    evaluation: await judged(terms.now),
    before: new Map(then.map((each) => [each.snapshot.version.code, each.status.outcome])),
  };
}

/** The whole with some of its measures judged again. */
export function withAgain({ evaluation, before }: Judged, again: Judged): Judged {
  const fresh = new Map(again.evaluation.measures.map((each) => [each.snapshot.version.code, each]));
  const measures = evaluation.measures.map((each) => fresh.get(each.snapshot.version.code) ?? each);
  const snapshot = { ...evaluation.snapshot, measures: measures.map((each) => each.snapshot) };
  return {
    evaluation: { ...evaluation, snapshot, measures },
    before: new Map([...before, ...again.before]),
  };
}

/** What is known of some of the measures, without going through all of it for each few. */
function byMeasure({ targets, observations, statements }: Standing): (codes: readonly string[]) => Standing {
  const of = <T extends { measure: string }>(all: readonly T[]) => {
    const held = grouped(all, ({ measure }) => measure);
    return (codes: readonly string[]) => codes.flatMap((code) => held.get(code) ?? []);
  };
  const [ofTargets, ofObservations, ofStatements] = [of(targets), of(observations), of(statements)];
  return (codes) => ({
    targets: ofTargets(codes),
    observations: ofObservations(codes),
    statements: ofStatements(codes),
  });
}

const snapshotIn = (setUp: SetUp, { period, scorecard }: Judgeable, standing: Standing) =>
  snapshotOf(
    { ...setUp, ...standing, commentaries: [], scorecards: [scorecard] },
    { period, scorecard: scorecard.code, asAt: null },
  );

/** Whether every measure has its directorate there; no figure changes that. */
function hasPlaces(setUp: SetUp, judgeable: Judgeable): boolean {
  try {
    snapshotIn(setUp, judgeable, NOTHING);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function inForce(
  scorecards: readonly Scorecard[],
  period: ReportingPeriod,
  scorecard: string | null,
): Scorecard | null {
  const begun = scorecards.filter(({ validFrom }) => validFrom <= period.end);
  if (begun.length === 0 || (scorecard !== null && !begun.some(({ code }) => code === scorecard)))
    return null;
  return chosenScorecard({ scorecards }, { period, scorecard });
}
