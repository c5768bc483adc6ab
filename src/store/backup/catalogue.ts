import type pg from 'pg';

export interface Table {
  name: string;
  columns: string[];
  /** The primary key, as ORDER BY terms that sort the same on every server. */
  order: string[];
}

/** The tables that hold data, each after those that it refers to. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[]; texts: string[] }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k (attnum, place)
        join pg_attribute a on a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid order by place) as key,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.atttypid = 'text'::regtype) as texts
    from pg_class c
    where c.relnamespace = 'outturn'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'schema_migration'
    order by c.relname collate "C"`);
  const references = await client.query<{ child: string; parent: string }>(`
    select c.relname as child, p.relname as parent
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
    where f.contype = 'f' and c.relnamespace = 'outturn'::regnamespace and c.oid <> p.oid`);
  const tables = rows.map(({ name, columns, key, texts }) => ({
    name,
    columns,
    order: key.map((column) => `"${column}"${texts.includes(column) ? ' collate "C"' : ''}`),
  }));
  return inLoadingOrder(tables, references.rows);
}

function inLoadingOrder(tables: Table[], references: readonly { child: string; parent: string }[]): Table[] {
  const ordered: Table[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const ready = waiting.filter(
      ({ name }) =>
        !references.some(({ child, parent }) => child === name && waiting.some((one) => one.name === parent)),
    );
    if (ready.length === 0)
      throw new Error(`tables that refer to each other: ${waiting.map((one) => one.name)}`);
    ordered.push(...ready);
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  return ordered;
}
