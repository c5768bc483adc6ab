import { newestByKey } from '../../domain/by-key.ts';
import type { Commentary, Facts, Observation, Recorded } from '../../domain/facts.ts';
import { sameFigure } from '../../domain/number/same-figure.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { comparePeriods } from '../../domain/period/relate.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import { canonicalJson } from '../../store/canonical.ts';
import { factsIn } from '../../store/read-facts.ts';
import { lockRound } from '../../store/round-lock.ts';
import type { Transaction } from '../../store/transaction.ts';
import type { Delivery } from '../record-facts.ts';
import { Refused } from '../refused.ts';
import { sameParts } from './restate-figure.ts';
import { type Periods, periodsSettled, settledYearEnd } from './settled-periods.ts';

/** What a file says of settled periods, and what is held there. */
export interface ChangedByFile {
  periods: Periods;
  /** Every figure of a settled period that it gives. */
  given: readonly Recorded<Observation>[];
  /** Those that are another figure than the published one, or the first of a line that was collected. */
  changed: readonly Recorded<Observation>[];
  held: ReadonlyMap<string, Recorded<Observation>>;
  /** How many published texts it changes, by period. */
  texts: ReadonlyMap<string, number>;
  /** What it promises otherwise than settled periods were judged by; a promise for a year is that of its settled periods. */
  targets: readonly ChangedTarget[];
}

export interface ChangedTarget {
  target: Recorded<TargetVersion>;
  /** The one that held until now; null where there was none. */
  before: Recorded<TargetVersion> | null;
  /** Code of the settled period; of a year's promise the latest of that year. */
  settled: string;
}

/**
 * What a delivery changes of frozen and published periods; null where it says nothing of any. A figure that means what
 * is held is no change; nor is the first figure of a measure that the round did not collect. Keeps the rounds that it
 * touches as they are until the transaction ends.
 */
export async function changedByFile(
  tx: Transaction,
  authority: string,
  now: string,
  delivery: Delivery,
): Promise<ChangedByFile | null> {
  const periods = await locked(tx, authority, now, delivery);
  if (periods.settled.size === 0) return null;
  const { observations: given, commentaries, targets } = settledAmong(delivery, periods);
  const all = [...given, ...commentaries, ...targets];
  if (all.length === 0) return null;
  const facts = await factsIn(tx, {
    authority,
    measures: [...new Set(all.map(({ measure }) => measure))],
    periods: [...new Set(all.map(({ period }) => period))],
    withoutTexts: commentaries.length === 0,
  });
  // Oldest first: the newest stays.
  const held = new Map(facts.observations.map((one) => [keyOf(one), one]));
  const heldTexts = new Map(facts.commentaries.map((one) => [textKey(one), one]));
  return {
    periods,
    given,
    changed: given.filter((one) => isChanged(one, held.get(keyOf(one)), periods)),
    held,
    texts: textsChanged(commentaries, heldTexts, periods),
    targets: targetsChanged(targets, facts.targets, periods),
  };
}

export const keyOf = ({ measure, period, role }: Pick<Observation, 'measure' | 'period' | 'role'>): string =>
  JSON.stringify([measure, period, role]);

export const isProvisional = ({ flags }: Observation): boolean => flags.includes('provisional');

/** The settled period that a figure or text was published with; null where it was with none. */
export function settledCode(
  { period, role }: { period: string; role?: Observation['role'] },
  periods: Periods,
): string | null {
  if (periods.settled.has(period)) return period;
  return role === 'outturn' ? (settledYearEnd(periods, period)?.code ?? null) : null;
}

/** Every figure and text of a delivery. `further` is gone through again when it is written. */
function* batchesOf({ facts, further = [] }: Delivery): Generator<Partial<Facts>> {
  yield facts;
  yield* further;
}

