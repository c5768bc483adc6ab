import { type Commitment, commitmentOf } from '../../domain/commitment/commitment.ts';
import type { Absence } from '../../domain/organisation/person.ts';
import type { Action } from '../../domain/permission/action.ts';
import { can } from '../../domain/permission/can.ts';
import type { Relation } from '../../domain/permission/policy.ts';
import { deputisedBy } from '../../domain/permission/relation.ts';
import { lockCommitment, readCommitmentRecords } from '../../store/commitments.ts';
import type { Store } from '../../store/database.ts';
import { readAbsences, readResponsibilities } from '../../store/people.ts';
import { readMeasureVersions } from '../../store/read-set-up.ts';
import type { Transaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import { type Acting, type MeasureInHand, relationOf } from '../round/acting.ts';

/** A measure as far as permission goes; null where there is none of that code. */
export async function measureFor(
  db: Pick<Store, 'db'>,
  authority: string,
  code: string,
): Promise<MeasureInHand | null> {
  const version = (await readMeasureVersions(db, authority, [code])).at(-1);
  if (version === undefined) return null;
  return {
    code,
    directorate: version.directorate,
    responsibility: (await readResponsibilities(db, authority, [code])).get(code) ?? null,
    absences: await readAbsences(db, authority),
  };
}

/** How somebody stands to a commitment: their own where they own it, stand in for its owner, or answer for the measure. */
export function relationToCommitment(
  acting: Pick<Acting, 'person' | 'today'>,
  { owner }: Pick<Commitment, 'owner'>,
  measure: MeasureInHand,
): Relation {
  return isOwner(acting, owner, measure.absences) ? 'own' : relationOf(acting, measure);
}

/** Whether somebody owns a commitment, or stands in for who does. */
export const isOwner = (
  { person, today }: Pick<Acting, 'person' | 'today'>,
  owner: string,
  absences: readonly Absence[],
): boolean => owner === person.id || deputisedBy(person.id, absences, today).includes(owner);

/** A commitment with what its rules ask for, held by the caller's transaction until that ends. */
export interface OpenCommitment {
  commitment: Commitment;
  relation: Relation;
}

/** Locks and reads one commitment. @throws Refused where there is no such commitment */
export async function openCommitment(tx: Transaction, acting: Acting, id: string): Promise<OpenCommitment> {
  await lockCommitment(tx, acting.authority, id);
  const records = await readCommitmentRecords(tx, acting.authority, { commitment: id });
  const commitment = commitmentOf(records.get(id) ?? []);
  const measure = commitment === null ? null : await measureFor(tx, acting.authority, commitment.measure);
  if (commitment === null || measure === null) throw new Refused('notNow', 'There is no such commitment.');
  return { commitment, relation: relationToCommitment(acting, commitment, measure) };
}

/** The first of somebody's roles that lets them do it, for the trail. @throws Refused where none does */
export function allowedAs(acting: Acting, action: Action, relation: Relation): string {
  const actor = acting.actors.find((one) => can([one], action, { relation, state: null }));
  if (actor === undefined) throw new Refused('notAllowed', 'You do not have permission to do this.');
  return actor;
}
