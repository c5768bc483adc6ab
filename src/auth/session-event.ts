import { writeAuditEvent } from '../store/audit.ts';
import { authorityId } from '../store/read-authorities.ts';
import type { Transaction } from '../store/transaction.ts';

/** Something about signing in or out that the trail holds. Never a token, a password or a name that was only typed. */
export interface SessionEvent {
  action: 'session.start' | 'session.end' | 'signIn.try' | 'signIn.refused';
  /** Whom it is about; null for a name that nobody has. */
  person: string | null;
  /** Who did it, where that is somebody else. */
  actor?: string;
  detail?: Readonly<Record<string, unknown>>;
  reason: string | null;
  now: string;
  requestId?: string | null;
}

export async function noteSession(tx: Transaction, authority: string, event: SessionEvent): Promise<void> {
  const person = event.person ?? 'nobody';
  await writeAuditEvent(tx, await authorityId(tx.db, authority), {
    recordedAt: event.now,
    actor: event.actor ?? person,
    action: event.action,
    object: { kind: 'person', id: person },
    after: event.detail,
    reason: event.reason,
    requestId: event.requestId ?? null,
  });
}
