import { createHash } from 'node:crypto';
import type { Authority } from '../../domain/organisation/organisation.ts';
import type { Person } from '../../domain/organisation/person.ts';
import type { MessageItem } from '../../domain/round/message.ts';
import { workingDaysBefore } from '../../domain/round/working-days.ts';
import type { Store } from '../../store/database.ts';
import { writeMessage } from '../../store/mail-messages.ts';
import { type Told, toldOfRound } from '../../store/reminders.ts';
import { inTransaction } from '../../store/transaction.ts';
import { listRounds } from '../queries/list-rounds.ts';
import { type RoundOverview, roundOverview, type UpdateLine } from '../queries/round-overview.ts';
import { DUE_DAYS, dayOfReminding } from './day-of-reminding.ts';
import { type Recipient, recipients } from './recipients.ts';
import { inPlace, itemOf } from './tell.ts';

const REMINDER_DAYS = 1;

type Kind = 'due' | 'reminder';

/**
 * Writes, on working days from eight o'clock where the authority is, to those whose figures are due within five working
 * days, and again, to those who approve too, on the last working day before. Of one measure and day nobody is told
 * twice; whoever is away, their deputy is told instead.
 */
export async function writeReminders(
  store: Store,
  { code: authority, timeZone }: Pick<Authority, 'code' | 'timeZone'>,
  now: string,
): Promise<void> {
  const today = dayOfReminding(now, timeZone);
  if (today === null) return;
  for (const { period, state } of await listRounds(store, authority)) {
    if (state !== 'open' && state !== 'closed') continue;
    await inTransaction(store, async (tx) => {
      const told = await toldOfRound(tx, authority, period, ['due', 'reminder']);
      const overview = await roundOverview(tx, authority, period, today);
      if (overview === null) return;
      for (const { kind, person, items } of notTold(overview, told, today)) {
        const onceKey = `${kind}:${period}:${person}:${today}:${keyOf(items)}`;
        await writeMessage(tx, authority, { kind, content: { items }, person, onceKey }, now);
      }
    });
  }
}

interface Reminder {
  kind: Kind;
  person: string;
  items: MessageItem[];
}

/** One message a person and kind, with what they have not been told of yet. */
function notTold(overview: RoundOverview, told: readonly Told[], today: string): Reminder[] {
  const known = new Set(told.map(({ kind, person, code, due }) => [kind, person, code, due].join('\n')));
  const found = new Map<string, Reminder>();
  const nameOf = (id: string) => overview.people.get(id)?.name ?? id;
  for (const line of overview.lines) {
    const kind = kindOf(line, overview.round.state, today);
    if (kind === null) continue;
    for (const { person, inPlaceOf } of toRemind(line, overview, today)) {
      if (known.has([kind, person, line.code, line.due].join('\n'))) continue;
      if (!isActive(overview.people.get(person))) continue;
      const item: MessageItem = {
        ...itemOf(line.code, line.version.title, overview.round.period),
        due: line.due,
        ...(line.level === null ? {} : { toApprove: true }),
        ...inPlace(inPlaceOf, nameOf),
      };
      const held = found.get(`${kind} ${person}`) ?? { kind, person, items: [] };
      held.items.push(item);
      found.set(`${kind} ${person}`, held);
    }
  }
  return [...found.values()];
}

/** What is to be said of a measure today; null for nothing: not due yet, late already, done, or no longer possible. */
function kindOf({ due, standing, level, extension }: UpdateLine, round: string, today: string): Kind | null {
  if (standing.state === 'approved' || today > due) return null;
  const isSoon = today >= workingDaysBefore(due, REMINDER_DAYS);
  if (level !== null) return isSoon ? 'reminder' : null;
  if (round !== 'open' && extension === null) return null;
  if (isSoon) return 'reminder';
  return today >= workingDaysBefore(due, DUE_DAYS) ? 'due' : null;
}

/** Those who enter a measure, or the one who approves it next. */
function toRemind(
  { responsibility, level }: UpdateLine,
  { absences }: RoundOverview,
  today: string,
): Recipient[] {
  if (responsibility === null) return [];
  const { owner, contributors, approvers } = responsibility;
  return recipients(level === null ? [owner, ...contributors] : [approvers[level.id]], absences, today);
}

const isActive = (person: Person | undefined): boolean => person?.active === true;

const keyOf = (items: readonly MessageItem[]): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map(({ code, due }) => [code, due])))
    .digest('hex')
    .slice(0, 16);
