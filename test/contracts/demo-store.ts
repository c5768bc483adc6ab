import { afterAll, beforeAll } from 'vitest';
import { fillDemo } from '../../src/demo/fill-demo.ts';
import { fillDemoRound } from '../../src/demo/fill-demo-round.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readText } from '../../src/web/acting.ts';
import type { DatabaseKind } from './databases.ts';

/**
 * The demonstration authority with its open round, in a new database for all tests of the block.
 * @param opened is told of it once it is filled
 */
export function withDemoStore(kind: DatabaseKind, opened: (store: Store) => void | Promise<void>): void {
  let store: Store | undefined;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.fresh());
    await fillDemo(store);
    await fillDemoRound(store, readText);
    await opened(store);
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });
}
