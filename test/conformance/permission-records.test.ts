import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../../src/demo/authority.ts';
import { type CoverPart, coverParts, noCoverWords } from '../../src/domain/commentary/cover.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import type { Action } from '../../src/domain/permission/action.ts';
import { can } from '../../src/domain/permission/can.ts';
import type { Relation } from '../../src/domain/permission/policy.ts';
import { emptyProposal } from '../../src/domain/proposal/proposal.ts';
import type { UpdateState } from '../../src/domain/round/update.ts';
import { usualRules } from '../../src/domain/signal/chart-setting.ts';
import { readSamples } from '../../src/store/assurance.ts';
import { readCoverWords } from '../../src/store/cover-words.ts';
import { readCorrectionRecords } from '../../src/store/proposed-corrections.ts';
import { readRestatements } from '../../src/store/restatements.ts';
import { readSettings } from '../../src/store/settings.ts';
import { takeSample } from '../../src/workflow/assurance/draw-sample.ts';
import { recordResult } from '../../src/workflow/assurance/record-result.ts';
import { changeChartRules } from '../../src/workflow/charts/change-chart-rules.ts';
import { decideChart } from '../../src/workflow/charts/decide-chart.ts';
import { dismissFinding, restoreFinding } from '../../src/workflow/commentary/answer-finding.ts';
import { declineSuggestion } from '../../src/workflow/commitments/answer-suggestion.ts';
import { actionFor, changeCommitment } from '../../src/workflow/commitments/change-commitment.ts';
import { promiseCommitment } from '../../src/workflow/commitments/promise.ts';
import { saveCover } from '../../src/workflow/cover/save-cover.ts';
import { withdrawEdition } from '../../src/workflow/editions/withdraw.ts';
import { decideProposal } from '../../src/workflow/proposals/decide.ts';
import { attachEvidence } from '../../src/workflow/proposals/evidence.ts';
import { saveProposal, withdrawProposal } from '../../src/workflow/proposals/propose.ts';
import {
  proposeCorrection,
  refuseCorrection,
  withdrawCorrection,
} from '../../src/workflow/restatements/propose-correction.ts';
import { restateFigure } from '../../src/workflow/restatements/restate-figure.ts';
import { DemoSite } from '../journeys/web/demo-site.ts';
import { idOf, period, type Stage, setStage } from './permission/cast.ts';
import { acting, outcome, people } from './permission/trying.ts';

/** What is recorded beside updates and rounds: who may, by the policy table; whoever may not leaves no trace. */
const site = new DemoSite();
let stage: Stage;
beforeAll(async () => {
  await site.begin();
  stage = await setStage(site.store);
});
afterAll(() => site.end());

/** A version that nobody saw, and figures that nobody can read: what is allowed stops there, and changes nothing. */
const NEVER = 999;

const anywhere = { relation: 'other', state: null } as const;

describe('the words of a cover report', () => {
  it.each(people)('are written by %s as the policy table says', async (role) => {
    const texts = Object.fromEntries(coverParts.map(({ id }) => [id, ''])) as Record<CoverPart, string>;
    const typed = { ...noCoverWords, texts };
    const cover = { period: '2018-19/Q2', scorecard: 'council', version: 'one that nobody saw', typed };
    const did = await outcome(saveCover(site.store, acting(role), cover));
    expect(did).toBe(can([role], 'writeCover', anywhere) ? 'conflict' : 'notAllowed');
    const held = await readCoverWords(site.store, { authority: authority.code, ...cover });
    expect(held.version).toBeNull();
  });
});

describe('figures tested by internal audit', () => {
  it.each(people)('are sampled, and their results recorded, by %s as the policy table says', async (role) => {
    const before = await readSamples(site.store, authority.code);
    const may = can([role], 'testFigures', anywhere);
    expect(may).toBe(role === 'internalAudit');
    const wanted = {
      period: periodOf('2018-19/Q2'),
      scorecard: null,
      chosen: [],
      size: 'some',
      seed: '',
      reason: null,
    };
    expect(await outcome(takeSample(site.store, acting(role), wanted))).toBe(may ? 'invalid' : 'notAllowed');
    const result = {
      sample: before[0]!.id,
      measure: before[0]!.measures[0]!,
      result: '',
      found: null,
      note: '',
    };
    expect(await outcome(recordResult(site.store, acting(role), result))).toBe(
      may ? 'invalid' : 'notAllowed',
    );
    expect(await readSamples(site.store, authority.code)).toEqual(before);
  });
});

