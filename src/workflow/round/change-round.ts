import { isDue } from '../../domain/measure/position.ts';
import { formatDate } from '../../domain/number/date.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { Action } from '../../domain/permission/action.ts';
import { roundRefusal } from '../../domain/round/guards.ts';
import { type RoundDetail, type RoundPlan, type RoundVerb, roundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { lockRound } from '../../store/round-lock.ts';
import { addRoundRecord, addUpdateRecord, readRoundRecords, readUpdateRecords } from '../../store/rounds.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from './acting.ts';

/** What is done to a round, and the version of it that the person saw (null: whatever it is). */
export interface RoundChange {
  period: string;
  verb: RoundVerb;
  version: number | null;
  reason: string | null;
  detail: RoundDetail;
}

const actionFor: Readonly<Record<RoundVerb, Action>> = {
  open: 'runRound',
  plan: 'runRound',
  extend: 'runRound',
  exempt: 'runRound',
  close: 'runRound',
  openAgain: 'runRound',
  rollOver: 'runRound',
  nudge: 'nudge',
  freeze: 'freezeRound',
  reopenMeasure: 'reopenUpdate',
  publish: 'publishEdition',
};

/** Verbs that change what others rely on ask for a reason. */
const needsReason: ReadonlySet<RoundVerb> = new Set(['extend', 'exempt', 'openAgain', 'reopenMeasure']);

/** Does one thing to a round, alone: whoever comes second is told. @returns the new version */
export const changeRound = (store: Store, acting: Acting, change: RoundChange) =>
  inTransaction(store, (tx) => changeRoundIn(tx, acting, change));

/** The same within a transaction of the caller's. */
export async function changeRoundIn(tx: Transaction, acting: Acting, change: RoundChange): Promise<number> {
  const { period, verb, detail } = change;
  const state = verb === 'reopenMeasure' ? 'approved' : null;
  mustBeAllowed(acting, actionFor[verb], null, state);
  await lockRound(tx, acting.authority, period, 'alone');
  const round = roundStanding(await readRoundRecords(tx, acting.authority, period));
  const refusal = roundRefusal(round, verb);
  if (refusal !== null) throw new Refused('notNow', refusal);
  if (round !== null && change.version !== null && change.version !== round.version) {
    throw new Refused(
      'notNow',
      'Somebody else has changed this round since you opened the page. Look again first.',
    );
  }
  const reason = change.reason?.trim() || null;
  if (reason === null && needsReason.has(verb)) {
    throw new Refused('invalid', 'There is a problem', [{ field: 'reason', message: 'Enter the reason' }]);
  }
  const unknown = (detail.of ?? []).filter((code) => !(round?.measures ?? []).includes(code));
  if (unknown.length > 0) {
    const message = `${unknown.join(', ')} is not collected in this round`;
    throw new Refused('invalid', 'There is a problem', [{ field: 'of', message }]);
  }
  const problems = detail.plan === undefined ? [] : planProblems(detail.plan, period);
  if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
  const sequence = (round?.version ?? 0) + 1;
  const actingAs = roleFor(acting, actionFor[verb], null, state);
  const said = { person: acting.person.id, actingAs, at: acting.now, reason };
  await addRoundRecord(tx, acting.authority, { period, sequence, verb, ...said, detail });
  if (verb === 'reopenMeasure') await reopenUpdates(tx, acting.authority, period, detail.of ?? [], said);
  return sequence;
}

async function reopenUpdates(
  tx: Transaction,
  authority: string,
  period: string,
  measures: readonly string[],
  said: { person: string; actingAs: string; at: string; reason: string | null },
): Promise<void> {
  for (const measure of measures) {
    const records = await readUpdateRecords(tx, authority, period, measure);
    const sequence = (records.at(-1)?.sequence ?? 0) + 1;
    await addUpdateRecord(
      tx,
      authority,
      { period, measure, sequence, verb: 'reopen', ...said, content: null, detail: {} },
      null,
    );
  }
}

/** The days of a plan that cannot be, each with its field. */
export function planProblems(plan: RoundPlan, period: string): { field: string; message: string }[] {
  const { end } = periodOf(period);
  const problems: { field: string; message: string }[] = [];
  if (plan.updatesDue <= end) {
    const message = `Updates must be due after the period ends on ${formatDate(end)}`;
    problems.push({ field: 'updatesDue', message });
  }
  for (const [level, day] of Object.entries(plan.approvalsDue)) {
    if (day < plan.updatesDue) {
      problems.push({
        field: `approvalsDue-${level}`,
        message: 'Approval must be due on or after the day updates are',
      });
    }
  }
  const { publishOn, freezeOn, agendaOn, cabinetOn } = plan;
  if (freezeOn !== null && freezeOn < plan.updatesDue) {
    problems.push({ field: 'freezeOn', message: 'The freeze must come after updates are due' });
  }
  if (publishOn !== null && freezeOn !== null && publishOn < freezeOn) {
    problems.push({ field: 'publishOn', message: 'Publication must come after the freeze' });
  }
  if (agendaOn !== null && cabinetOn !== null && agendaOn >= cabinetOn) {
    problems.push({ field: 'agendaOn', message: 'The agenda must be published before the meeting' });
  }
  return problems;
}

/** The measures that a round collects: those in force that are due in the period, in the order of the widest scorecard. */
export async function measuresDue(
  tx: Pick<Transaction, 'db'>,
  authority: string,
  period: string,
): Promise<string[]> {
  const facts = await factsIn(tx, { authority, setUpOnly: true, periods: [] });
  const reporting = periodOf(period);
  const order = facts.scorecards
    .filter(({ validFrom }) => validFrom <= reporting.end)
    .sort((a, b) => b.measures.length - a.measures.length)
    .flatMap(({ measures }) => [...measures]);
  return [...new Set(order)].filter((code) => {
    const version = facts.measures.findLast((each) => each.code === code && each.validFrom <= reporting.end);
    if (version === undefined) return false;
    const retired = version.retiredAfter !== null && version.retiredAfter < reporting.end;
    return !retired && isDue(version, reporting);
  });
}
