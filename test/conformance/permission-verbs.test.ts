import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../../src/demo/authority.ts';
import type { Action } from '../../src/domain/permission/action.ts';
import { can, relationsFor } from '../../src/domain/permission/can.ts';
import type { Relation } from '../../src/domain/permission/policy.ts';
import type { RoundVerb } from '../../src/domain/round/round.ts';
import { emptyContent, type UpdateState, type UpdateVerb } from '../../src/domain/round/update.ts';
import type { Store } from '../../src/store/database.ts';
import { readRoundRecords } from '../../src/store/rounds.ts';
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
import { bring, period, type Stage, setStage, stateOf } from './permission/cast.ts';
import { acting, outcome, people } from './permission/trying.ts';

const site = new DemoSite();
let stage: Stage;
beforeAll(async () => {
  await site.begin();
  stage = await setStage(site.store);
});
afterAll(() => site.end());

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
