import { describe, expect, test } from 'vitest';
import { assessStatus } from './assess.ts';
import { casesOf } from './fixtures/case.ts';
import { presetCases } from './fixtures/preset-cases.ts';
import { realSchemes1 } from './fixtures/real-schemes-1.ts';
import { realSchemes2 } from './fixtures/real-schemes-2.ts';
import { realSchemes3 } from './fixtures/real-schemes-3.ts';
import { presetScheme } from './presets/index.ts';
import { parseScheme, type StatusScheme } from './scheme.ts';

/** Rows of the survey of schemes in use that come as presets. */
const presetRows: Record<number, string> = {
  1: 'derby',
  3: 'havering-2013',
  5: 'kent',
  8: 'lincoln',
  9: 'east-riding',
  10: 'norfolk-2013',
  11: 'cambridgeshire',
  13: 'belfast',
  15: 'maidstone',
  16: 'thurrock',
  17: 'medway',
  26: 'toowoomba',
};

const others = [...realSchemes1, ...realSchemes2, ...realSchemes3];

/** A scheme as it would come from a file: text, parsed, checked. */
function fromFile(scheme: unknown): StatusScheme {
  const read = parseScheme(JSON.parse(JSON.stringify(scheme)));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.scheme;
}

describe('all 31 schemes in use can be written as data', () => {
  test('every row of the survey is here once', () => {
    const rows = [...Object.keys(presetRows).map(Number), ...others.map(({ row }) => row)];
    expect(rows.sort((a, b) => a - b)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  });

  for (const [row, id] of Object.entries(presetRows)) {
    test(`${row}. ${id} (preset)`, () => {
      const scheme = fromFile(presetScheme(id));
      const cases = casesOf(presetCases[id] ?? '');
      expect(cases.length).toBeGreaterThanOrEqual(4);
      for (const { line, inputs, expected } of cases)
        expect(`${line} = ${assessStatus(inputs, scheme).outcome.label}`).toBe(`${line} = ${expected}`);
    });
  }

  for (const { row, scheme: written, cases } of others) {
    test(`${row}. ${written.name}`, () => {
      const scheme = fromFile(written);
      const table = casesOf(cases);
      expect(table.length).toBeGreaterThanOrEqual(3);
      for (const { line, inputs, expected } of table)
        expect(`${line} = ${assessStatus(inputs, scheme).outcome.label}`).toBe(`${line} = ${expected}`);
    });
  }
});
