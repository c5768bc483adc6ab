import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../../src/demo/authority.ts';
import type { Role } from '../../src/domain/organisation/person.ts';
import type { Action } from '../../src/domain/permission/action.ts';
import { can, relationsFor } from '../../src/domain/permission/can.ts';
import type { Relation } from '../../src/domain/permission/policy.ts';
import { emptyProposal } from '../../src/domain/proposal/proposal.ts';
import type { RoundVerb } from '../../src/domain/round/round.ts';
import { emptyContent, type UpdateState, type UpdateVerb } from '../../src/domain/round/update.ts';
import type { Store } from '../../src/store/database.ts';
import { readRestatements } from '../../src/store/restatements.ts';
import { readRoundRecords } from '../../src/store/rounds.ts';
import { readText } from '../../src/web/acting.ts';
import { dismissFinding, restoreFinding } from '../../src/workflow/commentary/answer-finding.ts';
import { declineSuggestion } from '../../src/workflow/commitments/answer-suggestion.ts';
import { actionFor, changeCommitment } from '../../src/workflow/commitments/change-commitment.ts';
import { promiseCommitment } from '../../src/workflow/commitments/promise.ts';
import { withdrawEdition } from '../../src/workflow/editions/withdraw.ts';
import { decideProposal } from '../../src/workflow/proposals/decide.ts';
import { attachEvidence } from '../../src/workflow/proposals/evidence.ts';
import { saveProposal, withdrawProposal } from '../../src/workflow/proposals/propose.ts';
import { Conflict, Refused } from '../../src/workflow/refused.ts';
import { restateFigure } from '../../src/workflow/restatements/restate-figure.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { changeRound } from '../../src/workflow/round/change-round.ts';
import {
  approveUpdate,
  saveUpdate,
  sendBackUpdate,
  submitUpdate,
  withdrawUpdate,
} from '../../src/workflow/round/enter-update.ts';
import { DemoSite } from '../journeys/web/demo-site.ts';
import { actors, bring, idOf, period, type Stage, setStage, stateOf } from './permission/cast.ts';

const site = new DemoSite();
let stage: Stage;
beforeAll(async () => {
  await site.begin();
  stage = await setStage(site.store);
});
afterAll(() => site.end());

const people = actors.filter((actor): actor is Role => actor !== 'public');

const acting = (role: Role): Acting => ({
  authority: authority.code,
  person: { id: idOf(role), directorate: 'place' },
  actors: [role],
  now: '2019-01-09T09:00:00.000Z',
  today: '2019-01-09',
  readText,
});

/** A version that nobody saw, and figures that nobody can read: what is allowed stops there, and changes nothing. */
const NEVER = 999;
const unreadable = { ...emptyContent, actual: 'a good many' };

interface Verb {
  action: Action;
  /** States in which the guards of the workflow let it be done, whoever does it. */
  states: readonly UpdateState[];
  run: (store: Store, as: Acting, measure: string) => Promise<unknown>;
}

const verbs: Readonly<Partial<Record<UpdateVerb, Verb>>> = {
  save: {
    action: 'enterUpdate',
    states: ['awaited', 'draft', 'submitted', 'sentBack'],
    run: (store, as, measure) => saveUpdate(store, as, { period, measure, version: NEVER }, unreadable),
  },
  submit: {
    action: 'submitUpdate',
    states: ['awaited', 'draft', 'submitted', 'sentBack'],
    run: (store, as, measure) => submitUpdate(store, as, { period, measure, version: NEVER }, unreadable),
  },
  withdraw: {
    action: 'withdrawUpdate',
    states: ['submitted'],
    run: (store, as, measure) => withdrawUpdate(store, as, { period, measure, version: null }),
  },
  approve: {
    action: 'approveUpdate',
    states: ['submitted'],
    run: (store, as, measure) =>
      approveUpdate(store, as, { period, measure, version: NEVER }, { note: '', batch: false }),
  },
  sendBack: {
    action: 'sendBackUpdate',
    states: ['submitted', 'approved'],
    run: (store, as, measure) =>
      sendBackUpdate(store, as, { period, measure, version: NEVER }, { note: 'Why?', about: null }),
  },
};

const outcome = async (doing: Promise<unknown>) => {
  try {
    await doing;
    return 'done';
  } catch (error) {
    if (error instanceof Conflict) return 'conflict';
    if (error instanceof Refused) return error.kind;
    throw error;
  }
};

describe.each(Object.entries(verbs))('%s', (_name, { action, states, run }) => {
  it.each(people)('by %s, where the policy table lets them and nowhere else', async (role) => {
    const wrong: string[] = [];
    for (const [key, measure] of stage) {
      const [relation, state] = key.split(' ') as [Relation, UpdateState];
      const before = await stateOf(site.store, measure);
      const did = await outcome(run(site.store, acting(role), measure));
      const allowed = can([role], action, { relation, state });
      // Who may never do it is told nothing of where the update stands.
      const never = !relationsFor([role], action).includes(relation);
      const fits = allowed
        ? did !== 'notAllowed' && (states.includes(state) || did === 'notNow')
        : did === (never || states.includes(state) ? 'notAllowed' : 'notNow');
      if (!fits) wrong.push(`${relation}, ${state}: ${did}`);
      const after = await stateOf(site.store, measure);
      if (did !== 'done') expect(after).toEqual(before);
      await bring(site.store, measure, state);
    }
    expect(wrong).toEqual([]);
  });
});

const ofRounds: Readonly<Record<RoundVerb, Action>> = {
  open: 'runRound',
  plan: 'runRound',
  extend: 'runRound',
  exempt: 'runRound',
  close: 'runRound',
  openAgain: 'runRound',
  rollOver: 'runRound',
  nudge: 'nudge',
  freeze: 'freezeRound',
  reopenMeasure: 'reopenUpdate',
  publish: 'publishEdition',
};

describe.each(Object.entries(ofRounds) as [RoundVerb, Action][])('%s a round', (verb, action) => {
  it.each(people)('by %s, as the policy table says', async (role) => {
    const records = () => readRoundRecords(site.store, authority.code, period);
    const before = await records();
    const change = { period, verb, version: NEVER, reason: 'So that it is said', detail: {} };
    const did = await outcome(changeRound(site.store, acting(role), change));
    const state = verb === 'reopenMeasure' ? 'approved' : null;
    expect(did).toBe(can([role], action, { relation: 'other', state }) ? 'notNow' : 'notAllowed');
    expect(await records()).toEqual(before);
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
