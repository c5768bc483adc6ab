import type { Facts } from '../../domain/facts.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { comesBefore, type Edition, isPublic } from '../../domain/round/edition.ts';
import type { Store } from '../../store/database.ts';
import { readEditions } from '../../store/editions.ts';
import { StoreProblem } from '../../store/problem.ts';
import { readFacts } from '../../store/read-facts.ts';
import type { FrozenInputs } from '../editions/frozen-inputs.ts';
import type { Known } from '../remembered/known-now.ts';
import { nextTurn } from '../remembered/turns.ts';
import { inputsOf } from '../restatements/corrections-since.ts';
import { heldStanding } from './held-standing.ts';
import { judge, termsOf } from './judge-scorecard.ts';
import { codesBefore } from './predecessors.ts';
import { type MeasureSources, type MeasureView, measureFrom, readMeasure } from './read-measure.ts';
import { namedIn, readScorecard, type ScorecardView } from './read-scorecard.ts';
import { type ReadablePeriod, readablePeriods } from './readable-periods.ts';
import { type SchemesInForce, schemesByDay } from './schemes-in-force.ts';
import { setUpKnown } from './set-up-now.ts';

/** How the figures of a page are to be known: now, at a past moment, or as an edition published them. */
export type AsKnown =
  | { kind: 'now' }
  /** ISO instant. */
  | { kind: 'asAt'; at: string }
  | { kind: 'published'; edition: Edition; inputs: FrozenInputs };

interface Wanted {
  period: ReportingPeriod;
  scorecard: string | null;
}

/**
 * The newest public edition that shows a scorecard or a measure: of a whole scorecard rather than of its exceptions.
 *
 * @param wanted what is null is not asked about
 */
export async function publishedAs(
  db: Pick<Store, 'db'>,
  authority: string,
  wanted: { period: string | null; scorecard: string | null; measure: string | null },
  now: string,
): Promise<Extract<AsKnown, { kind: 'published' }> | null> {
  const all = (await readEditions(db, authority))
    .filter((each) => each.report !== 'cabinet' && isPublic(each, now))
    .filter(({ period }) => wanted.period === null || period === wanted.period)
    .filter(({ scorecard }) => wanted.scorecard === null || scorecard === wanted.scorecard)
    .sort((a, b) => wholeFirst(a, b) || (comesBefore(a, b) ? 1 : -1));
  for (const edition of all) {
    const inputs = await inputsOf(db, authority, edition.id);
    if (inputs === null) continue;
    const holds =
      wanted.measure === null ||
      inputs.facts.scorecards.some((one) => one.measures.includes(wanted.measure ?? ''));
    if (holds) return { kind: 'published', edition, inputs };
  }
  return null;
}

/**
 * Whether the figures of a period were published: of any period where null. Asked by every page that leads to them, so
 * it is remembered.
 */
export async function isPublished(
  { store, authority, recall }: Known,
  period: string | null,
  now: string,
): Promise<boolean> {
  const editions = await recall({
    key: 'editions',
    of: ['rounds', 'setUp'],
    work: () => readEditions(store, authority),
  });
  return editions.some(
    (each) => each.report !== 'cabinet' && isPublic(each, now) && (period === null || each.period === period),
  );
}

const wholeFirst = (a: Edition, b: Edition): number =>
  a.period === b.period ? Number(b.report === 'scorecard') - Number(a.report === 'scorecard') : 0;

/** A scorecard as known so; null where there was no such scorecard. */
export async function scorecardAs(known: Known, wanted: Wanted, as: AsKnown): Promise<ScorecardView | null> {
  if (as.kind === 'now') return readScorecard(known, wanted);
  const { period, scorecard } = wanted;
  const held = await factsAs(known, as, { around: [period], measures: null });
  if (held === null) return null;
  const { facts, schemes } = held;
  const terms = termsOf(facts, schemes, period, as.kind === 'published' ? as.inputs.scorecard : scorecard);
  if (terms === null) return null;
  const judged = await judge(terms, terms.now.scorecard.measures, heldStanding(facts), nextTurn);
  return { ...judged, scorecards: namedIn(facts.scorecards, period) };
}

