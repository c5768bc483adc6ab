import { describe, expect, it } from 'vitest';
import { authority as borchester } from '../../src/demo/authority.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import type { Store } from '../../src/store/database.ts';
import { addRoundRecord, readRoundRecords } from '../../src/store/rounds.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { readEvaluation } from '../../src/workflow/queries/read-evaluation.ts';
import { Refused } from '../../src/workflow/refused.ts';
import { setTargets, type TargetsGiven } from '../../src/workflow/set-up/set-targets.ts';
import { onEveryDatabase } from './databases.ts';
import { actingAt, as } from './demo-acting.ts';
import { withDemoStore } from './demo-store.ts';

const { code: authority } = borchester;
const colin = as('colin.webb', 'performanceTeam');
const year = '2018-19';

onEveryDatabase((kind) => {
  let store: Store;
  withDemoStore(kind, (opened) => {
    store = opened;
  });

  const decided = {
    year,
    approvedBy: 'Cabinet',
    approvedOn: '2019-01-08',
    reason: 'The pool at Eastgate is closed until March',
    decision: 'CAB/19/3',
  };
  const set = (
    measure: string,
    values: Record<string, string>,
    more: Partial<TargetsGiven> = {},
    by = colin,
  ) => setTargets(store, by, { ...decided, measure, values, ...more });
  const wrong = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: unknown) => {
        if (error instanceof Refused) return error.problems.map(({ message }) => message);
        throw error;
      },
    );
  /** What a reader sees of a measure in a period: its targets and both statuses. */
  const seen = async (measure: string, period: string) => {
    const question = { authority, period: periodOf(period), scorecard: null, asAt: null };
    const { measures } = await readEvaluation(store, question);
    const found = measures.find(({ snapshot }) => snapshot.version.code === measure);
    if (found === undefined) throw new Error(`${measure} is not there in ${period}`);
    const { snapshot, status, forecastStatus, original } = found;
    return {
      target: snapshot.periodTargets.target?.figure.typed ?? null,
      year: snapshot.yearTargets.target?.figure.typed ?? null,
      status: status.outcome.id,
      forecastStatus: forecastStatus.outcome.id,
      original: original?.status?.outcome.id ?? null,
    };
  };
  const frozen = ['2018-19/Q1', '2018-19/Q2'];
  const allFrozen = (measure: string) => Promise.all(frozen.map((period) => seen(measure, period)));

  describe('a target that is changed in set-up', () => {
    it('for the year end leaves every frozen quarter as it was, target and statuses, and holds from the open one', async () => {
      const before = await allFrozen('LEI 3');
      // They have statuses to lose.
      for (const { status, forecastStatus } of before)
        expect(['green', 'amber']).toEqual(expect.arrayContaining([status, forecastStatus]));
      const open = await seen('LEI 3', '2018-19/Q3');
      // Nobody can come near it.
      expect(await set('LEI 3', { '2018-19 target': '9,000,000' })).toBe(1);
      expect(await allFrozen('LEI 3')).toEqual(before);
      const after = await seen('LEI 3', '2018-19/Q3');
      expect(open.year).not.toBe(after.year);
      expect(after.year).toBe('9,000,000');
    });

    it('for a frozen quarter is refused, with every other mistake, and nothing is saved', async () => {
      const before = await allFrozen('LIB.7');
      const said = await wrong(
        set('LIB.7', { '2018-19/Q2 target': '1', '2018-19/Q1 target': '1', '2018-19/Q3 target': 'plenty' }),
      );
      expect(said).toHaveLength(3);
      for (const quarter of frozen) {
        expect(said).toContainEqual(
          `${quarter}: the period has been frozen, so what was promised for it stays`,
        );
      }
      expect(await allFrozen('LIB.7')).toEqual(before);
      expect((await seen('LIB.7', '2018-19/Q3')).target).not.toBe('plenty');
    });

    it('for an open quarter holds there and nowhere before', async () => {
      const before = await allFrozen('LIB.7');
      expect(await set('LIB.7', { '2018-19/Q3 target': '123,456' })).toBe(1);
      expect(await allFrozen('LIB.7')).toEqual(before);
      expect((await seen('LIB.7', '2018-19/Q3')).target).toBe('123,456');
    });

    it('needs who decided, which decision and why', async () => {
      const said = await wrong(
        set('LIB.7', { '2018-19 target': '5' }, { approvedBy: null, reason: null, decision: ' ' }),
      );
      expect(said).toHaveLength(3);
    });
  });

  describe('a first target of a year that has begun', () => {
    // Complaints are counted and have never had a target.
    const measure = 'CSC 1.5';

    it('for the year end leaves the frozen quarters without one', async () => {
      const before = await allFrozen(measure);
      expect(before.map(({ year: of }) => of)).toEqual([null, null]);
      expect(await set(measure, { '2018-19 target': '900' }, { reason: null, decision: null })).toBe(1);
      expect(await allFrozen(measure)).toEqual(before);
      expect((await seen(measure, '2018-19/Q3')).year).toBe('900');
    });

    it('for a frozen quarter is refused', async () => {
      expect(await wrong(set(measure, { '2018-19/Q2 target': '1' }))).toEqual([
        '2018-19/Q2: the period has been frozen without a target, and stays so',
      ]);
      expect((await seen(measure, '2018-19/Q2')).target).toBeNull();
    });

    it('for the last quarter of a count is its own, and not the year’s', async () => {
      expect((await seen(measure, '2018-19/Q4')).target).toBeNull();
      expect(await set(measure, { '2018-19/Q4 target': '240' })).toBe(1);
      expect(await seen(measure, '2018-19/Q4')).toMatchObject({ target: '240', year: '900' });
    });
  });

  it('of a year before it begins is set and set again without a decision', async () => {
    const next = { year: '2019-20', approvedBy: null, approvedOn: null, decision: null };
    expect(await set('LEI 3', { '2019-20 target': '1,000,000' }, { ...next, reason: 'Cabinet' })).toBe(1);
    expect(await set('LEI 3', { '2019-20 target': '1,100,000' }, { ...next, reason: 'Council' })).toBe(1);
    expect((await seen('LEI 3', '2019-20/Q1')).year).toBe('1,100,000');
  });

  it('leaves months alone that a monthly round has frozen', async () => {
    // As a council with monthly rounds has it: the November of this year is frozen, and nothing after it.
    const [opened] = await readRoundRecords(store, authority, '2018-19/Q2');
    const record = {
      ...opened!,
      period: '2018-19/M08',
      at: '2018-12-10T09:00:00.000Z',
    };
    await inTransaction(store, async (tx) => {
      await addRoundRecord(tx, authority, { ...record, sequence: 1 });
      await addRoundRecord(tx, authority, { ...record, sequence: 2, verb: 'freeze', detail: {} });
    });
    const later = actingAt('2019-01-09T12:00:00.000Z', 'colin.webb', 'performanceTeam');
    const before = await seen('WST-1', '2018-19/M08');
    expect(await set('WST-1', { '2018-19 target': '5' }, {}, later)).toBe(1);
    expect(await seen('WST-1', '2018-19/M08')).toEqual(before);
    expect((await seen('WST-1', '2018-19/M09')).year).toBe('5');
    expect(await wrong(set('WST-1', { '2018-19/M08 target': '5' }, {}, later))).toEqual([
      '2018-19/M08: the period has been frozen without a target, and stays so',
    ]);
  });
});
