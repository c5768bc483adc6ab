import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Commentary, Facts, Observation, Recorded } from '../../src/domain/facts.ts';
import { parseFigure } from '../../src/domain/number/parse.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import type { TargetVersion } from '../../src/domain/target/target.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { readRestatements } from '../../src/store/restatements.ts';
import { lockRound } from '../../src/store/round-lock.ts';
import { addRoundRecord, readRoundRecords } from '../../src/store/rounds.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { readReport } from '../../src/workflow/queries/read-report.ts';
import type { Delivery } from '../../src/workflow/record-facts.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import {
  changedOf,
  type ImportWords,
  importDeliveries,
  periodsOf,
  ReasonNeeded,
  tryDeliveries,
} from '../../src/workflow/set-up/import-deliveries.ts';
import { onEveryDatabase } from './databases.ts';
import { as } from './demo-acting.ts';

const authority = 'borchester';
const team = as('colin.webb', 'performanceTeam');
const operator = as('command line (somebody)', 'operator');
const period = '2018-19/Q2';
const silent: ImportWords = { reason: null, kind: null };
const said: ImportWords = { reason: 'The register had been read twice', kind: 'sourceError' };
let seconds = 0;
const next = (acting: Acting): Acting => ({
  ...acting,
  now: new Date(Date.parse(team.now) + ++seconds * 1000).toISOString(),
});