describe('how control charts are drawn', () => {
  it.each(people)('is decided by %s as the policy table says, and nothing is written', async (role) => {
    const may = (action: Action) => can([role], action, anywhere);
    expect([may('setChart'), may('setChartRules')]).toEqual(Array(2).fill(role === 'performanceTeam'));
    const without = { reason: ' ' };
    const rules = changeChartRules(site.store, acting(role), { rules: usualRules, ...without });
    expect(await outcome(rules)).toBe(may('setChartRules') ? 'invalid' : 'notAllowed');
    // Their own measure too: nobody decides about the chart that judges them.
    for (const relation of ['own', 'other'] as const) {
      const measure = stage.get(`${relation} awaited`)!;
      for (const decided of [
        { verb: 'draw', seasonal: 'yes', baseline: '', ...without },
        { verb: 'rebase', period: '2018-19/Q1', ...without },
        { verb: 'withdraw', from: '2018-04-01', ...without },
      ] as const) {
        const did = await outcome(decideChart(site.store, acting(role), measure, decided));
        expect(did).toBe(may('setChart') ? 'invalid' : 'notAllowed');
      }
    }
    const held = Object.keys(await readSettings(site.store, { authority: authority.code }));
    expect(held.filter((name) => name.startsWith('controlChart'))).toEqual([]);
  });
});

describe('withdrawing an edition', () => {
  it.each(people)('is done by %s as the policy table says, and nothing is written', async (role) => {
    const nothing = '018f0000-0000-7000-8000-000000000000';
    const did = await outcome(withdrawEdition(site.store, acting(role), nothing, 'So that it is said'));
    const allowed = can([role], 'withdrawEdition', { relation: 'other', state: null });
    expect(did).toBe(allowed ? 'notNow' : 'notAllowed');
    expect(allowed).toBe(role === 'performanceTeam');
  });
});

describe('restating a published figure', () => {
  it.each(people)('is done by %s as the policy table says, and nothing is written', async (role) => {
    const given = {
      id: '018f0000-0000-7000-8000-000000000000',
      period: '2018-19/Q2',
      measure: stage.get('own awaited')!,
      role: 'actual' as const,
      figure: '',
      numerator: '',
      denominator: '',
      kind: '',
      reason: 'So that it is said',
      provisional: false,
      waitsFor: '',
      seen: 'never',
    };
    const before = await readRestatements(site.store, authority.code);
    const did = await outcome(restateFigure(site.store, acting(role), given, ''));
    expect(did).toBe(
      can([role], 'restateFigure', { relation: 'own', state: 'approved' }) ? 'notNow' : 'notAllowed',
    );
    expect(await readRestatements(site.store, authority.code)).toEqual(before);
  });
});

describe('a correction of a published figure', () => {
  it.each(people)('is proposed by %s as the policy table says, and nothing is written', async (role) => {
    for (const relation of ['own', 'ownDirectorate', 'other'] as const) {
      const given = {
        id: '018f0000-0000-7000-8000-000000000000',
        period: '2018-19/Q2',
        measure: stage.get(`${relation} awaited`)!,
        role: 'actual' as const,
        figure: '',
        numerator: '',
        denominator: '',
        kind: '',
        reason: 'So that it is said',
        provisional: false,
        waitsFor: '',
        seen: 'never',
      };
      const nothing = { title: '', url: '', file: null };
      const did = await outcome(proposeCorrection(site.store, acting(role), given, nothing));
      const may = can([role], 'proposeCorrection', { relation, state: 'approved' });
      expect([relation, did]).toEqual([relation, may ? 'notNow' : 'notAllowed']);
    }
    const decides = can([role], 'restateFigure', { relation: 'other', state: null });
    const refused = await outcome(refuseCorrection(site.store, acting(role), 99, 'No'));
    expect(refused).toBe(decides ? 'notNow' : 'notAllowed');
    const withdraws = can([role], 'proposeCorrection', { relation: 'other', state: null });
    const withdrawn = await outcome(withdrawCorrection(site.store, acting(role), 99, 'No'));
    expect(withdrawn).toBe(withdraws ? 'notNow' : 'notAllowed');
    expect(await readCorrectionRecords(site.store, authority.code)).toEqual(new Map());
  });
});

