import type { Scorecard } from '../../domain/facts.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { chosenScorecard } from '../../domain/snapshot.ts';
import { readStanding } from '../../store/read-standing.ts';
import { readTouchedMeasures } from '../../store/what-changed.ts';
import type { Known } from '../remembered/known-now.ts';
import { type Judged, judge, type Terms, termsOf, withAgain } from './judge-scorecard.ts';
import { periodCodesAround } from './read-evaluation.ts';
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
  view: ScorecardView;
}

/**
 * As now known; null where there is no such scorecard in the period. The very same object as long as it says the same,
 * and of a measure that stands as it stood the very same evaluation.
 */
export async function readScorecard(known: Known, wanted: Wanted): Promise<ScorecardView | null> {
  const kept = await known.recall<Kept | null>({
    key: `scorecard ${wanted.period.code} ${wanted.scorecard ?? ''}`,
    of: ['figures', 'setUp'],
    many: true,
    work: () => judgedWhole(known, wanted),
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
  const { measures } = terms.now.scorecard;
  const judged = await judge(terms, measures, await standingOf(known, terms, measures));
  return { terms, view: { ...judged, scorecards: namedIn(authority.scorecards, period) } };
}

/** Only the measures of which something was written that is looked at. */
async function judgedAgain(known: Known, kept: Kept, events: readonly string[]): Promise<Kept> {
  const { terms, view } = kept;
  const written = await readTouchedMeasures(known.store, known.authority, events, lookedAt(terms));
  const own = new Set(terms.now.scorecard.measures);
  const touched = written.filter((code) => own.has(code));
  if (touched.length === 0) return kept;
  const again = await judge(terms, touched, await standingOf(known, terms, touched));
  return { terms, view: { ...view, ...withAgain(view, again) } };
}

const standingOf = ({ store, authority }: Known, terms: Terms, measures: readonly string[]) =>
  readStanding(store, { authority, measures, periods: lookedAt(terms), judgedIn: judgedIn(terms) });

const judgedIn = ({ now, before }: Terms) =>
  [now, ...(before === null ? [] : [before])].map(({ period }) => period.code);

/** The periods that a status, its direction and its history can depend on. */
const lookedAt = ({ now, before }: Terms) => [
  ...new Set([now, ...(before === null ? [] : [before])].flatMap(({ period }) => periodCodesAround(period))),
];

/** One version of each, the widest first. */
export function namedIn(scorecards: readonly Scorecard[], period: ReportingPeriod): Scorecard[] {
  const codes = new Set(
    scorecards.filter(({ validFrom }) => validFrom <= period.end).map(({ code }) => code),
  );
  return [...codes]
    .map((scorecard) => chosenScorecard({ scorecards }, { period, scorecard }))
    .sort((a, b) => b.measures.length - a.measures.length);
}