onEveryDatabase((kind) => {
  let store: Store;
  let facts: Facts;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.demo('published'));
    facts = await readFacts(store, { authority });
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });

  const figure = (measure: string, typed: string, more: Partial<Observation> = {}): Recorded<Observation> => {
    const version = facts.measures.findLast(({ code }) => code === measure);
    const read = parseFigure(typed, version!.unit);
    if (!('figure' in read)) throw new Error(read.problem);
    return {
      measure,
      period,
      role: 'actual',
      figure: read.figure,
      numerator: null,
      denominator: null,
      dataPeriod: null,
      flags: [],
      parts: [],
      source: 'updates.csv',
      note: null,
      recordedAt: team.now,
      ...more,
    };
  };
  /** As a table gives them: in batches, which are gone through more than once. */
  const file = (
    observations: readonly Recorded<Observation>[],
    commentaries: readonly Recorded<Commentary>[] = [],
  ): Delivery => ({
    facts: { authority: facts.authority },
    further: {
      *[Symbol.iterator]() {
        yield { observations, commentaries };
      },
    },
    file: { kind: 'updates', name: 'updates.csv', bytes: new TextEncoder().encode('a file'), warnings: [] },
    settings: {},
  });
  const newest = async (measure: string, role = 'actual', of = period) =>
    (await readFacts(store, { authority, measures: [measure], periods: [of] })).observations.findLast(
      (one) => one.role === role,
    );
  const refused = async (work: Promise<unknown>): Promise<ReasonNeeded> => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error instanceof ReasonNeeded) return error;
    throw error ?? new Error('it was imported');
  };
  const undated = (delivery: Delivery, at: string): Delivery => {
    const further = [...(delivery.further ?? [])].map(({ observations = [], commentaries = [] }) => ({
      observations: observations.map((one) => ({ ...one, recordedAt: at })),
      commentaries: commentaries.map((one) => ({ ...one, recordedAt: at })),
    }));
    return { ...delivery, further };
  };
  const bring = (delivery: Delivery, words: ImportWords, by = team) => {
    const acting = next(by);
    return importDeliveries(store, acting, [undated(delivery, acting.now)], words);
  };
  const shown = async (measure: string) => (await newest(measure))?.figure.typed;

  describe('a file that changes published figures', () => {
    it('is refused without a reason, naming period and figures, and saves nothing by halves', async () => {
      const before = await readFacts(store, { authority });
      const delivery = file([
        figure('LIB.7', '190,000'),
        figure('LEI 3', '1,000,000', { period: '2019-20/Q1' }),
      ]);
      const error = await refused(bring(delivery, silent));
      expect(periodsOf(error.published)).toEqual([period]);
      expect(
        error.published.restated.map(({ restatement: { measure, is } }) => [measure, is.display]),
      ).toEqual([['LIB.7', '190,000']]);
      expect(error.problems).toMatchObject([{ field: 'reason' }]);
      expect(await readFacts(store, { authority })).toEqual(before);
      expect(await readRestatements(store, authority, {})).toEqual([]);
    });

    it('shows beforehand what is and what would be, and takes all of it back', async () => {
      const before = await shown('LIB.7');
      const { restated, counts, states } = await tryDeliveries(store, next(team), [
        file([figure('LIB.7', '1')]),
      ]);
      const [one] = restated;
      expect(counts[0]?.observations).toMatchObject({ added: 0, changed: 1 });
      expect(one).toMatchObject({ title: expect.stringContaining('librar') });
      expect(states.get(period)).toBe('published');
      expect(one?.restatement.effect).toMatch(/ becomes Red; /);
      expect([one?.status.was.id, one?.status.is.id]).not.toEqual([one?.status.is.id, one?.status.was.id]);
      expect(one?.status.is.id).toBe('red');
      expect(await shown('LIB.7')).toBe(before);
      expect(await readRestatements(store, authority, {})).toEqual([]);
    });

    it('restates them with a reason: a fact, a record, an event, a note, and the next report lists it', async () => {
      const was = '198,655';
      expect(await shown('LIB.7')).toBe('198655');
      const { restated } = await bring(file([figure('LIB.7', '190,000')]), said);
      expect(restated).toHaveLength(1);
      const held = await newest('LIB.7');
      const [record] = await readRestatements(store, authority, { measures: ['LIB.7'] });
      expect(record).toMatchObject({
        period,
        role: 'actual',
        verb: 'restate',
        kind: 'sourceError',
        reason: said.reason,
        person: 'colin.webb',
        actingAs: 'performanceTeam',
        was: { display: was },
        is: { display: '190,000' },
        at: held?.recordedAt,
      });
      expect(held?.note).toBe(`Restated from ${was}: ${said.reason}`);
      expect(record?.note).toBe(held?.note);
      const events = await readAuditTrail(store, {
        authority,
        object: { kind: 'update', id: `${period} LIB.7` },
      });
      expect(events.at(-1)).toMatchObject({ action: 'figure.restate', actor: 'colin.webb' });
      const asked = { authority, period: periodOf('2018-19/Q3'), scorecard: null, asAt: null };
      const report = await readReport(store, 'scorecard', asked, null, next(team).now);
      const listed = report.corrections?.items.filter(({ measure }) => measure === 'LIB.7');
      expect(listed).toMatchObject([
        // Its year to date is the sum of two quarters.
        { was: '381,065', is: '372,410', change: 'restated', why: `Error in the source: ${said.reason}` },
      ]);
    });

    it('imported again changes nothing, asks nothing, and takes no note away', async () => {
      const before = await newest('LIB.7');
      const { restated, counts } = await bring(file([figure('LIB.7', '190,000')]), silent);
      expect(restated).toEqual([]);
      expect(counts[0]?.observations).toEqual({ added: 0, changed: 0, unchanged: 1 });
      expect(await newest('LIB.7')).toEqual(before);
      // The same figure written otherwise is the same figure.
      expect((await bring(file([figure('LIB.7', '190000')]), silent)).restated).toEqual([]);
      expect((await newest('LIB.7'))?.note).toBe(before?.note);
    });

    it('tells the effect of each figure of a measure after those before it', async () => {
      const { restated } = await bring(
        file([
          figure('LIB.7', '400,000', { role: 'forecast' }),
          figure('LIB.7', '2', { note: 'A branch was closed' }),
        ]),
        { reason: 'Two branches were counted twice.', kind: null },
        operator,
      );
      expect(restated.map(({ restatement }) => restatement.role)).toEqual(['actual', 'forecast']);
      expect(restated[0]?.restatement.effect).toMatch(/forecast stays /);
      expect(restated[1]?.restatement.effect).toMatch(/^Status stays /);
      const records = (await readRestatements(store, authority, { measures: ['LIB.7'] })).slice(1);
      expect(records.map(({ kind: one, actingAs, person }) => [one, actingAs, person])).toEqual([
        [null, 'operator', operator.person.id],
        [null, 'operator', operator.person.id],
      ]);
      expect((await newest('LIB.7'))?.note).toBe(
        'Restated from 190,000: Two branches were counted twice. A branch was closed',
      );
    });

    it('keeps the reason within what is printed, and knows its kinds', async () => {
      const delivery = file([figure('LIB.7', '3')]);
      await expect(bring(delivery, { reason: 'x'.repeat(501), kind: 'whim' })).rejects.toMatchObject({
        problems: [{ field: 'reason' }, { field: 'kind' }],
      });
      expect(await shown('LIB.7')).toBe('2');
    });

    it('is refused to whoever may not restate', async () => {
      const someone = { ...team, actors: ['contributor'] as const };
      await expect(bring(file([figure('LIB.7', '3')]), said, someone)).rejects.toMatchObject({
        kind: 'notAllowed',
      });
    });

    it('asks why for a published text too, which is no restatement', async () => {
      const text: Recorded<Commentary> = {
        ...(facts.commentaries.find(
          (one) => one.measure === 'LIB.7' && one.period === period,
        ) as Recorded<Commentary>),
        text: (team.readText('It was the heating.') as { text: Commentary['text'] }).text,
      };
      const error = await refused(bring(file([], [text]), silent));
      expect([...error.published.texts]).toEqual([[period, 1]]);
      const { restated, texts } = await bring(file([], [text]), said);
      expect([restated.length, texts.size]).toEqual([0, 1]);
      expect((await bring(file([], [text]), silent)).texts.size).toBe(0);
    });

    it('asks why for a target that published figures were judged by, and keeps the reason with it', async () => {
      const promised = async (of: string) =>
        (await readFacts(store, { authority, measures: ['LIB.7'], periods: [of] })).targets.findLast(
          ({ role }) => role === 'target',
        );
      const target = (of: string, typed: string): Recorded<TargetVersion> => ({
        measure: 'LIB.7',
        period: of,
        role: 'target',
        figure: figure('LIB.7', typed).figure,
        version: 1,
        approvedBy: 'Cabinet',
        approvedOn: '2018-03-14',
        reason: null,
        recordedAt: next(team).now,
      });
      const targets = (...all: Recorded<TargetVersion>[]): Delivery => ({
        ...file([]),
        facts: { authority: facts.authority, targets: all },
      });
      const before = await promised(period);
      // The year's target is what the forecast of the second quarter was judged by.
      const changed = targets(target(period, '1'), target('2018-19', '2'), target('2018-19/Q3', '3'));
      const error = await refused(bring(changed, silent));
      const told = error.published.targets.map(({ period: of, was, is, effect }) => [of, was, is, effect]);
      expect(told).toEqual([
        [
          period,
          '375,000',
          '1',
          'Red becomes Blue; forecast stays Red; direction of travel stays Deteriorating.',
        ],
        [
          '2018-19',
          '730,000',
          '2',
          'Status stays Red; forecast Red becomes Blue; direction of travel stays Deteriorating.',
        ],
      ]);
      expect(changedOf(error.published, period)).toBe('2 targets');
      expect(await promised(period)).toEqual(before);
      const { restated } = await bring(changed, said);
      expect(restated).toEqual([]);
      expect(await promised(period)).toMatchObject({ figure: { typed: '1' }, reason: said.reason });
      expect(await promised('2018-19/Q3')).toMatchObject({ figure: { typed: '3' }, reason: null });
      expect((await bring(targets(target(period, '1')), silent)).targets).toEqual([]);
    });

    it('marks a figure that stays as provisional, and final again', async () => {
      const stands = (await newest('LEI 3')) as Recorded<Observation>;
      await bring(file([{ ...stands, flags: ['provisional'], source: 'updates.csv' }]), {
        ...said,
        kind: null,
      });
      await bring(file([{ ...stands, flags: [], source: 'updates.csv' }]), said);
      const records = await readRestatements(store, authority, { measures: ['LEI 3'] });
      expect(records.map(({ verb, kind: one }) => [verb, one])).toEqual([
        ['markProvisional', null],
        ['makeFinal', null],
      ]);
    });
  });

  describe('needs no reason', () => {
    it('for periods that are being collected, or that nobody has frozen or published', async () => {
      for (const of of ['2018-19/Q3', '2016-17/Q1']) {
        const { restated } = await bring(file([figure('LIB.7', '12,345', { period: of })]), silent);
        expect(restated).toEqual([]);
        expect((await newest('LIB.7', 'actual', of))?.figure.typed).toBe('12,345');
      }
    });

    it('but for a target of a measure that is no longer there: earlier quarters were judged by it', async () => {
      const own = facts.targets.find(
        ({ measure, period: of, role }) => of === '2018-19' && role === 'target' && measure !== 'LIB.7',
      )!;
      const version = facts.measures.findLast(({ code }) => code === own.measure)!;
      const retired = { ...version, retiredAfter: '2018-06-30' };
      const dropped: Delivery = { ...file([]), facts: { authority: facts.authority, measures: [retired] } };
      await bring(dropped, silent);
      const target = { ...own, figure: figure(own.measure, '1').figure, recordedAt: next(team).now };
      const changed: Delivery = { ...file([]), facts: { authority: facts.authority, targets: [target] } };
      const { published } = await refused(bring(changed, silent));
      expect(published.targets).toMatchObject([
        {
          measure: own.measure,
          period: '2018-19',
          title: null,
          was: own.figure.typed,
          is: '1',
          status: null,
        },
      ]);
      await bring({ ...file([]), facts: { authority: facts.authority, measures: [version] } }, silent);
    });

    it('for targets of periods that are collected still, and of years to come', async () => {
      const own = facts.targets.find(({ measure, role }) => measure === 'LIB.7' && role === 'target');
      if (own === undefined) throw new Error('there is that target');
      const targets = ['2018-19/Q3', '2019-20'].map((of) => ({
        ...own,
        period: of,
        figure: figure('LIB.7', '777').figure,
        recordedAt: next(team).now,
      }));
      const delivery = { ...file([]), facts: { authority: facts.authority, targets } };
      expect((await bring(delivery, silent)).targets).toEqual([]);
    });

    it('for the first figures of a measure that the round did not collect', async () => {
      const measure = { ...facts.measures.find(({ code }) => code === 'LIB.7')!, code: 'NEW 1', aliases: [] };
      const one = figure('LIB.7', '17', { measure: 'NEW 1' });
      const delivery = file([one]);
      const imported = await bring(
        { ...delivery, facts: { ...delivery.facts, measures: [measure] } },
        silent,
      );
      expect(imported.restated).toEqual([]);
      expect((await newest('NEW 1'))?.figure.typed).toBe('17');
      // From then on it is held.
      await refused(bring(file([{ ...one, figure: figure('LIB.7', '18').figure }]), silent));
    });

    it('for an authority that is new here', async () => {
      const elsewhere = { ...facts.authority, code: 'elsewhere', name: 'Elsewhere' };
      const delivery: Delivery = {
        facts: { ...facts, authority: elsewhere, tested: [] },
        file: null,
        settings: {},
      };
      const acting = next(operator);
      const imported = await importDeliveries(store, acting, [delivery], silent);
      expect(imported.restated).toEqual([]);
      expect(imported.counts[0]?.observations.added).toBeGreaterThan(100);
    });
  });

  it('waits for a round that is being frozen, and is refused rather than slipping past it', async () => {
    const quarter = '2018-19/Q3';
    const records = await readRoundRecords(store, authority, quarter);
    let begun: Promise<unknown> = Promise.resolve();
    let isDone = false;
    await inTransaction(store, async (tx) => {
      await lockRound(tx, authority, quarter, 'alone');
      begun = bring(file([figure('LIB.7', '101', { period: quarter })]), silent).finally(() => {
        isDone = true;
      });
      begun.catch(() => {});
      await addRoundRecord(tx, authority, {
        period: quarter,
        sequence: records.length + 1,
        verb: 'freeze',
        person: 'colin.webb',
        actingAs: 'performanceTeam',
        at: next(team).now,
        reason: 'All is in',
        detail: {},
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(isDone).toBe(false);
    });
    await expect(begun).rejects.toMatchObject({
      kind: 'notNow',
      message: expect.stringContaining('2018-19/Q3 has just changed'),
    });
    expect((await newest('LIB.7', 'actual', quarter))?.figure.typed).not.toBe('101');
    const { published } = await refused(bring(file([figure('LIB.7', '101', { period: quarter })]), silent));
    expect(published.states.get(quarter)).toBe('frozen');
  });
});