/** A measure over time as known so; null where there was no such measure. */
export async function measureAs(
  known: Known,
  code: string,
  wanted: ReportingPeriod | null,
  most: number | null,
  as: AsKnown,
): Promise<MeasureView | null> {
  if (as.kind === 'now') return readMeasure(known, code, wanted, most);
  const before = codesBefore(await setUpKnown(known).versions([code]));
  const held = await factsAs(known, as, { around: null, measures: [code, ...before] });
  if (held === null) return null;
  const own = <T extends { measure: string }>(all: readonly T[]) =>
    all.filter(({ measure }) => measure === code);
  const versions = held.facts.measures.filter((one) => one.code === code);
  if (versions.length === 0) return null;
  const shown = new Set([code, ...codesBefore(versions)]);
  const ofShown = <T extends { measure: string }>(all: readonly T[]) =>
    all.filter(({ measure }) => shown.has(measure));
  const facts: Facts = {
    ...held.facts,
    measures: held.facts.measures.filter((one) => shown.has(one.code)),
    observations: ofShown(held.facts.observations),
    targets: ofShown(held.facts.targets),
    statements: ofShown(held.facts.statements),
    commentaries: [],
  };
  const sources: MeasureSources = {
    facts,
    schemes: held.schemes,
    periods: periodsThen(await readablePeriods(known), facts, as),
    texts: newestTexts(own(held.facts.commentaries)),
    targets: own(facts.targets),
  };
  return measureFrom(sources, code, wanted, most);
}

/** The moment at which the figures were known; null for now. */
export const momentOf = (as: AsKnown): string | null =>
  as.kind === 'now' ? null : as.kind === 'asAt' ? as.at : as.inputs.knownAt;

interface Held {
  facts: Facts;
  schemes: (day: string) => SchemesInForce;
}

/** null where nothing at all was known of the authority. */
async function factsAs(
  { store, authority }: Known,
  as: Exclude<AsKnown, { kind: 'now' }>,
  of: { around: readonly ReportingPeriod[] | null; measures: readonly string[] | null },
): Promise<Held | null> {
  if (as.kind === 'published') {
    const { facts, statusScheme, directionScheme } = as.inputs;
    return { facts, schemes: () => ({ status: statusScheme, direction: directionScheme }) };
  }
  try {
    const facts = await readFacts(store, {
      authority,
      asAt: as.at,
      ...(of.around === null ? {} : { around: of.around }),
      ...(of.measures === null ? {} : { measures: of.measures }),
    });
    return { facts, schemes: await schemesByDay(store, facts.authority) };
  } catch (error) {
    if (error instanceof StoreProblem && error.code === 'unknownAuthority') return null;
    throw error;
  }
}

/** The periods that had begun by then and of which something is held. */
function periodsThen(
  latestFirst: readonly ReadablePeriod[],
  { observations }: Facts,
  as: AsKnown,
): ReadablePeriod[] {
  const held = new Set(observations.map(({ period }) => period));
  const last = as.kind === 'published' ? as.inputs.period : null;
  // What is said of a period that was being collected then would be said of the round as it is now.
  return latestFirst
    .filter(({ period }) => held.has(period.code) || period.code === last)
    .map(({ period }) => ({ period, round: null }));
}

function newestTexts(all: Facts['commentaries']): Facts['commentaries'] {
  const newest = new Map<string, Facts['commentaries'][number]>();
  for (const each of all) {
    const key = `${each.period}|${each.part}`;
    const before = newest.get(key);
    if (before === undefined || before.recordedAt <= each.recordedAt) newest.set(key, each);
  }
  return [...newest.values()];
}
