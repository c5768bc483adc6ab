import { isDeepStrictEqual } from 'node:util';
import { nextLevel } from '../../domain/round/standing.ts';
import type { UpdateContent, UpdateRecord, UpdateStanding } from '../../domain/round/update.ts';
import type { Store } from '../../store/database.ts';
import { addUpdateRecord } from '../../store/rounds.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { Conflict, Refused } from '../refused.ts';
import { type Acting, relationOf, roleFor } from './acting.ts';
import { checkContent } from './check-content.ts';
import { factsOfUpdate } from './facts-of-update.ts';
import { mustBeOpen } from './must-be-open.ts';
import { type OpenUpdate, openUpdate } from './open-update.ts';
import { tellApproved, tellSentBack } from './tell.ts';

/** One measure in one round, and the version of the update that the person saw. */
export interface Which {
  period: string;
  measure: string;
  /** null where the verb does not depend on what was seen. */
  version: number | null;
}

/**
 * Keeps what was typed as a draft, whatever is wrong with it: nothing typed is ever lost.
 *
 * @throws Conflict where somebody else has saved since; Refused where it may not be done, or not now
 */
export const saveUpdate = (store: Store, acting: Acting, which: Which, content: UpdateContent) =>
  inTransaction(store, (tx) => saveIn(tx, acting, which, content));

/** The same within a transaction of the caller's. @returns the version that stands */
export async function saveIn(
  tx: Transaction,
  acting: Acting,
  which: Which,
  content: UpdateContent,
): Promise<number> {
  const open = await openUpdate(tx, acting, which.period, which.measure);
  mustBeOpen(open, acting, 'save', 'enterUpdate');
  notOverSomebody(open.update, which);
  // Whatever order the database gives the fields back in: what is as it was is neither saved nor taken from its approver.
  if (isDeepStrictEqual(content, open.update.content)) return open.update.version;
  const what = { verb: 'save' as const, content, reason: null, detail: behalf(open, acting) };
  return add(tx, acting, open, which, what);
}

/** Sends an update to its approver: figures that can be read, and the texts that its status asks for. */
export const submitUpdate = (store: Store, acting: Acting, which: Which, content: UpdateContent) =>
  inTransaction(store, (tx) => submitIn(tx, acting, which, content));

/** The same within a transaction of the caller's. */
export async function submitIn(
  tx: Transaction,
  acting: Acting,
  which: Which,
  content: UpdateContent,
): Promise<number> {
  const open = await openUpdate(tx, acting, which.period, which.measure);
  mustBeOpen(open, acting, 'submit', 'submitUpdate');
  notOverSomebody(open.update, which);
  const problems = await checkContent(tx, acting, open, content, which.period);
  if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
  const what = { verb: 'submit' as const, content, reason: null, detail: behalf(open, acting) };
  return add(tx, acting, open, which, what);
}

/** Takes an update back before approval has begun. */
export const withdrawUpdate = (store: Store, acting: Acting, which: Which) =>
  inTransaction(store, async (tx) => {
    const open = await openUpdate(tx, acting, which.period, which.measure);
    mustBeOpen(open, acting, 'withdraw', 'withdrawUpdate');
    return add(tx, acting, open, which, { verb: 'withdraw', content: null, reason: null, detail: {} });
  });

/** Sends an update back with a question about some words of it. */
export const sendBackUpdate = (
  store: Store,
  acting: Acting,
  which: Which,
  question: { note: string; about: UpdateRecord['detail']['about'] | null },
) =>
  inTransaction(store, async (tx) => {
    const open = await openUpdate(tx, acting, which.period, which.measure);
    mustBeOpen(open, acting, 'sendBack', 'sendBackUpdate');
    seenAsItIs(open.update, which);
    if (question.note.trim() === '') {
      throw new Refused('invalid', 'There is a problem', [
        { field: 'note', message: 'Ask your question, or say what should change' },
      ]);
    }
    const detail = {
      note: question.note.trim(),
      ...(question.about === null || question.about === undefined ? {} : { about: question.about }),
    };
    const what = { verb: 'sendBack', content: null, reason: question.note, detail } as const;
    const version = await add(tx, acting, open, which, what);
    await tellSentBack(tx, acting, open, { period: which.period, version, ...detail });
    return version;
  });

