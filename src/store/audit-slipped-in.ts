import type pg from 'pg';

/** An event that no seal covers and that claims to be older than it is. */
export interface SlippedIn {
  eventId: string;
  why: string;
}

/** Of what the sealer writes when it takes such events in: from then on the chain says so. */
export const SLIPPED_IN = 'audit.slippedIn';

/** Clocks of two servers may differ by this much; an id is made on one, the time of writing on another. */
const CLOCKS_DIFFER = '5 minutes';

/**
 * Events that no seal covers yet although, by their own account, one should. PostgreSQL numbers transactions in the
 * order in which they begin to write, and nobody can choose the number: an event with a younger number than the last
 * seal's cannot have been written before it. One whose transaction was merely open while the seal was made has an older.
 * Restoring a backup gives all rows one number, and so says nothing about any of them.
 */
export async function readSlippedIn(client: Pick<pg.ClientBase, 'query'>, id: string): Promise<SlippedIn[]> {
  const { rows } = await client.query<{ event_id: string; own_id: boolean; before_seal: boolean }>(QUESTION, [
    id,
  ]);
  return rows.map(({ event_id, own_id, before_seal }) => ({
    eventId: event_id,
    why: !own_id
      ? 'its id is not of the kind that Outturn gives (a UUID of version 7)'
      : before_seal
        ? 'it was stored after the last seal, yet says that it was written before events which that seal covers'
        : 'its id was made for an earlier time than the one at which it was written',
  }));
}

// The first 48 bits of a UUID of version 7 are its milliseconds since 1970.
const QUESTION = `
  with last as (
    select z.seal_number, age(z.xmin) as age, (
      select max(e.written_at) from audit_sealed_event s
      join audit_event e on e.authority_id = s.authority_id and e.event_id = s.event_id
      where s.authority_id = z.authority_id and s.seal_number = z.seal_number) as newest
    from audit_seal z where z.authority_id = $1 order by z.seal_number desc limit 1),
  unsealed as (
    select e.event_id, e.written_at, age(e.xmin) as age,
      substr(e.event_id::text, 15, 1) = '7' as own_id,
      ('x' || lpad(replace(substr(e.event_id::text, 1, 13), '-', ''), 16, '0'))::bit(64)::bigint as milliseconds
    from audit_event e
    where e.authority_id = $1 and e.action <> '${SLIPPED_IN}' and not exists (
      select from audit_sealed_event s where s.authority_id = e.authority_id and s.event_id = e.event_id)),
  judged as (
    select u.event_id, u.own_id, u.written_at <= last.newest as before_seal,
      to_timestamp(u.milliseconds / 1000.0) < u.written_at - interval '${CLOCKS_DIFFER}' as early_id
    from unsealed u, last where u.age < last.age)
  select event_id, own_id, before_seal from judged
  where before_seal or not own_id or early_id order by event_id limit 100`;
