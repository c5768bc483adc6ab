import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import { chartSettingName } from '../../src/domain/signal/read-setting.ts';
import type { MeasureSnapshot } from '../../src/domain/snapshot.ts';
import type { Store } from '../../src/store/database.ts';
import { readPeople, writePeople } from '../../src/store/people.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { addRoundRecord, readRoundRecords } from '../../src/store/rounds.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { readEvaluation } from '../../src/workflow/queries/read-evaluation.ts';
import { readMeasure } from '../../src/workflow/queries/read-measure.ts';
import { readScorecard, type ScorecardView } from '../../src/workflow/queries/read-scorecard.ts';
import { readablePeriods } from '../../src/workflow/queries/readable-periods.ts';
import { setUpKnown } from '../../src/workflow/queries/set-up-now.ts';
import { knownNow } from '../../src/workflow/remembered/known-now.ts';
import { onEveryDatabase } from './databases.ts';
import { withDemoStore } from './demo-store.ts';
import { number, observation } from './sample-facts.ts';

const authority = 'borchester';
const looked = ['2018-19/Q2', '2018-19/Q1'];
/** Of the years that a scorecard looks at, of those that only its charts do, and of years that neither does. */
const periods = [...looked, '2018-19/Q3', '2018-19', '2017-18/Q2', '2017-18', '2013-14/Q3', '2009-10/Q3'];
const moments = ['2017-01-01T00:00:00.000Z', '2018-12-01T10:00:00.000Z', '2019-01-08T10:00:00.000Z'];

