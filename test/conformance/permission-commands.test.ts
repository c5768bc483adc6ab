import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programFor } from '../../src/cli/main.ts';
import { type AtKeyboard, operator } from '../../src/cli/operator.ts';
import { verbs, verbsBelow } from '../../src/cli/verbs.ts';
import { type Action, actions } from '../../src/domain/permission/action.ts';
import { can } from '../../src/domain/permission/can.ts';
import type { Actor } from '../../src/domain/permission/policy.ts';
import { fixture, workFolder } from '../journeys/cli/command.ts';
import { runHere } from '../journeys/cli/run-here.ts';
import { actors } from './permission/cast.ts';

const cwd = workFolder();
beforeAll(() => process.chdir(cwd));
const somebody = (actor: Actor): AtKeyboard => ({ id: `somebody (${actor})`, actors: [actor] });
const silent = {
  who: operator(),
  out: () => {},
  err: () => {},
  progress: () => {},
  readStdin: async () => new Uint8Array(),
};
const all = verbsBelow(programFor(silent).program);
const DENIED = 'You do not have permission to do this.\n';

/** What a verb cannot do without, whatever else is wrong with it: it is refused before that is found out. */
const needed: Readonly<Record<string, readonly string[]>> = {
  import: ['none-such.csv', '--as', 'targets'],
  template: ['measures'],
  report: ['improvement', '--period', '2018-19/Q2'],
  check: ['--period', '2018-19/Q2'],
  evaluate: ['--scheme', 'derby'],
  'publish improvement': ['--period', '2018-19/Q2'],
  'publish scorecard': ['--period', '2018-19/Q2'],
  'publish export': ['--out', 'public'],
  'scheme show': ['derby'],
  'scheme key': ['derby'],
  'scheme replay': ['derby', '--period', '2018-19/Q2'],
  'measure show': ['A'],
  'measure owner': ['A', 'tom.venables'],
  'measure retire': ['A', '--undo'],
  'target list': ['--year', '2018-19'],
  'target history': ['A'],
  'target set': ['A', '2018-19=1'],
  'round show': ['--period', '2018-19/Q2'],
  'round open': ['--period', '2018-19/Q2', '--cabinet', '14-Nov-2018'],
  'round close': ['--period', '2018-19/Q2'],
  'round freeze': ['--period', '2018-19/Q2'],
  'user add': ['a.b', '--name', 'A B', '--role', 'viewer'],
  'user password': ['a.b'],
  'user end': ['a.b', '--reason', 'Has left'],
  backup: ['new.backup'],
  restore: ['none-such.backup'],
  verify: ['none-such.backup'],
  'audit export': ['--out', 'trail.jsonl'],
};
const typed = (verb: string) => [...verb.split(' '), ...(needed[verb] ?? [])];

it('every verb has its row, and every row its verb', () => {
  expect(Object.keys(verbs).sort()).toEqual([...all].sort());
});

describe.each([...actors, 'operator'] as const)('every verb as %s', (actor) => {
  it('is open or closed as the policy table says', async () => {
    const may = (action: Action) => can([actor], action, { relation: 'other', state: null });
    const wrong: string[] = [];
    for (const verb of all) {
      const allowed = (verbs[verb] ?? []).every(may);
      // Allowed, they would begin: what they would do is the business of other tests.
      if (allowed && ['demo', 'serve', 'template', 'migrate'].includes(verb)) continue;
      const data = verbs[verb]?.length === 0 ? [] : ['--data', 'none-such'];
      const { err } = await runHere([...typed(verb), ...data], somebody(actor));
      if ((err === DENIED) === allowed) wrong.push(`${verb}: ${err}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the table of verbs', () => {
  it('lets the operator run every verb, and names no action that nobody has heard of', () => {
    for (const [verb, asked] of Object.entries(verbs)) {
      for (const action of asked) {
        expect(actions).toContain(action);
        expect(`${verb}: ${can(['operator'], action, { relation: 'other', state: null })}`).toBe(
          `${verb}: true`,
        );
      }
    }
  });

  it('closes what reads or writes to the public', () => {
    const open = Object.keys(verbs).filter((verb) =>
      (verbs[verb] ?? []).every((action) => can(['public'], action, { relation: 'other', state: null })),
    );
    expect(open.sort()).toEqual(['evaluate', 'scheme key', 'scheme list', 'scheme show', 'verify']);
  });
});

describe('a council that is new here', () => {
  const bring = (who: AtKeyboard) =>
    runHere(
      ['import', fixture('testham/measures.csv'), '--new-authority', 'Borough of Testham', '--data', 'new'],
      who,
    );
  afterAll(() => process.chdir(cwd));

  it('is brought by the operator, in whose name it is recorded; not by whoever may only import', async () => {
    const refused = await bring(somebody('performanceTeam'));
    expect({ code: refused.code, err: refused.err }).toEqual({ code: 1, err: DENIED });
    const done = await bring(somebody('operator'));
    expect(done.err).toBe('');
    const again = await bring(somebody('performanceTeam'));
    expect(again.out).toContain('0 new, 0 changed, 3 as before');
    const shown = await runHere(['measure', 'show', 'LIB 3', '--data', 'new', '--json']);
    expect(JSON.parse(shown.out).history[0].by.actor).toBe('somebody (operator)');
  });
});
