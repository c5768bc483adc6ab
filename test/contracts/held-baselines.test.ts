import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillDemo } from '../../src/demo/fill-demo.ts';
import type { EvaluatedMeasure } from '../../src/domain/evaluate.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import { lastPeriods } from '../../src/domain/period/relate.ts';
import { chartSettingName } from '../../src/domain/signal/read-setting.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { readText } from '../../src/web/acting.ts';
import { decideChart } from '../../src/workflow/charts/decide-chart.ts';
import { measureAs, scorecardAs } from '../../src/workflow/queries/as-known.ts';
import { readChartView } from '../../src/workflow/queries/chart-view.ts';
import { evaluateUpdate } from '../../src/workflow/queries/evaluate-update.ts';
import { lateYearsKnown, ledgerFacts } from '../../src/workflow/queries/ledgers-of.ts';
import { readPeriods } from '../../src/workflow/queries/read-cover.ts';
import { readEvaluation } from '../../src/workflow/queries/read-evaluation.ts';
import { readMeasure } from '../../src/workflow/queries/read-measure.ts';
import { readScorecard } from '../../src/workflow/queries/read-scorecard.ts';
import { knownNow } from '../../src/workflow/remembered/known-now.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { onEveryDatabase } from './databases.ts';
import { number, observation } from './sample-facts.ts';

const authority = 'borchester';
const recordedAt = '2019-01-08T10:00:00.000Z';
const now = '2019-01-09T09:00:00.000Z';
const acting: Acting = {
  authority,
  person: { id: 'colin.webb', directorate: null },
  actors: ['performanceTeam'],
  now,
  today: '2019-01-09',
  readText,
};
const latest = periodOf('2018-19/Q2');

