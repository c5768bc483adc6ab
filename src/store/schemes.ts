import { instant } from './canonical.ts';
import type { Store } from './database.ts';
import { authorityId } from './read-authorities.ts';
import type { Transaction } from './transaction.ts';
import { writeVersion } from './versioned.ts';
import type { WriteSettings } from './write-facts.ts';

/** One version of an authority's own rules, as plain data; what it means is the domain's business. */
export interface StoredScheme {
  kind: 'status' | 'direction';
  scheme: string;
  version: string;
  validFrom: string;
  content: unknown;
}

/** Keeps a version of a scheme; false where it is held already as it is. */
export function writeScheme(
  tx: Transaction,
  authority: string,
  given: StoredScheme,
  settings: WriteSettings,
): Promise<boolean> {
  const { kind, scheme, version } = given;
  return writeVersion(
    tx,
    authority,
    {
      table: 'scheme_version',
      key: { kind, scheme, version },
      beside: { valid_from: given.validFrom },
      column: 'content',
      value: given.content,
      object: { kind: 'scheme', id: `${kind} ${scheme} ${version}` },
    },
    settings,
  );
}

/** The versions of an authority's own schemes as known at a moment, by kind, scheme and start date. */
export async function readSchemes(
  store: Pick<Store, 'db'>,
  question: { authority: string; asAt?: string },
): Promise<StoredScheme[]> {
  let query = store.db
    .selectFrom('scheme_version')
    .distinctOn(['kind', 'scheme', 'version'])
    .select(['kind', 'scheme', 'version', 'valid_from', 'content'])
    .where('authority_id', '=', await authorityId(store.db, question.authority))
    .orderBy('kind')
    .orderBy('scheme')
    .orderBy('version')
    .orderBy('recorded_at', 'desc')
    .orderBy('revision_id', 'desc');
  if (question.asAt !== undefined) query = query.where('recorded_at', '<=', instant(question.asAt));
  const rows = await query.execute();
  const order = (one: StoredScheme) => JSON.stringify([one.kind, one.scheme, one.validFrom, one.version]);
  return rows
    .map((row) => ({
      kind: row.kind as StoredScheme['kind'],
      scheme: row.scheme,
      version: row.version,
      validFrom: row.valid_from,
      content: row.content,
    }))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
