import type { MessageItem } from '../../domain/round/message.ts';
import type { Store } from '../../store/database.ts';
import { writeMessage } from '../../store/mail-messages.ts';
import { inTransaction } from '../../store/transaction.ts';
import { roundOverview, type UpdateLine } from '../queries/round-overview.ts';
import { Refused } from '../refused.ts';
import type { Acting } from './acting.ts';
import { changeRoundIn } from './change-round.ts';
import { itemOf } from './tell.ts';

export interface Nudge {
  period: string;
  /** Codes of the measures whose people are written to. */
  measures: readonly string[];
  /** The words, as edited; empty for the standard ones. */
  message: string;
  /** Version of the round that was on the screen, so that a form sent twice writes once; null for any. */
  version: number | null;
}

const LONGEST = 2000;

/**
 * Writes to those on whom measures wait: one message a person, whatever the number of measures, and a record of the
 * round that says who was written to and with what words.
 *
 * @returns ids of the people written to
 * @throws Refused where nobody is chosen, or nobody is to do anything
 */
export const nudgePeople = (store: Store, acting: Acting, nudge: Nudge): Promise<string[]> =>
  inTransaction(store, async (tx) => {
    const { authority, now, today, person } = acting;
    const { period } = nudge;
    const words = nudge.message.replace(/\r\n?/g, '\n').trim();
    const overview = await roundOverview(tx, authority, period, today);
    const chosen = new Set(nudge.measures);
    const lines = (overview?.lines ?? []).filter(({ code }) => chosen.has(code));
    const items = itemsByPerson(lines, period);
    const problems = problemsOf(words, items.size);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const people = [...items.keys()];
    const version = await changeRoundIn(tx, acting, {
      period,
      verb: 'nudge',
      version: nudge.version,
      reason: null,
      detail: { of: lines.map(({ code }) => code), people, ...(words === '' ? {} : { message: words }) },
    });
    const from = overview?.people.get(person.id)?.name ?? null;
    for (const [id, theirs] of items) {
      const late = theirs.some(({ due }) => due !== undefined && due < today);
      const content = { items: theirs, from, message: words === '' ? null : words, late };
      const onceKey = `nudge:${period}:${version}:${id}`;
      await writeMessage(tx, authority, { kind: 'nudge', content, person: id, onceKey }, now);
    }
    return people;
  });

function itemsByPerson(lines: readonly UpdateLine[], period: string): Map<string, MessageItem[]> {
  const items = new Map<string, MessageItem[]>();
  for (const { code, version, waitsFor, due, level } of lines) {
    if (waitsFor === null || !waitsFor.active) continue;
    const item: MessageItem = {
      ...itemOf(code, version.title, period),
      due,
      ...(level === null ? {} : { toApprove: true }),
    };
    items.set(waitsFor.id, [...(items.get(waitsFor.id) ?? []), item]);
  }
  return items;
}

function problemsOf(words: string, people: number): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  if (people === 0) {
    problems.push({ field: 'measures', message: 'Choose at least one measure that waits for somebody' });
  }
  if (words.length > LONGEST) {
    problems.push({ field: 'message', message: `The message must be ${LONGEST} characters or fewer` });
  }
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(words) || !words.isWellFormed()) {
    problems.push({
      field: 'message',
      message: 'The message holds a character that is not text. Type it again',
    });
  }
  return problems;
}
