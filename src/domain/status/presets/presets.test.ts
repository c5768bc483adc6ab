import { describe, expect, test } from 'vitest';
import { assessStatus } from '../assess.ts';
import { casesOf } from '../fixtures/case.ts';
import { presetCases } from '../fixtures/preset-cases.ts';
import { parseScheme } from '../scheme.ts';
import { presetScheme, presetSchemes } from './index.ts';

describe('the schemes that come with the product', () => {
  test('there are at least twelve, and each has its table', () => {
    expect(presetSchemes.size).toBeGreaterThanOrEqual(12);
    expect(Object.keys(presetCases).sort()).toEqual([...presetSchemes.keys()].sort());
  });

  for (const [id, scheme] of presetSchemes) {
    describe(scheme.name, () => {
      test.each(casesOf(presetCases[id] ?? ''))('$line', ({ inputs, expected }) => {
        expect(assessStatus(inputs, scheme).outcome.label).toBe(expected);
      });

      test('is plain JSON that reads back as itself', () => {
        expect(parseScheme(JSON.parse(JSON.stringify(scheme)))).toEqual({ scheme });
      });
    });
  }

  test('Cambridgeshire asks for actions only at Red, and shows Blue as an exception', () => {
    const scheme = presetScheme('cambridgeshire');
    const asked = scheme?.outcomes.filter((outcome) => outcome.needsCommentary.includes('actions'));
    expect(asked?.map((outcome) => outcome.label)).toEqual(['Red']);
    expect(scheme?.outcomes.filter((outcome) => outcome.isException).map(({ label }) => label)).toEqual([
      'Blue',
      'Red',
    ]);
  });

  test('an id that is no preset gives null', () => {
    expect(presetScheme('nowhere')).toBeNull();
  });
});
