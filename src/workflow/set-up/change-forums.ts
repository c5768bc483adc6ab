import { type Forum, forumKinds } from '../../domain/commitment/forum.ts';
import type { FieldProblem } from '../../domain/commitment/guards.ts';
import type { Store } from '../../store/database.ts';
import { writeSetting } from '../../store/settings.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { FORUMS_SETTING, PRINT_COMMITMENTS_SETTING, readForums } from '../queries/forums.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** A forum as it was typed; a new one has no id yet. */
export type ForumGiven = Omit<Forum, 'id'> & { id: string | null };

const MOST_FORUMS = 200;
const MOST_MEETINGS = 200;
const LONGEST_NAME = 120;
const MOST_ALIASES = 20;

/** Adds a forum or changes one. @returns its id */
export const saveForum = (
  store: Store,
  acting: Acting,
  given: ForumGiven,
  reason: string | null,
): Promise<string> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeForums', null, null);
    await openAuthority(tx, acting.authority, acting.now);
    const held = await readForums(tx, acting.authority);
    const problems = problemsOf(given, held);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const id = given.id ?? freeId(given.name, new Set(held.map((one) => one.id)));
    const forum: Forum = {
      ...given,
      id,
      name: given.name.trim(),
      meetings: [...new Set(given.meetings)].sort(),
    };
    await write(tx, acting, FORUMS_SETTING, [...held.filter((one) => one.id !== id), forum], reason);
    return id;
  });

/** Whether reports print commitments as notes under their measures. */
export const choosePrinting = (
  store: Store,
  acting: Acting,
  printed: boolean,
  reason: string | null,
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeForums', null, null);
    await openAuthority(tx, acting.authority, acting.now);
    await write(tx, acting, PRINT_COMMITMENTS_SETTING, printed, reason);
  });

const write = (tx: Transaction, acting: Acting, name: string, value: unknown, reason: string | null) =>
  writeSetting(tx, acting.authority, name, value, {
    recordedAt: acting.now,
    actor: acting.person.id,
    actingAs: roleFor(acting, 'changeForums', null, null),
    reason,
  });

function problemsOf(given: ForumGiven, held: readonly Forum[]): FieldProblem[] {
  const { id, name, aliases, kind, validFrom, validTo, meetings } = given;
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  if (id !== null && !held.some((one) => one.id === id))
    throw new Refused('notNow', 'There is no such forum.');
  if (id === null && held.length >= MOST_FORUMS) add('name', `There are ${MOST_FORUMS} forums already`);
  if (name.trim() === '') add('name', 'Enter the name of the forum');
  else if (name.length > LONGEST_NAME) add('name', `The name must be ${LONGEST_NAME} characters or fewer`);
  else if (held.some((one) => one.id !== id && isSameName(one.name, name) && overlaps(one, given))) {
    add('name', 'There is a forum of this name already');
  }
  if (aliases.length > MOST_ALIASES || aliases.some((one) => one.length > LONGEST_NAME)) {
    add('aliases', `Give ${MOST_ALIASES} other names or fewer, of ${LONGEST_NAME} characters at most`);
  }
  if (!forumKinds.includes(kind)) add('kind', 'Choose what kind of forum it is');
  if (validTo !== null && validTo < validFrom) add('validTo', 'The last day must be on or after the first');
  if (meetings.length > MOST_MEETINGS) add('meetings', `Give ${MOST_MEETINGS} meetings or fewer`);
  const outside = meetings.find((day) => day < validFrom || (validTo !== null && day > validTo));
  if (outside !== undefined) add('meetings', 'Every meeting must be on a day on which there is this forum');
  return problems;
}

const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const overlaps = (
  a: Pick<Forum, 'validFrom' | 'validTo'>,
  b: Pick<Forum, 'validFrom' | 'validTo'>,
): boolean => a.validFrom <= (b.validTo ?? a.validFrom) && b.validFrom <= (a.validTo ?? b.validFrom);

/** `Executive Scrutiny Board` is `executive-scrutiny-board`, a second of that name `…-2`. */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const wanted = words || 'forum';
  let id = wanted;
  for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`;
  return id;
}
