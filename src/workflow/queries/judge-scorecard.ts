import { grouped } from '../../domain/by-key.ts';
import { type EvaluatedMeasure, type Evaluation, evaluate, withSeries } from '../../domain/evaluate.ts';
import type { Facts, Scorecard } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { periodCodesIn, predecessor } from '../../domain/period/relate.ts';
import { isToldByChart, periodsBack } from '../../domain/periods-back.ts';
import { chosenScorecard, seriesWith, snapshotOf, yearsOfInterest } from '../../domain/snapshot.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import type { Standing } from '../../store/read-standing.ts';
import type { Touched } from '../../store/what-changed.ts';
import type { Turn } from '../remembered/turns.ts';
import { type HeldStanding, standingOf } from './held-standing.ts';
import { codesBefore } from './predecessors.ts';
import type { SchemesInForce } from './schemes-in-force.ts';

type SetUp = Pick<Facts, 'authority' | 'organisation' | 'measures' | 'scorecards' | 'charts' | 'chartRules'>;

/** All that is settled before a figure is read: what is judged in which periods, and by which rules. */
export interface Terms {
  setUp: SetUp;
  /** Every version of each measure, by its code. */
  versions: ReadonlyMap<string, readonly MeasureVersion[]>;
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
  const scorecard = scorecardInForce(setUp.scorecards, period, code);
  if (scorecard === null) return null;
  const earlier = predecessor(period);
  const then = scorecardInForce(setUp.scorecards, earlier, scorecard.code);
  const before = then === null ? null : { period: earlier, scorecard: then };
  return {
    setUp,
    versions: grouped(setUp.measures, ({ code }) => code),
    schemes,
    now: { period, scorecard },
    before: before !== null && hasPlaces(setUp, before) ? before : null,
  };
}

/**
 * A millisecond or two of work: to answer one page takes several turns, and each of them waits for as long as this
 * lasts.
 */
const AT_ONCE = 3;
/** The same where only a chart is another, which is drawn when somebody looks. */
const CHARTS_AT_ONCE = 20;

/**
 * Judges some measures of the scorecard, letting others have their turn in between. Each is judged by itself: of the
 * figures of no other one does it depend.
 *
 * @param before those that are judged in the period before
 */
export async function judge(
  terms: Terms,
  codes: readonly string[],
  held: HeldStanding,
  turn: Turn,
  before = codes,
): Promise<Judged> {
  const then =
    terms.before === null ? [] : (await judgedIn(terms, terms.before, before, held, turn)).measures;
  return {
    evaluation: await judgedIn(terms, terms.now, codes, held, turn),
    before: new Map(then.map((each) => [each.snapshot.version.code, each.status.outcome])),
  };
}

async function judgedIn(
  terms: Terms,
  { period, scorecard }: Judgeable,
  codes: readonly string[],
  held: HeldStanding,
  turn: Turn,
): Promise<Evaluation> {
  const { status, direction } = terms.schemes(period.end);
  const wanted = new Set(codes);
  const own = scorecard.measures.filter((code) => wanted.has(code));
  const whole = evaluate(
    snapshotIn(terms.setUp, { period, scorecard: { ...scorecard, measures: [] } }, NOTHING),
    status,
    direction,
  );
  const measures: EvaluatedMeasure[] = [];
  for (let from = 0; from < own.length; from += AT_ONCE) {
    if (from > 0) await turn();
    const some = own.slice(from, from + AT_ONCE);
    const snapshot = snapshotIn(
      { ...terms.setUp, measures: versionsOf(terms, some) },
      { period, scorecard: { ...scorecard, measures: some } },
      standingOf(held, some),
    );
    measures.push(...evaluate({ ...snapshot, scorecard }, status, direction).measures);
  }
  const snapshot = { ...whole.snapshot, scorecard, measures: measures.map((each) => each.snapshot) };
  return { ...whole, snapshot, measures };
}

/**
 * The whole with what was written since: judged again is only what may stand otherwise now; where figures came in that
 * nothing but a control chart looks at, only that is another.
 */
export async function judgeAgain(
  terms: Terms,
  judged: Judged,
  held: HeldStanding,
  touched: Touched,
  turn: Turn,
): Promise<Judged> {
  const now = otherStatuses(terms, terms.now, touched);
  const before = terms.before === null ? [] : otherStatuses(terms, terms.before, touched);
  const again = withAgain(judged, await judge(terms, now, held, turn, before));
  const whole = new Set(now);
  const charts = new Set([...touched.figures.keys()].filter((code) => !whole.has(code)));
  const { snapshot } = again.evaluation;
  const charted = (each: EvaluatedMeasure): EvaluatedMeasure => {
    const { code } = each.snapshot.version;
    const years = new Set((touched.figures.get(code) ?? []).map(yearIn));
    const observations = held.observations.get(code)?.filter(({ period }) => years.has(yearIn(period))) ?? [];
    const facts = { observations, measures: terms.versions.get(code) ?? [] };
    return withSeries(each, seriesWith(each.snapshot, snapshot.period, years, facts), snapshot.chartRules);
  };
  const measures: EvaluatedMeasure[] = [];
  for (const [index, each] of again.evaluation.measures.entries()) {
    if (index > 0 && index % CHARTS_AT_ONCE === 0) await turn();
    measures.push(charts.has(each.snapshot.version.code) ? charted(each) : each);
  }
  const snapshots = measures.map((each) => each.snapshot);
  return {
    ...again,
    evaluation: { ...again.evaluation, snapshot: { ...snapshot, measures: snapshots }, measures },
  };
}

const yearIn = (code: string): string => periodOf(code).year;

/** Those whose status in the period may be another now: figures that only charts look at change none. */
function otherStatuses({ schemes }: Terms, { period }: Judgeable, { anew, figures }: Touched): string[] {
  const { direction } = schemes(period.end);
  const near = new Set(yearsOfInterest(period, periodsBack(direction)).flatMap(periodCodesIn));
  // What is written earlier is looked at by a chart alone.
  const other = [...figures].filter(
    ([, periods]) => isToldByChart(direction) || periods.some((each) => near.has(each)),
  );
  return [...anew, ...other.map(([code]) => code)];
}

/** The whole with some of its measures judged again. */
function withAgain({ evaluation, before }: Judged, again: Judged): Judged {
  const fresh = new Map(again.evaluation.measures.map((each) => [each.snapshot.version.code, each]));
  const measures = evaluation.measures.map((each) => fresh.get(each.snapshot.version.code) ?? each);
  const snapshot = { ...evaluation.snapshot, measures: measures.map((each) => each.snapshot) };
  return {
    evaluation: { ...evaluation, snapshot, measures },
    before: new Map([...before, ...again.before]),
  };
}

/** Of a few measures, and those that they were made from; all thousand are not gone through for each few. */
const versionsOf = ({ versions }: Terms, codes: readonly string[]): MeasureVersion[] => {
  const of = (code: string) => versions.get(code) ?? [];
  const before = codes.flatMap((code) => codesBefore(of(code)));
  return [...new Set([...codes, ...before])].flatMap(of);
};

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

/** The version in force of a scorecard, of the widest where none is named; null where there was none then. */
export function scorecardInForce(
  scorecards: readonly Scorecard[],
  period: ReportingPeriod,
  scorecard: string | null,
): Scorecard | null {
  const begun = scorecards.filter(({ validFrom }) => validFrom <= period.end);
  if (begun.length === 0 || (scorecard !== null && !begun.some(({ code }) => code === scorecard)))
    return null;
  return chosenScorecard({ scorecards }, { period, scorecard });
}
