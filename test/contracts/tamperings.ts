import type pg from 'pg';

/** Chance that is the same in every run (mulberry32, public domain). */
export function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

export interface Tampering {
  name: string;
  /** What the verdict must say of the first bad entry. */
  expected: Record<string, unknown>;
}

interface Entry {
  seal: number;
  place: number;
  event: string;
}

/** Takes away the seals after a number with all that they cover, which leaves a chain that is whole in itself. */
export async function harmless(owner: pg.ClientBase, id: string, last: number): Promise<void> {
  await owner.query(
    `delete from audit_event where authority_id = $1 and event_id in (
       select event_id from audit_sealed_event where authority_id = $1 and seal_number > $2)`,
    [id, last],
  );
  await owner.query('delete from audit_sealed_event where authority_id = $1 and seal_number > $2', [
    id,
    last,
  ]);
  await owner.query('delete from audit_seal where authority_id = $1 and seal_number > $2', [id, last]);
}

const FIELDS: readonly [column: string, value: string][] = [
  ['recorded_at', "recorded_at - interval '1 millisecond'"],
  ['written_at', "written_at + interval '1 microsecond'"],
  ['written_at', "'infinity'"],
  ['actor', "'somebody.else'"],
  ['acting_as', "case when acting_as is null then '' end"],
  ['action', "action || ' '"],
  ['object_kind', 'upper(object_kind)'],
  ['object_id', "object_id || E'\\u200b'"],
  ['before', "coalesce(before, 'null') || '[]'"],
  ['after', "jsonb_set(after, '{nested,a}', '0.10000000000000000001')"],
  ['reason', "case when reason is null then '' end"],
  ['request_id', "'r'"],
  ['batch_id', 'event_id'],
];

