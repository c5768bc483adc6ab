import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';

/** The last seal of a chain: what an edition prints. Hash in hexadecimal. */
export interface AuditHead {
  sealNumber: number;
  hash: string;
}

/** The last seal; null where nothing has been sealed yet. */
export async function readAuditHead(store: Pick<Store, 'db'>, authority: string): Promise<AuditHead | null> {
  const row = await store.db
    .selectFrom('audit_seal')
    .select(['seal_number', 'hash'])
    .where('authority_id', '=', await authorityId(store.db, authority))
    .orderBy('seal_number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { sealNumber: Number(row.seal_number), hash: row.hash.toString('hex') };
}
