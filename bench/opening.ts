import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/store/open-store.ts';
import { listAuthorities } from '../src/store/read-authorities.ts';
import type { Case } from './case.ts';

/** From a folder (empty: the cluster and the schema are made; existing: started) to the first answer. */
export function openingCase(kind: 'empty' | 'existing'): Case {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-bench-'));
  let number = 0;
  let close = async () => {};
  return {
    warm: kind === 'empty' ? 0 : 1,
    times: 5,
    run: async () => {
      number += kind === 'empty' ? 1 : 0;
      const store = await openStore({ dataDirectory: join(folder, String(number)) });
      await listAuthorities(store);
      close = () => store.close();
    },
    after: () => close(),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
