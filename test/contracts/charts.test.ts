import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Person } from '../../src/domain/organisation/person.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import { usualRules } from '../../src/domain/signal/chart-setting.ts';
import { chartSettingName } from '../../src/domain/signal/read-setting.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { writePeople } from '../../src/store/people.ts';
import { readSettingActs } from '../../src/store/settings.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { readText } from '../../src/web/acting.ts';
import { changeChartRules } from '../../src/workflow/charts/change-chart-rules.ts';
import { decideChart } from '../../src/workflow/charts/decide-chart.ts';
import { readChartView } from '../../src/workflow/queries/chart-view.ts';
import { previewChartRules } from '../../src/workflow/queries/preview-chart-rules.ts';
import { readEvaluation } from '../../src/workflow/queries/read-evaluation.ts';
import { readMeasure } from '../../src/workflow/queries/read-measure.ts';
import { readScorecard } from '../../src/workflow/queries/read-scorecard.ts';
import { Refused } from '../../src/workflow/refused.ts';
import { knownNow } from '../../src/workflow/remembered/known-now.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { onEveryDatabase } from './databases.ts';

const authority = 'borchester';
const colin = (now: string): Acting => ({
  authority,
  person: { id: 'colin.webb', directorate: null },
  actors: ['performanceTeam'],
  now,
  today: now.slice(0, 10),
  readText,
});
const person: Person = {
  id: 'colin.webb',
  name: 'Colin Webb',
  email: '',
  roles: ['performanceTeam'],
  directorate: null,
  post: null,
  level: null,
  subject: null,
  mail: 'none',
  active: true,
};
const context = { actor: 'test', reason: 'test' };
const first = '2019-01-09T09:00:00.000Z';
const later = '2019-02-11T09:00:00.000Z';
const question = { authority, period: periodOf('2018-19/Q2'), scorecard: null };

