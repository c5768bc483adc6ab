import type { Person } from '../../domain/organisation/person.ts';
import { type AuditLine, readAuditPage } from '../../store/audit-page.ts';
import type { Store } from '../../store/database.ts';
import { readPeople } from '../../store/people.ts';

export type { AuditLine } from '../../store/audit-page.ts';

/** Which events are wanted; null for all. */
export interface AuditFilter {
  actor: string | null;
  kind: string | null;
  object: string | null;
  /** Only what is older than this event. */
  before: string | null;
}

export interface AuditEvents {
  events: readonly AuditLine[];
  /** True where there are older ones that match. */
  more: boolean;
  people: readonly Person[];
}

/** Of the trail, newest first: who did what to what, and why; never what a draft held. */
export async function auditEvents(
  db: Pick<Store, 'db'>,
  authority: string,
  filter: AuditFilter,
  most: number,
): Promise<AuditEvents> {
  const [found, people] = await Promise.all([
    readAuditPage(db, { authority, ...filter, limit: most + 1 }),
    readPeople(db, authority),
  ]);
  return { events: found.slice(0, most), more: found.length > most, people };
}
