import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { realSchemes1 } from './fixtures/real-schemes-1.ts';
import { realSchemes2 } from './fixtures/real-schemes-2.ts';
import { realSchemes3 } from './fixtures/real-schemes-3.ts';
import { keyNotesOf, keyOf } from './key.ts';
import { presetScheme, presetSchemes } from './presets/index.ts';
import { defineScheme, type StatusScheme } from './scheme.ts';

const keyText = (id: string) => keyOf(presetScheme(id) as StatusScheme).map(({ text }) => text);

describe('the key is generated from the rules, in plain English', () => {
  test.each([
    [
      'derby',
      [
        'Blue: better than target by 2% or more.',
        'Green: on target, or better by less than 2%. Dates, and measures answered by yes or no: on target or better. Milestones: Completed or On track.',
        'Amber: worse than target by up to and including 5%. Milestones: Minor slippage.',
        'Red: worse than target by more than 5%. Dates, and measures answered by yes or no: worse than target. Milestones: Major slippage.',
        'N/A: the measure does not apply this period, no figure was supplied or what was supplied cannot be used as a figure.',
      ],
    ],
    [
      'kent',
      [
        'Green: on target or better.',
        'Amber: worse than target, but on the floor standard or better.',
        'Red: worse than the floor standard.',
        'Above range: Activity: above the top of the expected range.',
        'Below range: Activity: below the bottom of the expected range.',
        'As expected: Activity: inside the expected range, both ends included.',
      ],
    ],
    [
      'thurrock',
      [
        'Green: on target or better.',
        'Amber: worse than target, but better than the same time last year.',
        'Red: worse than target, and not better than the same time last year.',
      ],
    ],
    [
      'east-riding',
      [
        'Green star: better than target by more than 10%.',
        'Blue circle: within 10% of target, better or worse.',
        'Red triangle: worse than target by more than 10%.',
      ],
    ],
    [
      'belfast',
      [
        'Green: on target or better, or worse by up to and including 1%. Dates, and measures answered by yes or no: on target or better.',
        'Amber: worse than target by more than 1%, but less than 5%.',
        'Red: worse than target by 5% or more. Dates, and measures answered by yes or no: worse than target.',
        'No data: the figure has not been supplied yet, no figure was supplied or what was supplied cannot be used as a figure.',
      ],
    ],
  ])('%s', (id, lines) => {
    expect(keyText(id)).toEqual(lines);
  });

  const all = [
    ...presetSchemes.values(),
    ...[...realSchemes1, ...realSchemes2, ...realSchemes3].map(({ scheme }) => defineScheme(scheme)),
  ];

  test.each(all)('$name: every outcome has a line that can be read aloud', (scheme) => {
    const key = keyOf(scheme);
    const reached = new Set(key.map(({ outcome }) => outcome.id));
    for (const outcome of scheme.outcomes) expect(reached).toContain(outcome.id);
    for (const { text, outcome } of key) {
      expect(text).toMatch(/^\S.*\.$/);
      expect(text).not.toMatch(/variance|relative|>=|<=|[<>±−]|undefined|null|NaN|\[object/);
      expect(contrast(outcome.background, outcome.foreground)).toBeGreaterThanOrEqual(4.5);
    }
    for (const note of keyNotesOf(scheme)) expect(note).toMatch(/^[A-Z“].*\.$/s);
  });
});

describe('notes', () => {
  const notes = (changes: Partial<StatusScheme>) =>
    keyNotesOf(defineScheme({ ...(presetScheme('derby') as StatusScheme), id: 'changed', ...changes })).join(
      '\n',
    );

  test('say how figures are compared', () => {
    expect(notes({})).toContain('Figures are compared before they are rounded for printing.');
    expect(notes({ numeric: { compare: 'asDisplayed', rounding: 'halfUp' } })).toContain(
      'rounded as they are printed',
    );
  });
  test('say what a target of zero means', () => {
    expect(notes({})).toContain('any better figure is treated as far better');
    expect(notes({ zero: { kind: 'base', value: '20' } })).toContain('percentages are taken of 20');
    expect(notes({ zero: { kind: 'outcome', outcome: 'na' } })).toContain('the status is N/A');
  });
  test('say that a person may judge, and what the published rule leaves open', () => {
    expect(keyNotesOf(presetScheme('lincoln') as StatusScheme).join('\n')).toContain(
      'A person may give the status instead',
    );
    expect(notes({})).toContain('2%');
    expect(notes({})).toContain('not known from any published paper');
  });
});
