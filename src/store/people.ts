import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Absence, Person, Responsibility } from '../domain/organisation/person.ts';
import { writeAuditEvent } from './audit.ts';
import { canonicalJson, digestOf, instant, storable } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Schema } from './schema.ts';
import type { Transaction } from './transaction.ts';
import { openAuthority } from './write-authority.ts';
import type { WriteSettings } from './write-facts.ts';

const personFrom = (row: Selectable<Schema['person_version']>): Person => ({
  id: row.person,
  name: row.name,
  email: row.email,
  roles: row.roles as Person['roles'],
  directorate: row.directorate,
  post: row.post,
  level: row.level,
  subject: row.subject,
  mail: row.mail as Person['mail'],
  active: row.active,
});

/** Everybody, active or not, as now known, by name. */
export async function readPeople(store: Pick<Store, 'db'>, authority: string): Promise<Person[]> {
  const rows = await store.db
    .selectFrom('person_version')
    .distinctOn('person')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .orderBy('person')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .execute();
  return rows.map(personFrom).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One person as now known; null for nobody. */
export async function readPerson(
  store: Pick<Store, 'db'>,
  authority: string,
  person: string,
): Promise<Person | null> {
  const row = await store.db
    .selectFrom('person_version')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .where('person', '=', person)
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : personFrom(row);
}

/** Adds or changes people, with an audit event for each that is new or different. */
export async function writePeople(
  tx: Transaction,
  authority: string,
  people: readonly Person[],
  settings: WriteSettings,
): Promise<void> {
  const recorded_at = instant(settings.recordedAt);
  const authority_id = await openAuthority(tx, authority, recorded_at);
  const held = new Map((await readPeople(tx, authority)).map((one) => [one.id, one]));
  for (const person of people) {
    const before = held.get(person.id) ?? null;
    if (before !== null && canonicalJson(before) === canonicalJson(person)) continue;
    const { id, roles, ...said } = person;
    for (const text of [id, said.name, said.email]) storable(text, () => 'A person');
    const event_id = await event(
      tx,
      authority_id,
      settings,
      'person.write',
      { kind: 'person', id },
      before,
      person,
    );
    await tx.db
      .insertInto('person_version')
      .values({
        ...revision(authority_id, recorded_at, event_id, canonicalJson(person)),
        person: id,
        ...said,
        roles: canonicalJson(roles),
      })
      .execute();
  }
}

/** Who answers for what, by measure code; of some measures where they are named. */
export async function readResponsibilities(
  store: Pick<Store, 'db'>,
  authority: string,
  measures: readonly string[] | null = null,
): Promise<Map<string, Responsibility>> {
  let query = store.db
    .selectFrom('responsibility_version')
    .distinctOn('measure')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .orderBy('measure')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc');
  if (measures !== null) query = query.where(sql<boolean>`measure = any(${measures}::text[])`);
  const rows = await query.execute();
  return new Map(
    rows.map((row) => [
      row.measure,
      {
        measure: row.measure,
        owner: row.owner,
        contributors: row.contributors as string[],
        approvers: row.approvers as Record<string, string>,
      },
    ]),
  );
}

export async function writeResponsibilities(
  tx: Transaction,
  authority: string,
  given: readonly Responsibility[],
  settings: WriteSettings,
): Promise<void> {
  const recorded_at = instant(settings.recordedAt);
  const authority_id = await openAuthority(tx, authority, recorded_at);
  const held = await readResponsibilities(tx, authority);
  for (const one of given) {
    const before = held.get(one.measure) ?? null;
    if (before !== null && canonicalJson(before) === canonicalJson(one)) continue;
    const object = { kind: 'measure', id: one.measure };
    const event_id = await event(tx, authority_id, settings, 'responsibility.write', object, before, one);
    await tx.db
      .insertInto('responsibility_version')
      .values({
        ...revision(authority_id, recorded_at, event_id, canonicalJson(one)),
        measure: one.measure,
        owner: one.owner,
        contributors: canonicalJson(one.contributors),
        approvers: canonicalJson(one.approvers),
      })
      .execute();
  }
}

/** The last word on each person's absence; somebody back at work has none. */
export async function readAbsences(store: Pick<Store, 'db'>, authority: string): Promise<Absence[]> {
  const rows = await store.db
    .selectFrom('absence')
    .distinctOn('person')
    .selectAll()
    .where('authority_id', '=', await authorityId(store.db, authority))
    .orderBy('person')
    .orderBy('recorded_at', 'desc')
    .orderBy('record_id', 'desc')
    .execute();
  return rows
    .filter(({ deputy }) => deputy !== null)
    .map((row) => ({
      person: row.person,
      deputy: row.deputy,
      fromDay: row.from_day,
      untilDay: row.until_day,
    }));
}

export async function writeAbsence(
  tx: Transaction,
  authority: string,
  absence: Absence,
  settings: WriteSettings,
): Promise<void> {
  const recorded_at = instant(settings.recordedAt);
  const authority_id = await openAuthority(tx, authority, recorded_at);
  const object = { kind: 'person', id: absence.person };
  const event_id = await event(tx, authority_id, settings, 'absence.write', object, null, absence);
  await tx.db
    .insertInto('absence')
    .values({
      authority_id,
      person: absence.person,
      recorded_at,
      record_id: v7(),
      event_id,
      deputy: absence.deputy,
      from_day: absence.fromDay,
      until_day: absence.untilDay,
    })
    .execute();
}

const revision = (authority_id: string, recorded_at: string, event_id: string, said: string) => ({
  authority_id,
  recorded_at,
  revision_id: v7(),
  digest: Buffer.from(digestOf([said]), 'hex'),
  event_id,
});

const event = (
  tx: Transaction,
  authority_id: string,
  settings: WriteSettings,
  action: string,
  object: { kind: string; id: string },
  before: unknown,
  after: unknown,
): Promise<string> =>
  writeAuditEvent(tx, authority_id, {
    recordedAt: instant(settings.recordedAt),
    actor: settings.actor,
    actingAs: settings.actingAs ?? null,
    action,
    object,
    before,
    after,
    reason: settings.reason,
    requestId: settings.requestId ?? null,
  });
