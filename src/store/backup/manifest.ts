import { z } from 'zod';

/** The last entry of a backup: what the entries before it hold. */
export const manifestSchema = z.strictObject({
  format: z.literal('outturn backup 1'),
  schemaVersion: z.int().min(1),
  /** When it was made, where the maker wanted it noted. */
  madeAt: z.string().nullable(),
  /** In an order in which they can be loaded: no table refers to a later one. */
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
      rows: z.int().min(0),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestTable = Manifest['tables'][number];

export const MANIFEST = 'manifest.json';

/** `tables/observation/00001.copy`: a table lies in parts, each of whole or broken lines. */
export const partName = (table: string, part: number) =>
  `tables/${table}/${String(part).padStart(5, '0')}.copy`;
export const PART = /^tables\/([a-z_]+)\/\d{5,}\.copy$/;

/** The rows in some COPY text: a line end inside a value is written as `\n`, so that each line is a row. */
export function lineEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
