import { can } from '../../domain/permission/can.ts';
import type { ProposedCorrection } from '../../domain/restatement/proposed-correction.ts';
import { writeMessage } from '../../store/mail-messages.ts';
import { readAbsences, readPeople } from '../../store/people.ts';
import { readMeasureVersions } from '../../store/read-set-up.ts';
import type { Transaction } from '../../store/transaction.ts';
import type { Acting } from '../round/acting.ts';
import { recipients } from '../round/recipients.ts';
import { inPlace, itemOf } from '../round/tell.ts';

type About = Pick<ProposedCorrection, 'number' | 'measure' | 'period' | 'was' | 'is' | 'reason'>;

/** Tells everybody who may decide it, or their deputies, that a correction waits; in the transaction that proposes it. */
export async function tellProposed(tx: Transaction, acting: Acting, about: About): Promise<void> {
  const people = await readPeople(tx, acting.authority);
  const decides = people.filter(
    ({ active, roles }) =>
      active && roles.some((role) => can([role], 'restateFigure', { relation: 'other', state: 'approved' })),
  );
  await tell(
    tx,
    acting,
    about,
    decides.map(({ id }) => id),
    (content) => ({
      kind: 'correctionProposed',
      content,
    }),
  );
}

/** Tells whoever proposed it what became of it. */
export const tellAnswered = (
  tx: Transaction,
  acting: Acting,
  { proposedBy, ...about }: About & Pick<ProposedCorrection, 'proposedBy'>,
  { accepted, is, answer }: { accepted: boolean; is: string; answer: string | null },
): Promise<void> =>
  tell(tx, acting, { ...about, is }, [proposedBy], (content) => ({
    kind: 'correctionAnswered',
    content: { ...content, accepted, answer },
  }));

type Words = Parameters<typeof writeMessage>[2];
type Written = Omit<Extract<Words, { kind: 'correctionProposed' }>, 'person' | 'onceKey' | 'dueAt'>;
type Answered = Omit<Extract<Words, { kind: 'correctionAnswered' }>, 'person' | 'onceKey' | 'dueAt'>;

async function tell(
  tx: Transaction,
  { authority, person: by, today, now }: Acting,
  { number, measure, period, was, is, reason }: About,
  to: readonly string[],
  words: (content: Written['content']) => Written | Answered,
): Promise<void> {
  const people = new Map((await readPeople(tx, authority)).map((one) => [one.id, one.name]));
  const nameOf = (id: string) => people.get(id) ?? id;
  const [version] = (await readMeasureVersions(tx, authority, [measure])).slice(-1);
  const absences = await readAbsences(tx, authority);
  for (const { person, inPlaceOf } of recipients(to, absences, today)) {
    // Nobody is told what they have just done themselves.
    if (person === by.id) continue;
    const item = { ...itemOf(measure, version?.title ?? measure, period), ...inPlace(inPlaceOf, nameOf) };
    const message = words({ item, correction: number, by: nameOf(by.id), was, is, reason });
    const onceKey = `${message.kind}:${number}:${person}`;
    await writeMessage(tx, authority, { ...message, person, onceKey }, now);
  }
}