describe('commitments', () => {
  const relationsOfStage = ['own', 'ownDirectorate', 'other'] as const;
  const measureOf = (relation: Relation) => stage.get(`${relation} awaited`)!;
  const madeBy = { ...acting('performanceTeam'), person: { id: 'colin.webb', directorate: null } };
  const wanted = {
    what: 'Report back',
    kind: 'action' as const,
    owner: 'tom.venables',
    due: '2019-02-28',
    forum: null,
    source: null,
  };
  const changes = {
    note: { verb: 'note', note: 'Under way' },
    amend: { verb: 'amend', due: '2019-03-01', owner: 'tom.venables', forum: null, reason: 'Later' },
    discharge: { verb: 'discharge', outcome: 'Done', proof: { title: '', url: '', file: null } },
    drop: { verb: 'drop', reason: 'No longer' },
  } as const;

  it.each(people)('are made, answered and changed by %s as the policy table says', async (role) => {
    const wrong: string[] = [];
    const check = (what: string, did: string, allowed: boolean, whenAllowed: string) => {
      if (did !== (allowed ? whenAllowed : 'notAllowed')) wrong.push(`${what}: ${did}`);
    };
    for (const relation of relationsOfStage) {
      const about = { measure: measureOf(relation), period };
      const id = await promiseCommitment(site.store, madeBy, about, wanted);
      const may = (action: Action) => can([role], action, { relation, state: null });
      for (const [verb, change] of Object.entries(changes)) {
        const did = await outcome(changeCommitment(site.store, acting(role), id, NEVER, change));
        check(`${verb}, ${relation}`, did, may(actionFor(change.verb)), 'conflict');
      }
      const reopen = { verb: 'reopen', reason: 'Again' } as const;
      const did = await outcome(changeCommitment(site.store, acting(role), id, NEVER, reopen));
      check(`reopen, ${relation}`, did, may('changeCommitment'), 'notNow');
      const nothing = { ...wanted, what: '' };
      const promised = await outcome(promiseCommitment(site.store, acting(role), about, nothing));
      check(`promise, ${relation}`, promised, may('makeCommitment'), 'invalid');
      const declined = await outcome(declineSuggestion(site.store, acting(role), about, ''));
      check(`decline, ${relation}`, declined, may('makeCommitment'), 'invalid');
    }
    expect(wrong).toEqual([]);
  });

  it('of their own are changed by whoever owns them, but for those who only check', async () => {
    const about = { measure: measureOf('other'), period };
    for (const role of ['viewer', 'contributor', 'approver', 'performanceTeam'] as const) {
      const owned = { ...wanted, owner: idOf(role) };
      const id = await promiseCommitment(site.store, madeBy, about, owned);
      expect(await outcome(changeCommitment(site.store, acting(role), id, 1, changes.note))).toBe('done');
    }
    const audit = promiseCommitment(site.store, madeBy, about, { ...wanted, owner: idOf('internalAudit') });
    expect(await outcome(audit)).toBe('invalid');
  });
});

describe('target changes', () => {
  const relationsOfStage = ['own', 'ownDirectorate', 'other'] as const;
  const madeBy = { ...acting('performanceTeam'), person: { id: 'colin.webb', directorate: null } };

  it.each(people)(
    'are proposed, shown to be right, decided and withdrawn by %s as the policy table says',
    async (role) => {
      const wrong: string[] = [];
      for (const relation of relationsOfStage) {
        const content = {
          ...emptyProposal,
          measures: [stage.get(`${relation} awaited`)!],
          from: '2018-19/Q4',
          values: { '2018-19 target': '0.123' },
          reason: 'So that it is said',
          decider: { kind: 'forum' as const, name: 'Cabinet', meets: null },
        };
        const number = await saveProposal(site.store, madeBy, null, 'save', content);
        await saveProposal(site.store, madeBy, { number, version: 1 }, 'propose', {
          ...content,
          kind: 'retire',
          values: {},
        });
        const check = (what: string, did: string, action: Action, whenAllowed: string) => {
          const allowed = can([role], action, { relation, state: 'proposed' });
          if (did !== (allowed ? whenAllowed : 'notAllowed')) wrong.push(`${what}, ${relation}: ${did}`);
        };
        const as = acting(role);
        const nothing = { ...content, from: '' };
        const saved = await outcome(saveProposal(site.store, as, null, 'propose', nothing));
        check('propose', saved, 'proposeTargetChange', 'invalid');
        const evidence = { title: '', url: 'no link', file: null };
        const attached = await outcome(attachEvidence(site.store, as, number, evidence));
        check('attach', attached, 'proposeTargetChange', 'invalid');
        const decision = { outcome: 'approve' as const, by: '', on: null, reference: '', note: '' };
        const decided = await outcome(decideProposal(site.store, as, number, 2, decision));
        check('decide', decided, 'decideTargetChange', 'invalid');
        const withdrawn = await outcome(withdrawProposal(site.store, as, number, ' '));
        check('withdraw', withdrawn, 'withdrawTargetChange', 'invalid');
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('findings about the words of an update', () => {
  it.each(people)('are answered by %s as the policy table says', async (role) => {
    const wrong: string[] = [];
    for (const [key, measure] of stage) {
      const [relation, state] = key.split(' ') as [Relation, UpdateState];
      // Nothing was found in an empty text: what is allowed stops there.
      const which = { period, measure, key: '0000000000000000' };
      const may = can([role], 'dismissFinding', { relation, state });
      for (const did of [
        await outcome(dismissFinding(site.store, acting(role), which, 'It holds')),
        await outcome(restoreFinding(site.store, acting(role), which)),
      ]) {
        if (did !== (may ? 'notNow' : 'notAllowed')) wrong.push(`${key}: ${did}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
