import type { Scorecard } from '../../domain/facts.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { furtherPeriods, periodCodesAround } from '../../domain/periods-looked-at.ts';
import { chosenScorecard } from '../../domain/snapshot.ts';
import type { Known } from '../remembered/known-now.ts';
import { type HeldStanding, readHeldStanding, renewedStanding } from './held-standing.ts';
import { type Judged, judge, judgeAgain, scorecardInForce, type Terms, termsOf } from './judge-scorecard.ts';
import { schemesKnown } from './schemes-in-force.ts';
import { setUpKnown } from './set-up-now.ts';

/** A scorecard in a period, with what each status was the period before. */
export interface ScorecardView extends Judged {
  /** Those that are in force in the period, as they are named then. */
  scorecards: readonly Scorecard[];
}

interface Wanted {
  period: ReportingPeriod;
  /** Its code; null for the widest. */
  scorecard: string | null;
}

interface Kept {
  terms: Terms;
  held: HeldStanding;
  view: ScorecardView;
}

/**
 * As now known; null where there is no such scorecard in the period. The very same object as long as it says the same,
 * and of a measure that stands as it stood the very same evaluation.
 */
export async function readScorecard(known: Known, wanted: Wanted): Promise<ScorecardView | null> {
  const { period } = wanted;
  const { scorecards } = await setUpKnown(known).authority();
  // By its own name whether or not that was asked for: the widest is worked out once, not once more as "the widest".
  const scorecard = scorecardInForce(scorecards, period, wanted.scorecard)?.code;
  if (scorecard === undefined) return null;
  const kept = await known.recall<Kept | null>({
    key: `scorecard ${period.code} ${scorecard}`,
    of: ['figures', 'setUp'],
    many: true,
    work: () => judgedWhole(known, { period, scorecard }),
    renew: async (before, events) => (before === null ? null : judgedAgain(known, before, events)),
  });
  return kept?.view ?? null;
}

async function judgedWhole(known: Known, { period, scorecard }: Wanted): Promise<Kept | null> {
  const now = setUpKnown(known);
  const [authority, versions, schemes] = await Promise.all([
    now.authority(),
    now.versions(null),
    schemesKnown(known),
  ]);
  const terms = termsOf({ ...authority, measures: versions }, schemes, period, scorecard);
  if (terms === null) return null;
  const held = await readHeldStanding(known, lookedAt(terms));
  const judged = await judge(terms, terms.now.scorecard.measures, held, known.turn);
  return { terms, held, view: { ...judged, scorecards: namedIn(authority.scorecards, period) } };
}

/** Only the measures of which something was written that is looked at. */
async function judgedAgain(known: Known, kept: Kept, events: readonly string[]): Promise<Kept> {
  const { terms, view } = kept;
  const renewed = await renewedStanding(known, kept.held, events, lookedAt(terms));
  if (renewed === null) return kept;
  const { held, touched } = renewed;
  return { terms, held, view: { ...view, ...(await judgeAgain(terms, view, held, touched, known.turn)) } };
}

/** The periods that a status, its direction, its history and its chart can depend on, and those it is judged in. */
function lookedAt({ setUp, now, before }: Terms) {
  const judged = [now, ...(before === null ? [] : [before])].map(({ period }) => period);
  return {
    measures: now.scorecard.measures,
    periods: [...new Set(judged.flatMap(periodCodesAround))],
    judgedIn: judged.map(({ code }) => code),
    further: furtherPeriods(setUp.charts, judged),
  };
}

/** One version of each, the widest first. */
export function namedIn(scorecards: readonly Scorecard[], period: ReportingPeriod): Scorecard[] {
  const codes = new Set(
    scorecards.filter(({ validFrom }) => validFrom <= period.end).map(({ code }) => code),
  );
  return [...codes]
    .map((scorecard) => chosenScorecard({ scorecards }, { period, scorecard }))
    .sort((a, b) => b.measures.length - a.measures.length);
}
