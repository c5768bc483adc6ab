import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoFacts } from '../../src/demo/demo-facts.ts';
import { recordOf } from '../../src/domain/forecast-ledger/record.ts';
import { decimal } from '../../src/domain/number/decimal.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readForecastHistory } from '../../src/store/read-history.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { ledgersIfKnown, readLedger, readLedgers } from '../../src/workflow/queries/forecast-ledger.ts';
import { knownNow } from '../../src/workflow/remembered/known-now.ts';
import { onEveryDatabase } from './databases.ts';

const today = '2019-01-09';

onEveryDatabase((kind) => {
  let store: Store;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.demo('authority'));
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });

  it('keeps every forecast with who and why, and a new version renews its own measure', async () => {
    const facts = demoFacts();
    const { code } = facts.authority;
    const before = await readLedgers(await knownNow(store, code), today);
    const of = (view: typeof before, measure: string) =>
      view?.lines.find(({ version }) => version.code === measure);
    expect(recordOf(of(before, 'PLN/3')?.past ?? [])).toMatchObject({ forecasts: 9, cameTrue: 2 });

    const held = facts.observations.find(
      (one) => one.measure === 'PLN/3' && one.period === '2018-19/Q2' && one.role === 'forecast',
    );
    if (held === undefined) throw new Error('the demonstration has that forecast');
    const figure = { kind: 'number', value: decimal('87.5'), typed: '87.5' } as const;
    const again = { ...held, figure, recordedAt: '2018-11-01T10:00:00.000Z', source: 'officer' };
    await inTransaction(store, (tx) =>
      writeFacts(
        tx,
        { authority: facts.authority, observations: [again] },
        { recordedAt: again.recordedAt, actor: 'officer', reason: 'New developer' },
      ),
    );
    const known = await knownNow(store, code);
    const after = await readLedgers(known, today);
    expect(of(after, 'PLN/3')?.ledger.entries.at(-1)?.versions).toHaveLength(2);
    // Of a measure that stands as it stood the very same ledger.
    expect(of(after, 'WST-1')?.ledger).toBe(of(before, 'WST-1')?.ledger);

    const given = await readForecastHistory(store, code, 'PLN/3');
    expect(given.at(-1)?.by).toMatchObject({ actor: 'officer', reason: 'New developer' });
    expect((await readLedger(known, today, 'PLN/3'))?.given).toHaveLength(given.length);

    // What the late years rest on, read by itself, gives what all the facts give.
    const { line } = (await readLedger(known, today, 'L&C PM28')) ?? {};
    const whole = await readLedger(known, today, 'L&C PM28', 'all');
    expect(line?.ledger.entries).toEqual(whole?.line.ledger.entries);
    expect(line?.ledger.outlook?.pace).toEqual(whole?.line.ledger.outlook?.pace);
    expect(line?.ledger.entries).toEqual(of(after, 'L&C PM28')?.ledger.entries);
    expect((await ledgersIfKnown(known, today))?.lines).toHaveLength(after?.lines.length ?? 0);
  });

  it('keeps no page of a large authority waiting, and has all for who comes next', async () => {
    const { code } = demoFacts().authority;
    const day = '2019-01-10';
    const known = await knownNow(store, code);
    const atOnce = { few: 1, milliseconds: 0 };
    // Null and not an empty list: that nothing is known yet must not be said as that there is little.
    expect(await ledgersIfKnown(known, day, atOnce)).toBeNull();
    const all = await readLedgers(known, day);
    expect(await ledgersIfKnown(known, day, { few: 1, milliseconds: 60_000 })).toEqual(all);
  });
});
