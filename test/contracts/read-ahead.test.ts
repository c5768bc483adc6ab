import { afterAll, beforeAll, expect, it } from 'vitest';
import { periodOf } from '../../src/domain/period/parse.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { wholeLists } from '../../src/web/pages/scorecard/lists-as-rows.ts';
import { readScorecardsAhead } from '../../src/web/pages/scorecard/read-ahead.ts';
import { readScorecard } from '../../src/workflow/queries/read-scorecard.ts';
import { knownNow } from '../../src/workflow/remembered/known-now.ts';
import { nextTurn } from '../../src/workflow/remembered/turns.ts';
import { onEveryDatabase } from './databases.ts';
import { number, observation } from './sample-facts.ts';

const authority = 'borchester';
const context = { recordedAt: '2019-01-09T09:00:00.000Z', actor: 'test', reason: 'test' };
const period = periodOf('2018-19/Q2');

onEveryDatabase((kind) => {
  let held: Store;
  let store: Store;
  /** How often figures were read. */
  let read = 0;
  beforeAll(async () => {
    await kind.begin();
    held = await openStore(await kind.demo('authority'));
    const query = (...asked: unknown[]) => {
      if (JSON.stringify(asked[0]).includes('from observation')) read += 1;
      return (held.pool.query as (...asked: unknown[]) => unknown).apply(held.pool, asked);
    };
    store = { ...held, pool: Object.assign(Object.create(held.pool), { query }) };
  });
  afterAll(async () => {
    await held.close();
    await kind.end();
  });

  const ahead = async () => readScorecardsAhead(await knownNow(store, authority));
  const shown = async () => {
    const view = await readScorecard(await knownNow(store, authority), { period, scorecard: null });
    if (view === null) throw new Error('no scorecard');
    return { view, rows: await wholeLists(view, nextTurn) };
  };

  it('works the widest scorecard out once, whether it is asked for by its name or not', async () => {
    const known = await knownNow(store, authority);
    const widest = await readScorecard(known, { period, scorecard: null });
    const code = widest?.evaluation.snapshot.scorecard?.code ?? '';
    expect(code).not.toBe('');
    expect(await readScorecard(known, { period, scorecard: code })).toBe(widest);
  });

  it('the reader after a start, and after figures came in, waits for nothing to be worked out', async () => {
    await ahead();
    const atStart = read;
    expect(atStart).toBeGreaterThan(0);
    const first = await shown();
    await ahead();
    expect(read).toBe(atStart);

    const { measures } = first.view.evaluation;
    const measure = measures[0]?.snapshot.version.code ?? '';
    const figure = number('3.25');
    await inTransaction(store, (tx) =>
      writeFacts(
        tx,
        {
          authority: first.view.evaluation.snapshot.authority,
          observations: [
            observation({ measure, period: period.code, figure, recordedAt: '2019-01-09T08:30:00.000Z' }),
          ],
        },
        context,
      ),
    );
    await ahead();
    const renewed = read;
    expect(renewed).toBeGreaterThan(atStart);
    const second = await shown();
    expect(read).toBe(renewed);
    expect(second.view.evaluation.measures[0]?.snapshot.position.figure).toEqual(figure);
    expect(second.rows).not.toBe(first.rows);
  });

  it('does nothing where an authority has no figures yet', async () => {
    const setUp = await readFacts(held, { authority, setUpOnly: true });
    const empty = await openStore(await kind.fresh());
    try {
      await inTransaction(empty, (tx) => writeFacts(tx, setUp, context));
      await readScorecardsAhead(await knownNow(empty, authority));
    } finally {
      await empty.close();
    }
  });
});
