import { periodLabel } from '../../domain/period/label.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { MessageItem, PublishedContent } from '../../domain/round/message.ts';
import type { UpdateDetail } from '../../domain/round/update.ts';
import { type NewMessage, writeMessage } from '../../store/mail-messages.ts';
import { readPeople } from '../../store/people.ts';
import type { Transaction } from '../../store/transaction.ts';
import type { Acting } from './acting.ts';
import type { OpenUpdate } from './open-update.ts';
import { recipients } from './recipients.ts';

/** One update of one version, which the message is about. */
interface About {
  period: string;
  /** Sequence of the record that the message tells of: it is told once. */
  version: number;
}

/** Tells who submitted an update, and its owner, that there is a question; in the transaction that asks it. */
export const tellSentBack = (
  tx: Transaction,
  acting: Acting,
  open: OpenUpdate,
  { period, version, note, about }: About & Pick<UpdateDetail, 'note' | 'about'>,
): Promise<void> =>
  tell(tx, acting, open, { period, version }, (item, by) => ({
    kind: 'sentBack',
    content: { item, by, question: note ?? '', about: about?.words ?? null },
  }));

/** Tells them that the last level has approved it. */
export const tellApproved = (
  tx: Transaction,
  acting: Acting,
  open: OpenUpdate,
  { period, version, level }: About & { level: string },
): Promise<void> =>
  tell(tx, acting, open, { period, version }, (item, by) => ({
    kind: 'approved',
    content: { item, by, level, finished: true },
  }));

type Words = { kind: 'sentBack' | 'approved' } & Pick<NewMessage, 'kind' | 'content'>;

async function tell(
  tx: Transaction,
  acting: Acting,
  { measure, version: { code, title }, update }: OpenUpdate,
  { period, version }: About,
  words: (item: MessageItem, by: string) => Words,
): Promise<void> {
  const people = new Map((await readPeople(tx, acting.authority)).map((one) => [one.id, one.name]));
  const nameOf = (id: string) => people.get(id) ?? id;
  const concerned = [update.submittedBy, measure.responsibility?.owner];
  for (const { person, inPlaceOf } of recipients(concerned, measure.absences, acting.today)) {
    // Nobody is told what they have just done themselves.
    if (person === acting.person.id) continue;
    const item: MessageItem = { ...itemOf(code, title, period), ...inPlace(inPlaceOf, nameOf) };
    const { kind, content } = words(item, nameOf(acting.person.id));
    const onceKey = `${kind}:${period}:${code}:${version}:${person}`;
    await writeMessage(tx, acting.authority, { kind, content, person, onceKey } as NewMessage, acting.now);
  }
}

/** A measure in a message. */
export const itemOf = (code: string, title: string, period: string): MessageItem => ({
  code,
  title,
  period,
  periodTitle: periodLabel(periodOf(period)),
});

export const inPlace = (id: string | null, nameOf: (id: string) => string): Pick<MessageItem, 'inPlaceOf'> =>
  id === null ? {} : { inPlaceOf: nameOf(id) };

/** Tells those who could read an edition before everybody may that it is out. @returns ids of those told */
export async function tellReleased(
  tx: Transaction,
  { authority, now }: Pick<Acting, 'authority' | 'now'>,
  content: PublishedContent,
  named: readonly string[],
): Promise<string[]> {
  const told: string[] = [];
  for (const { id, active } of await readPeople(tx, authority)) {
    if (!active || !named.includes(id)) continue;
    const onceKey = `released:${content.edition}:${id}`;
    await writeMessage(tx, authority, { kind: 'published', content, person: id, onceKey }, now);
    told.push(id);
  }
  return told;
}

/**
 * Tells everybody who works here that an edition is out, or those who are named that they may read it; in the
 * transaction that makes it, and once an edition and person.
 */
export async function tellPublished(
  tx: Transaction,
  { authority, person, now }: Pick<Acting, 'authority' | 'person' | 'now'>,
  content: PublishedContent,
  named: readonly string[] | null = null,
): Promise<void> {
  for (const { id, active } of await readPeople(tx, authority)) {
    if (!active || id === person.id || (named !== null && !named.includes(id))) continue;
    const onceKey = `published:${content.edition}:${id}`;
    await writeMessage(tx, authority, { kind: 'published', content, person: id, onceKey }, now);
  }
}
