import { expect, it } from 'vitest';
import { periodOf } from '../../src/domain/period/parse.ts';
import { standardChoice } from '../../src/domain/scorecard/choice.ts';
import type { Store } from '../../src/store/database.ts';
import { readEditionFile, readEditions } from '../../src/store/editions.ts';
import { evaluationOf, reportOf, thawed } from '../../src/workflow/editions/frozen-inputs.ts';
import { readRelease } from '../../src/workflow/editions/read-release.ts';
import { readReport } from '../../src/workflow/queries/read-report.ts';
import { onEveryDatabase } from './databases.ts';
import { actingAt } from './demo-acting.ts';
import { withDemoStore } from './demo-store.ts';

const authority = 'borchester';
const of = (period: string, asAt: string | null = null) => ({
  authority,
  period: periodOf(period),
  scorecard: null,
  asAt,
});
const team = actingAt('2019-01-09T09:00:00.000Z', 'colin.webb', 'performanceTeam');

onEveryDatabase((kind) => {
  let store: Store;
  withDemoStore(
    kind,
    (opened) => {
      store = opened;
    },
    'published',
  );

  it('asks of a scorecard what figures, pace and past forecasts speak against', async () => {
    const { questions } = await readReport(store, 'scorecard', of('2018-19/Q2'));
    // By hand: 634 of 1,000 checks are left for two quarters; the best two in a row were 547.
    expect(questions?.find(({ measure }) => measure === 'L&C PM28')).toMatchObject({
      now: 'Amber',
      forecastStatus: 'Green',
      forecast: '1,000.0',
      pace: 'Needs 1.7 times the pace of the first half; the best so far was 1.5 (Q3 to Q4 2015-16).',
      prospect: 'Unlikely to meet the target',
      why: expect.arrayContaining(['The rest of the year asks for more than was ever done.']),
    });
  });

  it('of a past period counts only what was over when its year began, also as now known', async () => {
    const counted = async (asAt: string | null) =>
      (await readReport(store, 'scorecard', of('2017-18/Q2', asAt))).questions;
    const now = await counted(null);
    expect(now).not.toEqual([]);
    expect(now).toEqual(await counted('2018-02-01T00:00:00.000Z'));
  });

  it('is left out of an improvement report unless it is chosen, and in a scorecard unless it is not', async () => {
    const report = async (which: 'improvement' | 'scorecard', forecasts?: boolean) => {
      const choice = { ...standardChoice(which), ...(forecasts === undefined ? {} : { forecasts }) };
      return (await readReport(store, which, of('2018-19/Q2'), null, null, choice)).questions;
    };
    expect(await report('improvement')).toBeUndefined();
    expect(await report('improvement', true)).toBeDefined();
    expect(await report('scorecard', false)).toBeUndefined();
  });

  it('is kept with the inputs of an edition, and an edition without it prints none', async () => {
    const edition = (await readEditions(store, authority)).find(({ report }) => report === 'scorecard');
    const file = await readEditionFile(store, authority, edition?.id ?? '', 'inputs');
    const inputs = thawed(new TextDecoder().decode(file?.bytes));
    const printed = await readEditionFile(store, authority, edition?.id ?? '', 'json');
    const { questions } = JSON.parse(new TextDecoder().decode(printed?.bytes));
    expect(questions.map(({ code }: { code: string }) => code)).toEqual(
      inputs.questions?.map(({ measure }) => measure),
    );
    expect(questions).not.toEqual([]);
    const { questions: _, ...old } = inputs;
    expect(reportOf(old, evaluationOf(old)).questions).toBeUndefined();
    expect(JSON.stringify(reportOf(old, evaluationOf(old)).blocks)).not.toContain('Forecasts to question');
  });

  it('freezes the choice without saying anything of the measures shown', async () => {
    const question = { kind: 'scorecard', period: '2018-19/Q2', scorecard: null, standing: 'draft' } as const;
    const without = { ...standardChoice('scorecard'), forecasts: false };
    const { inputs } = await readRelease(store, team, { ...question, provisional: [], choice: without });
    expect([inputs.questions, inputs.chosen]).toEqual([undefined, undefined]);
    const usual = await readRelease(store, team, { ...question, provisional: [] });
    expect(usual.inputs.questions?.length).toBeGreaterThan(0);
  });
});
