import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateDemo } from '../../demo/evaluate-demo.ts';
import { roundStates } from '../round/round.ts';
import { effectInWords, hasEffect } from './effect.ts';
import { restatementRefusal } from './guards.ts';
import { noteOf, verbOf } from './restatement.ts';

describe('which verb a change of a published figure is', () => {
  it.each([
    // same figure, was provisional, is provisional, waits for the same
    [false, false, false, true, 'restate'],
    [false, true, true, true, 'restate'],
    [false, true, false, false, 'restate'],
    [true, true, false, false, 'makeFinal'],
    [true, false, true, false, 'markProvisional'],
    [true, false, true, true, 'markProvisional'],
    [true, true, true, false, 'markProvisional'],
    [true, true, true, true, null],
    [true, false, false, true, null],
  ] as const)(
    'same %s, was provisional %s, is %s, same wait %s: %s',
    (sameFigure, wasProvisional, isProvisional, sameWait, verb) => {
      expect(verbOf({ sameFigure, wasProvisional, isProvisional, sameWait })).toBe(verb);
    },
  );
});

describe('what is printed beside the figure', () => {
  const said = {
    was: '88.7%',
    wasMissing: false,
    reason: 'Seven requests were logged late.',
    waitsFor: null,
    kept: null,
  };
  it.each([
    ['restate', {}, 'Restated from 88.7%: Seven requests were logged late'],
    ['restate', { wasMissing: true, was: 'Awaited' }, 'Reported later: Seven requests were logged late'],
    ['makeFinal', {}, 'Now final: Seven requests were logged late'],
    ['markProvisional', { waitsFor: 'the autumn census' }, 'Waits for the autumn census'],
    [
      'restate',
      { waitsFor: 'the autumn census', kept: 'Excludes schools.' },
      'Restated from 88.7%: Seven requests were logged late. Waits for the autumn census. Excludes schools',
    ],
  ] as const)('%s', (verb, more, note) => expect(noteOf(verb, { ...said, ...more })).toBe(note));
});

describe('when a figure can be restated', () => {
  it.each([
    [null, false, true],
    ['open', false, false],
    ['closed', false, false],
    ['frozen', false, true],
    ['published', false, true],
    ['frozen', true, false],
    ['published', true, false],
  ] as const)('round %s, reopened %s: %s', (round, reopened, can) => {
    expect(restatementRefusal(round, reopened) === null).toBe(can);
  });
  it('says why not in a sentence, whatever the state', () => {
    fc.assert(
      fc.property(fc.constantFrom(null, ...roundStates), fc.boolean(), (round, reopened) => {
        const refusal = restatementRefusal(round, reopened);
        if (refusal !== null) expect(refusal).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});

describe('what a restatement does', () => {
  const { measures } = evaluateDemo();
  it('names both statuses where one becomes another, and says what stays', () => {
    const amber = measures.find(({ status }) => status.outcome.id === 'amber')!;
    const red = { ...amber, status: measures.find(({ status }) => status.outcome.id === 'red')!.status };
    expect(effectInWords(amber, red)).toMatch(
      /^Amber becomes Red; forecast stays \w+; direction of travel stays \w+\.$/,
    );
    expect(effectInWords(amber, amber)).toMatch(/^Status stays Amber; forecast stays /);
    expect(hasEffect(amber, amber)).toBe(false);
    expect(hasEffect(amber, red)).toBe(true);
  });
});
