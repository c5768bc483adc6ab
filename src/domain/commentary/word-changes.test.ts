import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf, wordChanges } from './word-changes.ts';

describe('what changed between two texts', () => {
  it.each([
    ['It fell.', 'It fell.', 'It fell.'],
    ['It fell.', 'It fell again.', 'It fell[+ again].'],
    ['', 'New.', '[+New.]'],
    ['Old.', '', '[-Old.]'],
  ])('%j to %j', (before, after, shown) => {
    const marks = { same: ['', ''], added: ['[+', ']'], removed: ['[-', ']'] };
    const said = wordChanges(before, after).map(({ kind, text }) => marks[kind].join(text));
    expect(said.join('')).toBe(shown);
  });

  it('holds both texts whole, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '\n', '£', '😀'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after);
        const kept = (left: string) => changes.filter(({ kind }) => kind !== left).map((one) => one.text);
        expect(kept('added').join('')).toBe(before);
        expect(kept('removed').join('')).toBe(after);
      }),
    );
  });

  it('shows very long texts one after the other', () => {
    const long = 'word '.repeat(10_000);
    expect(wordChanges(long, `${long}x`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

it('finds the sentences of a text', () => {
  expect(sentencesOf('It fell by 2.5%. Why?\n\n- staff left\n2. illness. More.')).toEqual([
    'It fell by 2.5%.',
    'Why?',
    'staff left',
    'illness.',
    'More.',
  ]);
});
