import {
  type CorrectionVerb,
  correctionRefusal,
  type ProposedCorrection,
  proposedCorrectionOf,
} from '../../domain/restatement/proposed-correction.ts';
import type { Restatement } from '../../domain/restatement/restatement.ts';
import type { Store } from '../../store/database.ts';
import { addCorrectionRecord, readCorrectionRecords } from '../../store/proposed-corrections.ts';
import type { Transaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import type { Acting } from '../round/acting.ts';
import { tellAnswered } from './tell-correction.ts';

/** One proposed correction; null where there is none of that number. */
export async function findCorrection(
  db: Pick<Store, 'db'>,
  authority: string,
  number: number,
): Promise<ProposedCorrection | null> {
  const records = await readCorrectionRecords(db, authority, { correction: number });
  return proposedCorrectionOf(records.get(number) ?? []);
}

/** @throws Refused in words where it is not there, or the verb cannot be done to it */
export async function mustBeOpen(
  tx: Transaction,
  { authority, person }: Pick<Acting, 'authority' | 'person'>,
  number: number,
  verb: Exclude<CorrectionVerb, 'propose'>,
): Promise<ProposedCorrection> {
  const found = await findCorrection(tx, authority, number);
  if (found === null) throw new Refused('notNow', 'There is no such proposed correction.');
  const refusal = correctionRefusal(found, verb, person.id);
  if (refusal !== null) throw new Refused('notNow', refusal);
  return found;
}

/** Accepts a proposed correction by the restatement that was made of it, in its transaction; whoever proposed it is told. */
export async function acceptIn(
  tx: Transaction,
  acting: Acting,
  number: number,
  restatement: Restatement,
): Promise<void> {
  const found = await mustBeOpen(tx, acting, number, 'accept');
  const { measure, period, role, id, is, actingAs } = restatement;
  if (found.measure !== measure || found.period !== period || found.role !== role) {
    throw new Refused('notNow', 'This is not the figure whose correction was proposed.');
  }
  await addCorrectionRecord(tx, acting.authority, found, {
    correction: number,
    sequence: found.version + 1,
    verb: 'accept',
    person: acting.person.id,
    actingAs,
    at: acting.now,
    reason: null,
    content: null,
    detail: { restatement: id, figure: is.display },
  });
  await tellAnswered(tx, acting, found, { accepted: true, is: is.display, answer: null });
}
