import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { type Ended, inProject } from './command.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const folder = inProject('docs/schemas');
const ids = new Map<string, string>();
for (const name of readdirSync(folder)) {
  const schema = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { $id: string };
  ajv.addSchema(schema);
  ids.set(name.replace(/\.schema\.json$/, ''), schema.$id);
}

/** The names of the schemas in `docs/schemas/`. */
export const schemaNames: readonly string[] = [...ids.keys()];

/** The one JSON document on standard output, checked against its schema in `docs/schemas/`. */
export function documentOf<T = Record<string, unknown>>(ended: Ended, schema: string): T {
  const document: unknown = JSON.parse(ended.out);
  const check = ajv.getSchema(ids.get(schema) ?? '');
  if (check === undefined) throw new Error(`There is no docs/schemas/${schema}.schema.json`);
  check(document);
  expect(check.errors ?? [], `${schema}.schema.json`).toEqual([]);
  return document as T;
}