/** One random tampering by the owner of the tables, in the caller's transaction. */
export async function tamperings(
  owner: pg.ClientBase,
  id: string,
  roll: (sides: number) => number,
): Promise<Tampering> {
  const { rows } = await owner.query<Entry>(
    `select seal_number::int as seal, place, event_id as event from audit_sealed_event
     where authority_id = $1 order by seal_number, place`,
    [id],
  );
  const pick = () => rows[roll(rows.length)] as Entry;
  const pair = (among = rows): [Entry, Entry] => {
    const first = roll(among.length - 1);
    return [among[first] as Entry, among[first + 1 + roll(among.length - first - 1)] as Entry];
  };
  const all = (seal: number) => rows.filter((one) => one.seal === seal);
  const at = ({ seal, place, event }: Entry) => ({ sealNumber: seal, place, eventId: event });
  const sql = (text: string, ...values: unknown[]) => owner.query(text, [id, ...values]);
  const one = pick();
  const ways: Record<string, () => Promise<Tampering['expected']>> = {
    'change a field': async () => {
      const [column, value] = FIELDS[roll(FIELDS.length)] as [string, string];
      await sql(
        `update audit_event set ${column} = ${value} where authority_id = $1 and event_id = $2`,
        one.event,
      );
      return { kind: 'changed', ...at(one) };
    },
    'change a field and the digest of it': async () => {
      await sql("update audit_event set actor = 'x' where authority_id = $1 and event_id = $2", one.event);
      await sql(
        "update audit_sealed_event set digest = sha256('x') where authority_id = $1 and event_id = $2",
        one.event,
      );
      return { kind: 'changed', ...at(one) };
    },
    'change a digest': async () => {
      await sql(
        "update audit_sealed_event set digest = sha256('x') where authority_id = $1 and event_id = $2",
        one.event,
      );
      return { kind: 'changed', ...at(one) };
    },
    'delete an event': async () => {
      await sql('delete from audit_event where authority_id = $1 and event_id = $2', one.event);
      return { kind: 'removed', ...at(one) };
    },
    'delete an event and its entry': async () => {
      await sql('delete from audit_event where authority_id = $1 and event_id = $2', one.event);
      await sql('delete from audit_sealed_event where authority_id = $1 and event_id = $2', one.event);
      return { kind: 'removed', sealNumber: one.seal, place: one.place };
    },
    'delete an event, its entry, and close the gap': async () => {
      await sql('delete from audit_event where authority_id = $1 and event_id = $2', one.event);
      await sql('delete from audit_sealed_event where authority_id = $1 and event_id = $2', one.event);
      await sql(
        'update audit_sealed_event set place = -place where authority_id = $1 and seal_number = $2 and place > $3'.replace(
          '-place',
          'place + 100',
        ),
        one.seal,
        one.place,
      );
      await sql('update audit_sealed_event set place = place - 101 where authority_id = $1 and place > 100');
      await sql(
        'update audit_seal set events = events - 1 where authority_id = $1 and seal_number = $2',
        one.seal,
      );
      return { sealNumber: one.seal };
    },
    'swap what two events say': async () => {
      const [a, b] = pair();
      await sql(
        `update audit_event e set actor = o.actor, object_id = o.object_id, after = o.after from audit_event o
         where e.authority_id = $1 and o.authority_id = $1 and (e.event_id, o.event_id) in (($2::uuid, $3::uuid), ($3::uuid, $2::uuid))`,
        a.event,
        b.event,
      );
      return { kind: 'changed', ...at(a) };
    },
    'swap two ids': async () => {
      const [a, b] = pair();
      const rename = (from: string, to: string) =>
        sql('update audit_event set event_id = $3 where authority_id = $1 and event_id = $2', from, to);
      await rename(a.event, '00000000-0000-7000-8000-000000000000');
      await rename(b.event, a.event);
      await rename('00000000-0000-7000-8000-000000000000', b.event);
      return { kind: 'changed', ...at(a) };
    },
    'swap two places': async () => {
      const [a, b] = pair(all(one.seal));
      const move = (event: string, place: number) =>
        sql(
          'update audit_sealed_event set place = $3 where authority_id = $1 and event_id = $2',
          event,
          place,
        );
      await move(a.event, 100);
      await move(b.event, a.place);
      await move(a.event, b.place);
      return { kind: 'order', sealNumber: one.seal, place: a.place, eventId: b.event };
    },
    'swap entries of two seals': async () => {
      const [a, b] = [all(1 + roll(3)), all(4 + roll(3))].map((among) => among[roll(among.length)]) as [
        Entry,
        Entry,
      ];
      const move = (event: string, seal: number, place: number) =>
        sql(
          'update audit_sealed_event set seal_number = $3, place = $4 where authority_id = $1 and event_id = $2',
          event,
          seal,
          place,
        );
      await move(a.event, b.seal, 100);
      await move(b.event, a.seal, a.place);
      await move(a.event, b.seal, b.place);
      return { sealNumber: a.seal };
    },
    'slip an event in, with an old time': async () => {
      const { rows: made } = await sql(
        `${COPY} gen_random_uuid(), recorded_at, written_at ${REST}`,
        one.event,
      );
      return { kind: 'added', eventId: made[0].event_id };
    },
    'slip an event in, with a time of now and the id of another kind': async () => {
      const { rows: made } = await sql(
        `${COPY} gen_random_uuid(), recorded_at, clock_timestamp() ${REST}`,
        one.event,
      );
      return { kind: 'added', eventId: made[0].event_id };
    },
    'slip an event in, with an id like ours': async () => {
      const near = `${one.event.slice(0, -1)}${one.event.endsWith('0') ? '1' : '0'}`;
      await sql(`${COPY} $3::uuid, recorded_at, written_at ${REST}`, one.event, near);
      return { kind: 'added', eventId: near };
    },
    'put an event into a seal': async () => {
      const { rows: made } = await sql(
        `${COPY} gen_random_uuid(), recorded_at, written_at ${REST}`,
        one.event,
      );
      const place = all(one.seal).length + 1;
      await sql(
        "insert into audit_sealed_event values ($1, $2, $3, $4, sha256('x'))",
        one.seal,
        place,
        made[0].event_id,
      );
      return { kind: 'added', sealNumber: one.seal, place, eventId: made[0].event_id };
    },
    'remove a seal': async () => {
      await sql('delete from audit_seal where authority_id = $1 and seal_number = $2', one.seal);
      return { kind: 'sealMissing', sealNumber: one.seal };
    },
    'remove a seal and all it covers': async () => {
      await sql(
        'delete from audit_event where authority_id = $1 and event_id = any($2)',
        all(one.seal).map((each) => each.event),
      );
      await sql('delete from audit_sealed_event where authority_id = $1 and seal_number = $2', one.seal);
      await sql('delete from audit_seal where authority_id = $1 and seal_number = $2', one.seal);
      return one.seal === 6 ? { kind: 'cutOff' } : { kind: 'sealMissing', sealNumber: one.seal };
    },
    'alter a seal': async () => {
      const columns = [
        "hash = sha256('x')",
        "previous_hash = sha256('x')",
        "sealed_at = sealed_at + interval '1 millisecond'",
        "sealed_at = 'infinity'",
        'first_event = last_event',
        'last_event = first_event',
      ];
      await sql(
        `update audit_seal set ${columns[roll(columns.length)]} where authority_id = $1 and seal_number = $2`,
        one.seal,
      );
      return { kind: 'sealAltered', sealNumber: one.seal };
    },
    'say that a seal covers fewer': async () => {
      await sql(
        'update audit_seal set events = events - 1 where authority_id = $1 and seal_number = $2',
        one.seal,
      );
      return { sealNumber: one.seal };
    },
    'cut off the end': async () => {
      const last = roll(6);
      await harmless(owner, id, last);
      return { kind: 'cutOff', sealNumber: last + 1 };
    },
  };
  const names = Object.keys(ways);
  const name = names[roll(names.length)] as string;
  const expected = await (ways[name] as () => Promise<Tampering['expected']>)();
  return { name, expected };
}

const COPY = `insert into audit_event (authority_id, event_id, recorded_at, written_at, actor, action, object_kind, object_id)
  select authority_id,`;
const REST = `, 'mallory', action, object_kind, object_id from audit_event where authority_id = $1 and event_id = $2
  returning event_id`;