onEveryDatabase((kind) => {
  let store: Store;
  let set: Facts;
  let written = 0;
  withDemoStore(kind, async (opened) => {
    store = opened;
    set = await readFacts(store, { authority, setUpOnly: true });
    // Some charts look further back than others.
    const chart = { seasonal: false, baseline: 12, begins: '2009-04-01', rebases: [] };
    await inTransaction(store, async (tx) => {
      for (const { code } of set.measures.slice(0, 20)) {
        await writeSetting(tx, authority, chartSettingName(code), chart, context);
      }
    });
  });

  const context = { recordedAt: '2019-01-09T09:00:00.000Z', actor: 'test', reason: 'test' };
  const write = (facts: Partial<Facts>) =>
    inTransaction(store, (tx) => writeFacts(tx, { authority: set.authority, ...facts }, context));
  /** The same database to somebody who remembers nothing. */
  const forgetful = (): Store => ({ ...store });

  const plain = ({ series, ...snapshot }: MeasureSnapshot) => ({ ...snapshot, series: series() });
  const said = (view: ScorecardView | null) =>
    view && {
      scorecards: view.scorecards,
      before: new Map([...view.before].sort(([a], [b]) => (a < b ? -1 : 1))),
      measures: view.evaluation.measures.map(({ snapshot, status, forecastStatus, direction, signal }) => ({
        snapshot: plain(snapshot),
        signal: signal(),
        status: [status.outcome.id, status.stated, status.explain()],
        forecastStatus: [forecastStatus.outcome.id, forecastStatus.stated, forecastStatus.explain()],
        direction,
      })),
      snapshots: view.evaluation.snapshot.measures.map(plain),
    };

  /** Every answer that is remembered. */
  const answers = async (from: Store) => {
    const known = await knownNow(from, authority);
    const setUp = setUpKnown(known);
    return {
      scorecards: await Promise.all(
        looked.map(async (code) =>
          said(await readScorecard(known, { period: periodOf(code), scorecard: null })),
        ),
      ),
      periods: await readablePeriods(known),
      versions: await setUp.versions(null),
      authority: await setUp.authority(),
      people: await setUp.people(),
      responsibilities: await setUp.responsibilities(null),
      rounds: await setUp.rounds(),
      levels: await setUp.levels(),
    };
  };

  const measure = () => fc.nat().map((at) => set.measures[at % set.measures.length]?.code ?? '');
  const figure = fc.integer({ min: 0, max: 2_000 }).map((tenths) => number(`${tenths / 10}`));
  const about = () =>
    fc.record({
      measure: fc.oneof(measure(), fc.constant('NOWHERE 1')),
      period: fc.constantFrom(...periods),
      recordedAt: fc.constantFrom(...moments),
    });
  const changes = () =>
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc
          .array(
            fc
              .record({
                about: about(),
                role: fc.constantFrom('actual' as const, 'toDate' as const, 'forecast' as const),
                figure,
              })
              .map((one) => observation({ ...one.about, role: one.role, figure: one.figure })),
            { minLength: 1, maxLength: 4 },
          )
          .map((observations) => () => write({ observations })),
      },
      {
        weight: 2,
        arbitrary: fc
          .record({
            about: about(),
            figure,
            role: fc.constantFrom('target' as const, 'tolerance' as const),
          })
          .map((one) => () => {
            const none = { approvedBy: null, approvedOn: null, reason: null };
            const { role } = one;
            return write({
              targets: [{ ...one.about, role, figure: one.figure, version: ++written, ...none }],
            });
          }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ about: about(), stated: fc.constantFrom('Red', 'Green', 'Improving') }).map(
          ({ about: one, stated }) =>
            () =>
              write({ statements: [{ ...one, subject: 'status', stated, source: 'test' }] }),
        ),
      },
      {
        weight: 1,
        arbitrary: fc.nat().map((at) => () => {
          const one = set.measures[at % set.measures.length];
          return write({ measures: one === undefined ? [] : [{ ...one, title: `Renamed ${++written}` }] });
        }),
      },
      {
        weight: 1,
        arbitrary: fc.nat().map((at) => () => {
          const one = set.scorecards[0];
          if (one === undefined) return Promise.resolve(null);
          return write({ scorecards: [{ ...one, measures: one.measures.slice(at % 3) }] });
        }),
      },
      {
        weight: 1,
        arbitrary: fc.constant(() =>
          inTransaction(store, async (tx) => {
            const [one] = await readPeople(tx, authority);
            if (one) await writePeople(tx, authority, [{ ...one, post: `Post ${++written}` }], context);
            await writeSetting(tx, authority, 'approvalLevels', [], context);
          }),
        ),
      },
    );

  it('says after any writes what somebody would find who had never asked before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes(), { minLength: 1, maxLength: 5 }), async (all) => {
        for (const change of all) {
          await change();
          expect(await answers(store)).toEqual(await answers(forgetful()));
        }
      }),
      { numRuns: 6 },
    );
    // And what is worked out from every version of every fact there is.
    const known = await knownNow(store, authority);
    for (const code of looked) {
      const question = { authority, period: periodOf(code), scorecard: null, asAt: null };
      const whole = await readEvaluation(store, question);
      const view = await readScorecard(known, question);
      const outcomes = (all: typeof whole.measures | undefined) =>
        all?.map(({ snapshot, status, direction }) => [
          snapshot.version.code,
          snapshot.position.figure,
          status.outcome.id,
          direction.kind,
        ]);
      expect(outcomes(view?.evaluation.measures)).toEqual(outcomes(whole.measures));
    }
  });

  const none = { approvedBy: null, approvedOn: null, reason: null };
  const now = { period: '2018-19/Q2', recordedAt: '2019-01-09T08:30:00.000Z' };
  it.each<[string, (measure: string) => Partial<Facts>]>([
    ['a figure', (measure) => ({ observations: [observation({ ...now, measure, figure: number('3.25') })] })],
    [
      'a figure of the year before',
      (measure) => ({
        observations: [observation({ ...now, measure, period: '2017-18/Q2', figure: number('3.5') })],
      }),
    ],
    [
      'a figure that only its chart looks at',
      (measure) => ({
        observations: [observation({ ...now, measure, period: '2013-14/Q3', figure: number('3.6') })],
      }),
    ],
    [
      'a forecast',
      (measure) => ({
        observations: [observation({ ...now, measure, role: 'forecast', figure: number('3.75') })],
      }),
    ],
    [
      'a target',
      (measure) => ({
        targets: [{ ...now, ...none, measure, role: 'target', figure: number('9876'), version: 900 }],
      }),
    ],
    [
      'a published status',
      (measure) => ({
        statements: [{ ...now, measure, subject: 'status', stated: 'Purple', source: 'test' }],
      }),
    ],
  ])('shows %s as soon as it is written, and the rest as it was', async (_what, facts) => {
    const period = periodOf('2018-19/Q2');
    const view = async () => readScorecard(await knownNow(store, authority), { period, scorecard: null });
    const before = await view();
    const code = before?.evaluation.measures[1]?.snapshot.version.code ?? '';
    await write(facts(code));
    const after = await view();
    const renewed = after?.evaluation.measures.filter((each, at) => each !== before?.evaluation.measures[at]);
    expect(renewed?.map(({ snapshot }) => snapshot.version.code)).toEqual([code]);
    expect(said(after)).not.toEqual(said(before));
    expect(await answers(store)).toEqual(await answers(forgetful()));
  });

  it('knows of a write that began before others and was committed after them', async () => {
    const rounds = async () => setUpKnown(await knownNow(store, authority)).rounds();
    const [before] = await rounds();
    const period = before?.period ?? '';
    await inTransaction(store, async (tx) => {
      const last = (await readRoundRecords(tx, authority, period)).at(-1);
      if (last === undefined) throw new Error('there is no round');
      const detail = { measures: ['HSG-1'], until: '2019-01-31' };
      await addRoundRecord(tx, authority, {
        ...last,
        sequence: last.sequence + 1,
        verb: 'extend',
        reason: 'Snow.',
        detail,
      });
      await write({ observations: [observation({ ...context, figure: number('4321.5') })] });
      // Asked in between: the second is known, the first is not.
      expect(await answers(store)).toEqual(await answers(forgetful()));
      expect((await rounds())[0]).toEqual(before);
    });
    expect(await answers(store)).toEqual(await answers(forgetful()));
    expect((await rounds())[0]).not.toEqual(before);
  });

  it('gives the very same answer while nothing is written that it looks at, and the same measure while its own stand', async () => {
    const period = periodOf('2018-19/Q2');
    const view = async () => readScorecard(await knownNow(store, authority), { period, scorecard: null });
    const codes = set.scorecards[0]?.measures ?? [];
    const figureOf = (where: string, value: string) =>
      write({
        observations: [
          observation({ ...context, measure: codes[1] ?? '', period: where, figure: number(value) }),
        ],
      });
    const before = await view();
    await figureOf('1999-00/Q1', '17.1');
    expect(await view()).toBe(before);
    await figureOf('2018-19/Q2', '17.2');
    const after = await view();
    expect(after).not.toBe(before);
    const renewed = after?.evaluation.measures.filter((each, at) => each !== before?.evaluation.measures[at]);
    expect(renewed?.map(({ snapshot }) => snapshot.version.code)).toEqual([codes[1]]);
  });

  it('shows a measure with what was written to it just now', async () => {
    const code = set.scorecards[0]?.measures[0] ?? '';
    const figureIn = async () => {
      const view = await readMeasure(await knownNow(store, authority), code, periodOf('2018-19/Q2'), 4);
      return view?.point?.measure.snapshot.position.figure;
    };
    await write({ observations: [observation({ ...context, measure: code, figure: number('77.7') })] });
    expect(await figureIn()).toEqual(number('77.7'));
    expect(await figureIn()).toEqual(number('77.7'));
  });
});
