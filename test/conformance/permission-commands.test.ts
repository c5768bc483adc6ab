import type { Command } from 'commander';
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
const { program } = programFor(silent);
const all = verbsBelow(program);
const DENIED = 'You do not have permission to do this.\n';

/** What a verb cannot do without, made up: who may not do it is refused before anybody looks at it. */
function typed(verb: string): string[] {
  const command = verb
    .split(' ')
    .reduce<Command>((at, word) => at.commands.find((one) => one.name() === word) ?? at, program);
  return [
    ...verb.split(' '),
    ...command.registeredArguments.filter(({ required }) => required).map(() => 'none-such'),
    ...command.options.filter(({ mandatory }) => mandatory).flatMap(({ long }) => [long ?? '', 'none-such']),
  ];
}

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
    // These touch nothing that is held: rows on standard input, what ships, a file by itself.
    expect(open.sort()).toEqual([
      'compare',
      'evaluate',
      'forecast',
      'interval',
      'scheme key',
      'scheme list',
      'scheme show',
      'spc',
      'verify',
    ]);
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