onEveryDatabase((kind) => {
  let store: Store;
  let set: Facts;
  /** A quarterly percentage of thirty quarters. */
  let code = '';
  /** The same, of which nothing is decided. */
  let other = '';

  const write = (facts: Partial<Facts>) =>
    inTransaction(store, (tx) =>
      writeFacts(tx, { authority: set.authority, ...facts }, { recordedAt, actor: 'test', reason: 'test' }),
    );
  const figures = (measure: string, until: typeof latest, count: number, from = 0) =>
    lastPeriods(until, count).map((period, at) =>
      observation({
        measure,
        period: period.code,
        figure: number(`${20 + (((from + at) * 7) % 5)}`),
        recordedAt,
      }),
    );

  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.fresh());
    await fillDemo(store);
    const held = await readFacts(store, { authority, setUpOnly: true });
    // A direction that is told by the chart makes statuses, too, depend on how far it looks back.
    set = { ...held, authority: { ...held.authority, directionScheme: 'tested' } };
    const plain = held.measures.filter(
      ({ unit, frequency, periodBasis }) =>
        unit.kind === 'percentage' && frequency === 'quarter' && periodBasis === 'discrete',
    );
    [code, other] = [plain[0]?.code ?? '', plain[1]?.code ?? ''];
    await write({ observations: [code, other].flatMap((each) => figures(each, latest, 30)) });
    await decideChart(store, acting, code, {
      verb: 'draw',
      seasonal: 'no',
      baseline: '12',
      reason: 'Agreed with the service',
    });
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });

  const said = (measure: EvaluatedMeasure | null | undefined) => {
    const { chart, periods } = measure?.signal() ?? {};
    const [first] = chart?.segments ?? [];
    return {
      begins: periods?.[0]?.code,
      points: chart?.points.length,
      mean: first?.mean,
      limits: first?.limits,
      variation: chart?.variation,
      direction: measure?.direction,
    };
  };
  const of = (measures: readonly EvaluatedMeasure[] | undefined) =>
    measures?.find(({ snapshot }) => snapshot.version.code === code);

  /** The chart as each of the places says it that make one of facts. */
  const everywhere = async (period: typeof latest) => {
    const question = { authority, period, scorecard: null };
    const known = await knownNow(store, authority);
    const forgetful = await knownNow({ ...store }, authority);
    const as = { kind: 'asAt', at: now } as const;
    return {
      evaluation: of((await readEvaluation(store, { ...question, asAt: null })).measures),
      report: of((await readPeriods(store, { ...question, asAt: null })).evaluation.measures),
      scorecard: of((await readScorecard(known, question))?.evaluation.measures),
      forgetful: of((await readScorecard(forgetful, question))?.evaluation.measures),
      scorecardThen: of((await scorecardAs(known, question, as))?.evaluation.measures),
      measure: (await readMeasure(known, code, period, 4))?.point?.measure,
      measureThen: (await measureAs(known, code, period, 4, as))?.point?.measure,
      update: (await evaluateUpdate(store, acting, period.code, code, null))?.measure,
    };
  };
  const agreed = async (period: typeof latest) => {
    const places = Object.entries(await everywhere(period)).map(
      ([place, each]) => [place, said(each)] as const,
    );
    const [, first] = places[0]!;
    for (const place of places) expect(place).toEqual([place[0], first]);
    return first;
  };

  it('keeps its mean and limits in the quarter after, and in those after that, wherever it is drawn', async () => {
    const first = await agreed(latest);
    expect(first).toMatchObject({ begins: '2012-13/Q3', points: 24 });
    expect(first.limits).not.toBeNull();
    for (const [until, points] of [
      ['2018-19/Q3', 25],
      ['2020-21/Q2', 32],
    ] as const) {
      const period = periodOf(until);
      // Other figures than before: a baseline that moved on would be another.
      await write({ observations: [code, other].flatMap((each) => figures(each, period, points - 24, 1)) });
      expect(await agreed(period)).toMatchObject({ ...first, points, variation: {}, direction: {} });
    }
  });

  it('is drawn anew where a figure of the baseline is corrected, though others do not look back to it', async () => {
    const period = periodOf('2020-21/Q2');
    const before = await agreed(period);
    const corrected = (measure: string) =>
      observation({ measure, period: '2013-14/Q1', figure: number('90'), recordedAt });
    const known = () => knownNow(store, authority);
    const view = async () => readScorecard(await known(), { period, scorecard: null });
    const shown = await view();
    await write({ observations: [corrected(other)] });
    expect(await view()).toBe(shown);
    await write({ observations: [corrected(code)] });
    const after = await agreed(period);
    expect(after.mean).not.toBe(before.mean);
    const renewed = (await view())?.evaluation.measures.filter(
      (each, at) => each !== shown?.evaluation.measures[at],
    );
    expect(renewed?.map(({ snapshot }) => snapshot.version.code)).toEqual([code]);
  });

  it('of measures without one no more is read', async () => {
    const { observations } = await readFacts(store, { authority, around: [periodOf('2020-21/Q2')] });
    const early = observations.filter(({ period }) => period.startsWith('2012-13/'));
    expect(new Set(early.map(({ measure }) => measure))).toEqual(new Set([code]));
  });

  it('of the years before a ledger of forecasts is read where a chart decides statuses', async () => {
    const begins = { seasonal: false, baseline: 12, begins: '1996-04-01', rebases: [] };
    await write({ observations: [code, other].flatMap((each) => figures(each, periodOf('1996-97/Q1'), 1)) });
    const context = { recordedAt: now, actor: 'colin.webb', reason: 'Older still' };
    await inTransaction(store, (tx) => writeSetting(tx, authority, chartSettingName(code), begins, context));
    const known = await knownNow(store, authority);
    const late = await lateYearsKnown(known, latest, '2019-01-09');
    const { observations } = await ledgerFacts(known, late, [code, other]);
    const early = observations.filter(({ period }) => period.startsWith('1996-97/'));
    expect(early.map(({ measure }) => measure)).toEqual([code]);
  });

  it('that was decided before its beginning was kept moves on, says so, and is held once it is saved again', async () => {
    const kept = { seasonal: false, baseline: 12, rebases: [] };
    const context = { recordedAt: now, actor: 'colin.webb', reason: 'As it was kept before' };
    await inTransaction(store, (tx) => writeSetting(tx, authority, chartSettingName(other), kept, context));
    const view = async () => (await readChartView(await knownNow(store, authority), other))!;
    const before = await view();
    expect(before.drawn.begins).toBeNull();
    expect(before.signal?.baseline).toContain('moves on with each period');
    await decideChart(store, { ...acting, now: '2019-01-10T09:00:00.000Z' }, other, {
      verb: 'draw',
      seasonal: 'no',
      baseline: '12',
      reason: 'To hold it',
    });
    const after = await view();
    expect(after.drawn.begins).toBe(before.signal?.periods[0]?.start);
    expect(after.signal?.baseline).toBeNull();
    expect(after.signal?.chart?.segments).toEqual(before.signal?.chart?.segments);
  });
});
