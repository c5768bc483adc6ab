import type { Evaluation } from '../../domain/evaluate.ts';
import type { Facts, Scorecard } from '../../domain/facts.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { predecessor } from '../../domain/period/relate.ts';
import { chosenScorecard, snapshotOf } from '../../domain/snapshot.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import type { Store } from '../../store/database.ts';
import { readStanding } from '../../store/read-standing.ts';
import { evaluateInTurns } from './evaluate-in-turns.ts';
import { periodCodesAround } from './read-evaluation.ts';
import { remembered } from './remembered.ts';
import { type SchemesInForce, schemesByDay } from './schemes-in-force.ts';

/** A scorecard in a period, with what each status was the period before. */
export interface ScorecardView {
  evaluation: Evaluation;
  /** By measure; a measure that was not there then is left out. */
  before: ReadonlyMap<string, Outcome>;
  /** Those that are in force in the period, as they are named then. */
  scorecards: readonly Scorecard[];
}

interface Wanted {
  period: ReportingPeriod;
  /** Its code; null for the widest. */
  scorecard: string | null;
}

/** As now known; null where there is no such scorecard in the period. */
export const readScorecard = (
  store: Store,
  authority: string,
  wanted: Wanted,
): Promise<ScorecardView | null> =>
  remembered(store, authority, `scorecard ${wanted.period.code} ${wanted.scorecard ?? ''}`, () =>
    scorecardView(store, authority, wanted),
  );

async function scorecardView(
  store: Store,
  authority: string,
  { period, scorecard }: Wanted,
): Promise<ScorecardView | null> {
  const earlier = predecessor(period);
  const chosen = (scorecards: readonly Scorecard[]) => inForce(scorecards, period, scorecard);
  const facts = await readStanding(store, {
    authority,
    measuresOf: (scorecards) => chosen(scorecards)?.measures ?? [],
    periods: [...new Set([...periodCodesAround(period), ...periodCodesAround(earlier)])],
    judgedIn: [period.code, earlier.code],
  });
  const found = chosen(facts.scorecards);
  if (found === null) return null;
  const schemes = await schemesByDay(store, facts.authority);
  const now = schemes(period.end);
  const snapshot = snapshotOf(facts, { period, scorecard: found.code, asAt: null });
  return {
    evaluation: await evaluateInTurns(snapshot, now.status, now.direction),
    before: await statusesIn(facts, earlier, found, schemes(earlier.end)),
    scorecards: namedIn(facts.scorecards, period),
  };
}

async function statusesIn(
  facts: Facts,
  period: ReportingPeriod,
  { code }: Scorecard,
  { status, direction }: SchemesInForce,
): Promise<Map<string, Outcome>> {
  // A scorecard, or a directorate, that was not there then leaves nothing to compare with.
  if (inForce(facts.scorecards, period, code) === null) return new Map();
  try {
    const { measures } = await evaluateInTurns(
      snapshotOf(facts, { period, scorecard: code, asAt: null }),
      status,
      direction,
    );
    return new Map(measures.map((each) => [each.snapshot.version.code, each.status.outcome]));
  } catch (error) {
    if (error instanceof RangeError) return new Map();
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

/** One version of each, the widest first. */
function namedIn(scorecards: readonly Scorecard[], period: ReportingPeriod): Scorecard[] {
  const codes = new Set(
    scorecards.filter(({ validFrom }) => validFrom <= period.end).map(({ code }) => code),
  );
  return [...codes]
    .map((scorecard) => chosenScorecard({ scorecards }, { period, scorecard }))
    .sort((a, b) => b.measures.length - a.measures.length);
}
