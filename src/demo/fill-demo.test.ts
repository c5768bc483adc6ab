import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Store } from '../store/database.ts';
import { openStore } from '../store/open-store.ts';
import { readFacts } from '../store/read-facts.ts';
import { readSettings } from '../store/settings.ts';
import { readEvaluation } from '../workflow/queries/read-evaluation.ts';
import { demoFacts, demoSettings } from './demo-facts.ts';
import { evaluateDemo } from './evaluate-demo.ts';
import { fillDemo } from './fill-demo.ts';

describe('filling a database with the demonstration authority', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-demo-'));
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ dataDirectory: join(folder, 'data') });
  });
  afterAll(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const authority = 'borchester';

  it('keeps everything, and a second time changes nothing', async () => {
    const facts = demoFacts();
    const first = await fillDemo(store);
    expect(first?.observations).toEqual({
      added: expect.any(Number),
      changed: expect.any(Number),
      unchanged: 0,
    });
    const read = await readFacts(store, { authority });
    expect(read.authority).toEqual(facts.authority);
    expect(read.observations).toHaveLength(facts.observations.length);
    expect(read.targets).toHaveLength(facts.targets.length);
    expect(read.commentaries).toHaveLength(facts.commentaries.length);
    expect(await readSettings(store, { authority })).toEqual(demoSettings);

    const again = Object.values((await fillDemo(store)) ?? {});
    expect(again.every(({ added, changed }) => added + changed === 0)).toBe(true);
  });

  it('is judged from the database as it is without one, now and at a past moment', async () => {
    const { period } = evaluateDemo().snapshot;
    for (const asAt of [null, '2018-10-31T00:00:00.000Z']) {
      const stored = await readEvaluation(store, { authority, period, scorecard: null, asAt });
      expect(workedOut(stored.snapshot)).toEqual(workedOut(evaluateDemo('2018-19/Q2', { asAt }).snapshot));
    }
  });
});

/** With what is worked out when it is asked for in place of the asking. */
const workedOut = (snapshot: Snapshot) => ({
  ...snapshot,
  measures: snapshot.measures.map((each) => ({ ...each, series: each.series() })),
});
