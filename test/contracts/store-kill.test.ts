import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAuditTrail } from '../../src/store/audit.ts';
import type { DatabaseAddress } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { bundleChild, startChild } from './child.ts';
import { onEveryDatabase } from './databases.ts';

const ROUNDS = 20;
const LONGEST_LIFE = 120;

onEveryDatabase((kind) => {
  let address: DatabaseAddress;
  let writer: string;
  beforeAll(async () => {
    await kind.begin();
    address = await kind.fresh();
    writer = await bundleChild('writer');
    await (await openStore(address)).close();
  });
  afterAll(() => kind.end());

  it(`holds every acknowledged write after ${ROUNDS} kills at random moments`, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const child = startChild(writer, [JSON.stringify(address), `r${round}`], { stdio: 'ignore' });
      // Some are killed while they still start: the server, the schema and the first write are all hit.
      if (round % 5 !== 4) await child.until(1);
      await delay(Math.random() * LONGEST_LIFE);
      const server = round % 3 === 0 ? serverOf(address) : null;
      if (server !== null) process.kill(server, 'SIGKILL');
      child.process.kill('SIGKILL');
      await child.ended;
      acknowledged.push(...child.lines);
      if (round % 4 === 3) await expectHeld(address, acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS / 2);
    await expectHeld(address, acknowledged);
  }, 240_000);
});

/** The postmaster of an embedded database, to be killed as a power cut or the kernel would. */
function serverOf(address: DatabaseAddress): number | null {
  if ('url' in address) return null;
  const file = join(address.dataDirectory, 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || null : null;
}

async function expectHeld(address: DatabaseAddress, acknowledged: readonly string[]): Promise<void> {
  const store = await openStore(address);
  const { observations } = await readFacts(store, { authority: 'killed' });
  const held = new Map<string, number>();
  for (const { measure } of observations) held.set(measure, (held.get(measure) ?? 0) + 1);
  expect(acknowledged.filter((measure) => held.get(measure) !== 3)).toEqual([]);
  // What was not acknowledged is there whole or not at all, and always with its audit event.
  expect([...held.values()].every((facts) => facts === 3)).toBe(true);
  expect(await readAuditTrail(store, { authority: 'killed' })).toHaveLength(held.size);
  await store.close();
}
