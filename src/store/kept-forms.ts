import { sql } from 'kysely';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';

/** Something held for a browser that is not signed in, under the hash of a key that only the browser has. */
export interface KeptForm {
  path: string;
  /** A list: several forms may have been under way at once. */
  body: readonly unknown[];
  keptAt: string;
}

type Reader = Pick<Store, 'db'>;

/**
 * Keeps something, behind what is kept under the same key already; what would make that longer than `most` characters
 * is not kept.
 */
export async function addKeptForm(
  { db }: Reader,
  authority: string,
  keyHash: Buffer,
  { path, body, keptAt }: KeptForm,
  most: number,
): Promise<boolean> {
  const added = JSON.stringify(body);
  if (added.length > most) return false;
  const result = await db
    .insertInto('kept_form')
    .values({
      authority_id: await authorityId(db, authority),
      token_hash: keyHash,
      path,
      body: added,
      kept_at: keptAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'token_hash'])
        .doUpdateSet({ body: sql`kept_form.body || excluded.body`, kept_at: keptAt })
        .where(sql<boolean>`length(kept_form.body::text) + ${added.length}::integer <= ${most}::integer`),
    )
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

export async function findKeptForm(
  { db }: Reader,
  authority: string,
  keyHash: Buffer,
): Promise<KeptForm | null> {
  const row = await db
    .selectFrom('kept_form')
    .selectAll()
    .where('authority_id', '=', await authorityId(db, authority))
    .where('token_hash', '=', keyHash)
    .executeTakeFirst();
  return row === undefined ? null : keptFrom(row);
}

/** Hands over what was held and forgets it in one step: of two who ask with the same key, one gets it. */
export async function takeKeptForm(
  { db }: Reader,
  authority: string,
  keyHash: Buffer,
): Promise<KeptForm | null> {
  const row = await db
    .deleteFrom('kept_form')
    .where('authority_id', '=', await authorityId(db, authority))
    .where('token_hash', '=', keyHash)
    .returning(['path', 'body', 'kept_at'])
    .executeTakeFirst();
  return row === undefined ? null : keptFrom(row);
}

/** Puts what is held under another key. */
export async function moveKeptForm(
  { db }: Reader,
  authority: string,
  { from, to }: { from: Buffer; to: Buffer },
): Promise<void> {
  await db
    .updateTable('kept_form')
    .set({ token_hash: to })
    .where('authority_id', '=', await authorityId(db, authority))
    .where('token_hash', '=', from)
    .execute();
}

/** Forgets what nobody came back for at a path. */
export async function removeKeptForms(
  { db }: Reader,
  authority: string,
  { path, keptBefore }: { path: string; keptBefore: string },
): Promise<void> {
  await db
    .deleteFrom('kept_form')
    .where('authority_id', '=', await authorityId(db, authority))
    .where('path', '=', path)
    .where('kept_at', '<', keptBefore)
    .execute();
}

const keptFrom = (row: { path: string; body: unknown; kept_at: string }): KeptForm => ({
  path: row.path,
  body: row.body as unknown[],
  keptAt: row.kept_at,
});
