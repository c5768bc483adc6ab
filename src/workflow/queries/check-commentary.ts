import { type CheckSurroundings, checkedStatus, checkInputOf } from '../../domain/check-input.ts';
import { checkCommentary } from '../../domain/commentary/checks/check-commentary.ts';
import type { Finding } from '../../domain/commentary/checks/finding.ts';
import type { CheckedStatus, CheckInput } from '../../domain/commentary/checks/input.ts';
import { type EvaluatedMeasure, evaluate } from '../../domain/evaluate.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { lastPeriods } from '../../domain/period/relate.ts';
import type { RoundStanding } from '../../domain/round/round.ts';
import type { UpdateContent, UpdateState } from '../../domain/round/update.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import type { Acting } from '../round/acting.ts';
import { type EvaluatedUpdate, evaluateUpdates } from './evaluate-update.ts';
import { roundOverview } from './round-overview.ts';
import { type SetUpNow, setUpIn } from './set-up-now.ts';

/** Who asks, and when; the day is that on which the texts are read. */
type Asking = Pick<Acting, 'authority' | 'now' | 'today' | 'readText'>;

/** The commentary of one measure, held against its figures. */
export interface CheckedCommentary {
  code: string;
  measure: EvaluatedMeasure;
  /** The texts that were checked, as plain text: findings quote them. */
  texts: CheckInput['texts'];
  findings: readonly Finding[];
  /** Where its update stands; null where no round was run. */
  state: UpdateState | null;
}

/** What the checks look at beside a measure. */
export type AroundChecks = Pick<SetUpNow, 'people' | 'versions' | 'checks'>;

export interface CheckedRound {
  period: ReportingPeriod;
  /** The day on which the texts were read. */
  asOf: string;
  /** In the order of the round, those that have a text. */
  checked: readonly CheckedCommentary[];
  /** How many measures of the round have no text yet. */
  withoutText: number;
}

/** The findings of one update with what its form holds laid over what is recorded; null where the measure is not there. */
export async function checkUpdate(
  db: Pick<Store, 'db'>,
  asking: Asking,
  { period, measure }: { period: string; measure: string },
  content: UpdateContent | null,
): Promise<CheckedCommentary | null> {
  const checked = await checkUpdates(db, asking, period, new Map([[measure, content]]));
  return checked.get(measure) ?? null;
}

/**
 * The same for many: the facts, settings, people and measures are read once for all of them.
 * @param asOf ISO day on which the texts are read; today where not given
 */
export async function checkUpdates(
  db: Pick<Store, 'db'>,
  asking: Asking,
  period: string,
  contents: ReadonlyMap<string, UpdateContent | null>,
  asOf: string = asking.today,
): Promise<Map<string, CheckedCommentary>> {
  const evaluated = await evaluateUpdates(db, asking, period, contents);
  return checkEvaluated(period, evaluated, asOf, setUpIn(db, asking.authority));
}

/**
 * The findings of updates that have been judged already.
 * @param setUp where people, measures and settings are read from: a database, or what is remembered of it
 */
export async function checkEvaluated(
  period: string,
  evaluated: ReadonlyMap<string, EvaluatedUpdate>,
  asOf: string,
  setUp: AroundChecks,
): Promise<Map<string, CheckedCommentary>> {
  const checked = new Map<string, CheckedCommentary>();
  if (evaluated.size === 0) return checked;
  const around = await surroundings(periodOf(period), asOf, setUp);
  for (const [code, update] of evaluated) {
    const input = inputOf(update, { ...around, scheme: update.scheme });
    const findings = checkCommentary(input);
    checked.set(code, { code, measure: update.measure, texts: input.texts, findings, state: null });
  }
  return checked;
}

/**
 * Every text of a period: of its round, drafts and all, or of what was recorded where no round was run. Null where there is
 * neither. A finished round is read as on the day it was frozen, an open one as on today or the day it is published.
 */
export async function checkRound(
  db: Pick<Store, 'db'>,
  asking: Asking,
  period: string,
  { measures = null, asOf = null }: { measures?: readonly string[] | null; asOf?: string | null } = {},
): Promise<CheckedRound | null> {
  const reporting = periodOf(period);
  const overview = await roundOverview(db, asking.authority, period, asking.today, measures);
  const contents = new Map<string, UpdateContent | null>();
  const states = new Map<string, UpdateState>();
  for (const { code, standing } of overview?.lines ?? []) {
    contents.set(code, standing.state === 'approved' ? null : standing.content);
    states.set(code, standing.state);
  }
  if (overview === null) {
    const facts = await factsIn(db, {
      authority: asking.authority,
      periods: [period],
      ...(measures === null ? {} : { measures }),
    });
    for (const { measure } of facts.commentaries) contents.set(measure, null);
    if (contents.size === 0) return null;
  }
  const day = asOf ?? readingDay(overview?.round ?? null, reporting, asking.today);
  const all = [...(await checkUpdates(db, asking, period, contents, day)).values()];
  const checked = all.filter(({ texts }) => Object.values(texts).some((text) => text.trim() !== ''));
  return {
    period: reporting,
    asOf: day,
    checked: checked.map((each) => ({ ...each, state: states.get(each.code) ?? null })),
    withoutText: all.length - checked.length,
  };
}

/** An open round is read as on today or the day it is published, a finished one as on the day it was frozen. */
export function readingDay(round: RoundStanding | null, period: ReportingPeriod, today: string): string {
  if (round === null) return period.end;
  const { freezeOn, publishOn } = round.plan;
  const finished = round.state === 'frozen' || round.state === 'published';
  const last = (finished ? freezeOn : publishOn) ?? today;
  return today < last ? today : last;
}

async function surroundings(
  period: ReportingPeriod,
  asOf: string,
  setUp: AroundChecks,
): Promise<Omit<CheckSurroundings, 'scheme'>> {
  // One after another: within a transaction there is one connection.
  const { settings, complete } = await setUp.checks();
  const people = await setUp.people();
  const versions = await setUp.versions(null);
  const named = new Map(versions.map(({ code, aliases, title }) => [code, { code, aliases, title }]));
  return {
    period,
    asOf,
    ...settings,
    measures: { named: [...named.values()], complete },
    people: people.map(({ name }) => name),
  };
}

function inputOf(update: EvaluatedUpdate, around: CheckSurroundings): CheckInput {
  const { measure, facts } = update;
  const recorded = { observations: facts.observations, commentaries: facts.commentaries };
  const input = checkInputOf(measure, { ...recorded, formerStatus: new Map() }, around);
  // The statuses of earlier periods are only asked of a measure that is at its worst.
  if (!input.status.isWorst) return input;
  return checkInputOf(measure, { ...recorded, formerStatus: formerStatus(update, around.period) }, around);
}

/** How many earlier periods are asked for their status. */
const FORMER = 4;

function formerStatus(update: EvaluatedUpdate, now: ReportingPeriod): Map<string, CheckedStatus> {
  const statuses = new Map<string, CheckedStatus>();
  for (const period of lastPeriods(now, FORMER + 1).slice(0, -1)) {
    const { code } = period;
    if (!update.facts.commentaries.some((one) => one.period === code)) continue;
    try {
      const snapshot = snapshotOf(update.facts, { period, scorecard: null, asAt: null });
      const [measure] = evaluate(snapshot, update.scheme, update.directionScheme).measures;
      if (measure !== undefined) statuses.set(code, checkedStatus(measure.status, update.scheme));
    } catch (error) {
      // A directorate that was not there then leaves nothing to say of the status.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return statuses;
}
