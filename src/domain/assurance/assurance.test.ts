import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assuranceProblems, standingTest, testedInWords } from './assurance.ts';
import { drawSample } from './sample.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('what a result must say', () => {
  it.each([
    ['agreed', '', null, []],
    ['agreed', 'Counted again from the register.', '56.3%', []],
    ['minorDifference', 'One case was counted twice.', '56.0%', []],
    ['minorDifference', '', null, ['note', 'found']],
    ['notAgreed', 'The list is of another quarter.', null, ['found']],
    ['noEvidence', '', null, ['note']],
    ['noEvidence', 'The export was not kept.', null, []],
    ['', '', null, ['result', 'note']],
    ['perfect', 'Good.', null, ['result']],
  ] as const)('%s, note “%s”, figure %s: %j', (result, note, found, fields) => {
    expect(assuranceProblems({ result, note, found }).map(({ field }) => field)).toEqual(fields);
  });
});

it('speaks of the figure that was tested, and not of one that was recorded afterwards', () => {
  const result = { measure: 'A', period: '2018-19/Q2', result: 'agreed', testedOn: '2018-12-03' } as const;
  const tested = { ...result, recordedAt: '2018-12-03T10:00:00.000Z' };
  expect(testedInWords(standingTest(tested, ['2018-10-12T15:00:00.000Z']))).toBe(
    'Tested by internal audit on 3 December 2018: the figure agreed with its source',
  );
  const corrected = standingTest(tested, ['2018-10-12T15:00:00.000Z', '2019-01-09T09:00:00.000Z']);
  expect(testedInWords(corrected)).toBe(
    'Tested by internal audit on 3 December 2018: the figure of that day agreed with its source. It has been recorded again since',
  );
});

describe('a sample', () => {
  const codes = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 30 });

  it('is the same whoever draws it again, and does not depend on the order of the list', () => {
    fc.assert(
      fc.property(codes, fc.nat(40), fc.string(), (some, size, seed) => {
        const drawn = drawSample(some, size, seed, sha256);
        expect(drawSample([...some].reverse(), size, seed, sha256)).toEqual(drawn);
        expect(drawn).toHaveLength(Math.min(size, some.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const code of drawn) expect(some).toContain(code);
      }),
    );
  });

  it('keeps those already drawn when it is made larger', () => {
    fc.assert(
      fc.property(codes, fc.nat(20), fc.string(), (some, size, seed) => {
        const small = drawSample(some, size, seed, sha256);
        expect(drawSample(some, size + 3, seed, sha256).slice(0, small.length)).toEqual(small);
      }),
    );
  });

  it('favours nobody: over many seeds each of ten measures is drawn about as often', () => {
    const ten = Array.from({ length: 10 }, (_, index) => `M${index}`);
    const times = new Map(ten.map((code) => [code, 0]));
    for (let seed = 0; seed < 2_000; seed++) {
      for (const code of drawSample(ten, 3, `seed ${seed}`, sha256))
        times.set(code, (times.get(code) ?? 0) + 1);
    }
    // 600 expected of each, standard deviation 20: nothing here is by chance, the seeds are fixed.
    for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(80);
  });
});
