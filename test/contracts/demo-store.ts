import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { DatabaseKind } from './databases.ts';
import type { DemoStage } from './demo-stages.ts';

/**
 * The demonstration authority with its open round, in a new database for all tests of the block.
 * @param opened is told of it once it is filled
 * @param stage how far it has come
 */
export function withDemoStore(
  kind: DatabaseKind,
  opened: (store: Store) => void | Promise<void>,
  stage: DemoStage = 'round',
): void {
  let store: Store | undefined;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.demo(stage));
    await opened(store);
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });
}