/**
 * Signs an update off at the level whose turn it is. With the last level its figures and texts become facts, in the
 * same transaction.
 */
export const approveUpdate = (
  store: Store,
  acting: Acting,
  which: Which,
  how: { note: string; batch: boolean },
) => inTransaction(store, (tx) => approveIn(tx, acting, which, how));

/** The same within a transaction of the caller's: several at once are all approved, or none. */
export async function approveIn(
  tx: Transaction,
  acting: Acting,
  which: Which,
  how: { note: string; batch: boolean },
): Promise<number> {
  const open = await openUpdate(tx, acting, which.period, which.measure);
  mustBeOpen(open, acting, 'approve', 'approveUpdate');
  seenAsItIs(open.update, which);
  const level = nextLevel(open.update, levelIds(open));
  if (level === null || !givesLevel(open, acting, level)) {
    throw new Refused(
      'notAllowed',
      `This update waits for ${levelName(open, level)}, whom you do not stand in for.`,
    );
  }
  const note = how.note.trim();
  const detail = { level, ...(note === '' ? {} : { note }), ...(how.batch ? { batch: true } : {}) };
  const version = await add(tx, acting, open, which, {
    verb: 'approve',
    content: null,
    reason: note || null,
    detail,
  });
  const isLast = open.update.approvedBy.length + 1 >= open.levels.length;
  if (isLast) {
    await factsOfUpdate(tx, acting, open, which.period);
    await tellApproved(tx, acting, open, { period: which.period, version, level: levelName(open, level) });
  }
  return version;
}

const levelIds = ({ levels }: OpenUpdate) => levels.map(({ id }) => id);

const levelName = ({ levels }: OpenUpdate, level: string | null): string =>
  levels.find(({ id }) => id === level)?.name.toLowerCase() ?? 'nobody';

/** The approver of the level, or whoever stands in for them while they are away. */
function givesLevel({ measure }: OpenUpdate, acting: Acting, level: string): boolean {
  const approver = measure.responsibility?.approvers[level];
  if (approver === undefined) return false;
  const only = { measure: measure.code, owner: approver, contributors: [], approvers: {} };
  return relationOf(acting, { ...measure, responsibility: only }) === 'own';
}

/** Two editors: the later save is told, and sees both. */
function notOverSomebody(update: UpdateStanding, { version }: Which): void {
  if (version !== null && version !== update.version) throw new Conflict(update);
}

/** What is approved or sent back is what was on the screen. */
function seenAsItIs(update: UpdateStanding, { version }: Which): void {
  if (version !== null && version !== update.version) throw new Conflict(update);
}

/** The performance team enters for the owner, and the trail and the owner see that. */
const behalf = ({ measure }: OpenUpdate, acting: Acting): UpdateRecord['detail'] => {
  const owner = measure.responsibility?.owner ?? null;
  const isOwn = relationOf(acting, measure) === 'own';
  return owner === null || isOwn ? {} : { onBehalfOf: owner };
};

async function add(
  tx: Transaction,
  acting: Acting,
  open: OpenUpdate,
  { period, measure }: Which,
  what: Pick<UpdateRecord, 'verb' | 'content' | 'reason' | 'detail'>,
): Promise<number> {
  const sequence = open.update.version + 1;
  const action = actionOf[what.verb];
  const actingAs = roleFor(acting, action, open.measure, open.update.state);
  const record = { period, measure, sequence, person: acting.person.id, actingAs, at: acting.now, ...what };
  await addUpdateRecord(tx, acting.authority, record, open.update.content);
  return sequence;
}

const actionOf = {
  save: 'enterUpdate',
  submit: 'submitUpdate',
  withdraw: 'withdrawUpdate',
  sendBack: 'sendBackUpdate',
  approve: 'approveUpdate',
  reopen: 'reopenUpdate',
} as const;