/** The rounds of a delivery, kept as they are: finished ones for this import alone. */
async function locked(tx: Transaction, authority: string, now: string, delivery: Delivery): Promise<Periods> {
  const before = await periodsSettled(tx, authority, now);
  if (before.settled.size + before.collecting.size === 0) return before;
  const touched = new Set<string>();
  for (const { observations = [], commentaries = [], targets = [] } of batchesOf(delivery)) {
    for (const one of observations) touched.add(settledCode(one, before) ?? one.period);
    for (const one of commentaries) touched.add(one.period);
    for (const one of targets) for (const code of roundsPromised(one, before)) touched.add(code);
  }
  // In one order, so that no two imports wait for each other.
  for (const period of [...touched].sort()) {
    if (before.settled.has(period)) await lockRound(tx, authority, period, 'alone');
    else if (before.collecting.has(period)) await lockRound(tx, authority, period, 'together');
  }
  const after = await periodsSettled(tx, authority, now);
  const turned = [...touched].find((one) => before.settled.has(one) !== after.settled.has(one));
  if (turned === undefined) return after;
  throw new Refused(
    'notNow',
    `The round of ${turned} has just changed. Look again at what the file changes.`,
  );
}

function settledAmong(
  delivery: Delivery,
  periods: Periods,
): Pick<Facts, 'observations' | 'commentaries' | 'targets'> {
  const observations: Recorded<Observation>[] = [];
  const commentaries: Recorded<Commentary>[] = [];
  const targets: Recorded<TargetVersion>[] = [];
  for (const batch of batchesOf(delivery)) {
    for (const one of batch.observations ?? []) {
      if (settledCode(one, periods) !== null) observations.push(one);
    }
    for (const one of batch.commentaries ?? []) if (periods.settled.has(one.period)) commentaries.push(one);
    for (const one of batch.targets ?? []) if (promisedFor(one, periods) !== null) targets.push(one);
  }
  return { observations, commentaries, targets };
}

function isChanged(one: Observation, held: Observation | undefined, periods: Periods): boolean {
  const round = periods.settled.get(settledCode(one, periods) ?? '')?.round ?? null;
  if (round?.reopened.has(one.measure)) return false;
  if (held === undefined) {
    return one.figure.kind !== 'missing' && round !== null && round.measures.includes(one.measure);
  }
  return (
    !sameFigure(held.figure, one.figure) ||
    !sameParts(held, one) ||
    isProvisional(held) !== isProvisional(one)
  );
}

/** The rounds that judge by a promise: those of its period, or of its year. */
const roundsPromised = (
  { period }: Pick<TargetVersion, 'period'>,
  { settled, collecting }: Periods,
): string[] =>
  [...settled.keys(), ...collecting]
    .map(periodOf)
    .filter(({ code, year }) => code === period || year === period)
    .sort(comparePeriods)
    .map(({ code }) => code);

/** The latest settled period that was judged by a promise; null where none was. */
const promisedFor = (target: Pick<TargetVersion, 'period'>, periods: Periods): string | null =>
  roundsPromised(target, periods).findLast((code) => periods.settled.has(code)) ?? null;

export const targetKey = ({
  measure,
  period,
  role,
}: Pick<TargetVersion, 'measure' | 'period' | 'role'>): string => JSON.stringify([measure, period, role]);

/** Of each promise what the file says last, where that is another figure than the one now held, or the first. */
function targetsChanged(
  given: readonly Recorded<TargetVersion>[],
  held: readonly Recorded<TargetVersion>[],
  periods: Periods,
): ChangedTarget[] {
  const standing = newestByKey(held, targetKey);
  return [...newestByKey(given, targetKey).values()].flatMap((target) => {
    const settled = promisedFor(target, periods);
    const before = standing.get(targetKey(target));
    if (settled === null || (before !== undefined && sameFigure(before.figure, target.figure))) return [];
    const round = periods.settled.get(settled)?.round ?? null;
    // Nothing was judged of a measure that the round did not collect.
    if (before === undefined && !round?.measures.includes(target.measure)) return [];
    return [{ target, before: before ?? null, settled }];
  });
}

const textKey = ({ measure, period, part }: Commentary) => JSON.stringify([measure, period, part]);

function textsChanged(
  given: readonly Commentary[],
  held: ReadonlyMap<string, Commentary>,
  { settled }: Periods,
): Map<string, number> {
  const texts = new Map<string, number>();
  for (const one of given) {
    const round = settled.get(one.period)?.round ?? null;
    const before = held.get(textKey(one));
    if (round?.reopened.has(one.measure)) continue;
    if (before === undefined && !round?.measures.includes(one.measure)) continue;
    if (before !== undefined && canonicalJson(before.text.tree) === canonicalJson(one.text.tree)) continue;
    texts.set(one.period, (texts.get(one.period) ?? 0) + 1);
  }
  return texts;
}