onEveryDatabase((kind) => {
  let store: Store;
  /** A measure of the demonstration with at least 16 periods on its chart. */
  let code = '';
  beforeAll(() => kind.begin());
  beforeEach(async () => {
    await store?.close();
    store = await openStore(await kind.demo('authority'));
    await inTransaction(store, (tx) =>
      writePeople(tx, authority, [person], { ...context, recordedAt: first }),
    );
    const { measures } = await readEvaluation(store, { ...question, asAt: null });
    code =
      measures.find((each) => each.signal().chart !== null && each.signal().periods.length >= 14)?.snapshot
        .version.code ?? '';
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });

  const refusal = async (doing: Promise<unknown>) => {
    try {
      await doing;
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.problems.map(({ field, message }) => `${field}: ${message}`);
      throw error;
    }
  };
  const segments = async (asAt: string | null) => {
    const { measures } = await readEvaluation(store, { ...question, asAt });
    const signal = measures.find(({ snapshot }) => snapshot.version.code === code)?.signal();
    return signal?.chart?.segments.map(({ rebase, count }) => [count, rebase?.reason ?? null]);
  };
  const view = async () => (await readChartView(await knownNow(store, authority), code))!;

  it('works mean and limits out anew from a decided period, by whom and why, and keeps what was before', async () => {
    const before = await segments(null);
    const { signal } = await view();
    const period = signal!.periods[4]!;
    await decideChart(store, colin(first), code, {
      verb: 'rebase',
      period: period.code,
      reason: ' New depot ',
    });
    const { drawn, decisions } = await view();
    const rebase = {
      from: period.start,
      reason: 'New depot',
      author: 'Colin Webb',
      decidedOn: '2019-01-09',
    };
    expect(drawn.rebases).toEqual([rebase]);
    expect(decisions).toMatchObject([
      { actor: 'colin.webb', actingAs: 'performanceTeam', recordedAt: first, reason: 'New depot' },
    ]);
    expect((await segments(null))?.map(([, reason]) => reason)).toEqual([null, 'New depot']);

    await decideChart(store, colin(later), code, {
      verb: 'withdraw',
      from: period.start,
      reason: 'It was the old depot',
    });
    expect(await segments(null)).toEqual(before);
    // Each day is drawn with the decisions of that day.
    expect(await segments('2019-01-08T23:59:59.000Z')).toEqual(before);
    expect((await segments('2019-01-31T00:00:00.000Z'))?.length).toBe(2);
    expect(await segments('2019-03-01T00:00:00.000Z')).toEqual(before);
    const acts = await readSettingActs(store, authority, chartSettingName(code));
    expect(acts.map(({ reason }) => reason)).toEqual(['New depot', 'It was the old depot']);
  });

  it('keeps rebases in order of time beside season and baseline, and loses none of two decided at once', async () => {
    const periods = (await view()).signal!.periods.slice(3, 6).reverse();
    await decideChart(store, colin(first), code, {
      verb: 'draw',
      seasonal: 'no',
      baseline: ' 12 ',
      reason: 'Agreed with the service',
    });
    await Promise.all(
      periods.map(({ code: period }) =>
        decideChart(store, colin(first), code, { verb: 'rebase', period, reason: `From ${period}` }),
      ),
    );
    const { drawn } = await view();
    expect(drawn).toMatchObject({ seasonal: false, baseline: 12 });
    expect(drawn.rebases.map(({ from }) => from)).toEqual(periods.map(({ start }) => start).reverse());
  });

  it('refuses what cannot be, says all of it at once, and writes nothing', async () => {
    const [earliest, second] = (await view()).signal!.periods;
    const draw = (seasonal: string, baseline: string, reason = 'Why') =>
      refusal(decideChart(store, colin(first), code, { verb: 'draw', seasonal, baseline, reason }));
    const rebase = (period: string, reason = 'Why') =>
      refusal(decideChart(store, colin(first), code, { verb: 'rebase', period, reason }));
    const short = 'baseline: The number of periods must be from 12 to 24, or blank for all of them';
    expect(await draw('no', '11')).toEqual([short]);
    expect(await draw('no', 'a dozen', '')).toEqual([short, 'reason: Enter the reason']);
    expect(await draw('no', '1e2')).toEqual([short]);
    expect(await draw('', '')).toEqual(['seasonal: Say whether the same time of every year is alike']);
    expect(await draw('no', '')).toEqual([
      'seasonal: Nothing is changed: the chart is drawn like this already',
    ]);
    expect(await rebase('2031-32/Q1', ' ')).toEqual([
      'from: Choose one of the periods of the chart',
      'rebaseReason: Enter the reason',
    ]);
    expect(await rebase('')).toEqual(['from: Choose one of the periods of the chart']);
    expect(await rebase(earliest!.code)).toEqual([
      'from: The chart begins with that period: choose a later one',
    ]);
    expect(await rebase(second!.code, 'x'.repeat(301))).toEqual([
      'rebaseReason: The reason must be 300 characters or fewer',
    ]);
    const withdraw = { verb: 'withdraw', from: second!.start, reason: '' } as const;
    expect(await refusal(decideChart(store, colin(first), code, withdraw))).toEqual([
      'withdraw: Choose which of them is withdrawn',
      'withdrawReason: Enter the reason',
    ]);
    expect((await view()).decisions).toEqual([]);

    expect(await rebase(second!.code)).toBeNull();
    expect(await rebase(second!.code)).toEqual([
      'from: Mean and limits are worked out anew from that period already',
    ]);
    await expect(
      decideChart(store, colin(first), 'NOWHERE 1', {
        verb: 'draw',
        seasonal: 'yes',
        baseline: '',
        reason: 'Why',
      }),
    ).rejects.toThrow('There is no such measure.');
  });

  it('ends what rests on it: the measure and the scorecard that are remembered say it at once', async () => {
    const { period } = question;
    const said = async () => {
      const known = await knownNow(store, authority);
      const measure = await readMeasure(known, code, period, 4);
      const scorecard = await readScorecard(known, { period, scorecard: null });
      const listed = scorecard?.evaluation.measures.find(({ snapshot }) => snapshot.version.code === code);
      return [measure?.point?.measure, listed].map((each) => ({
        segments: each?.signal().chart?.segments.length,
        trial: each?.signal().chart?.settings.trialLimits,
      }));
    };
    expect(await said()).toEqual(Array(2).fill({ segments: 1, trial: false }));
    const from = (await view()).signal!.periods[6]!.code;
    await decideChart(store, colin(first), code, { verb: 'rebase', period: from, reason: 'New depot' });
    expect(await said()).toEqual(Array(2).fill({ segments: 2, trial: false }));
    await changeChartRules(store, colin(first), {
      rules: { ...usualRules, trialLimits: true },
      reason: 'Young measures',
    });
    expect(await said()).toEqual(Array(2).fill({ segments: 2, trial: true }));
  });

  it('previews rules without storing them, and says the same once they are stored', async () => {
    const icons = async () =>
      new Map(
        (await readEvaluation(store, { ...question, asAt: null })).measures.map((each) => [
          each.snapshot.version.code,
          [each.signal().variation.icon, each.signal().assurance.icon],
        ]),
      );
    const before = await icons();
    const rules = { screening: false, twoOfThree: 'withinLimits', trialLimits: true } as const;
    const preview = (await previewChartRules(store, authority, rules))!;
    expect(preview.measures).toBe(before.size);
    expect(await icons()).toEqual(before);
    expect(await refusal(changeChartRules(store, colin(first), { rules, reason: '  ' }))).toEqual([
      'reason: Enter the reason',
    ]);
    await changeChartRules(store, colin(first), { rules, reason: 'CLT, 8 January' });
    const after = await icons();
    const changed = [...after].filter(([each, icon]) => String(icon) !== String(before.get(each)));
    expect(preview.changes.map(({ measure }) => measure.snapshot.version.code)).toEqual(
      changed.map(([each]) => each),
    );
    expect(preview.period.code).toBe('2018-19/Q2');
    expect(changed.length).toBeGreaterThan(0);
    expect((await previewChartRules(store, authority, rules))?.changes).toEqual([]);
  });
});
