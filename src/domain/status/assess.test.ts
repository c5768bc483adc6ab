import { describe, expect, test } from 'vitest';
import { assessStatus } from './assess.ts';
import type { Condition } from './condition.ts';
import { casesOf } from './fixtures/case.ts';
import { derby } from './presets/derby.ts';
import { presetScheme } from './presets/index.ts';
import { amber, green, red } from './presets/palette.ts';
import { replay } from './replay.ts';
import { defineScheme, type SchemeInput, type StatusScheme } from './scheme.ts';

const judge = (line: string, scheme: StatusScheme) => {
  const [only] = casesOf(`${line} -> ?`);
  return assessStatus((only as { inputs: Parameters<typeof assessStatus>[0] }).inputs, scheme);
};

/** Green where the condition holds, else Red; Amber nowhere. */
const when = (condition: Condition, more: Partial<SchemeInput> = {}) =>
  defineScheme({
    id: 'one-rule',
    name: 'One rule',
    authorityNote: 'A test',
    version: 1,
    effectiveFrom: '2020-04-01',
    outcomes: [green, amber, red],
    rules: [{ id: 'rule', when: condition, outcome: 'green' }],
    otherwise: { outcome: 'red' },
    judgedKinds: ['targeted', 'trendOnly', 'dataOnly'],
    ...more,
  });

describe('each condition, and what it makes of something missing', () => {
  const table: [Condition, string, string][] = [
    [
      { kind: 'variance', from: 'target', form: 'absolute', atLeast: '-3' },
      'higher, target 10, actual 7',
      'Green',
    ],
    [
      { kind: 'variance', from: 'target', form: 'absolute', atLeast: '-3' },
      'higher, target 10, actual 6.9',
      'Red',
    ],
    [
      { kind: 'variance', from: 'target', form: 'points', atLeast: '-2' },
      'higher, unit percentage, target 90, actual 88',
      'Green',
    ],
    [
      { kind: 'variance', from: 'target', form: 'points', atLeast: '-2' },
      'higher, target 90, actual 88',
      'Cannot be judged',
    ],
    [
      { kind: 'variance', from: 'target', form: 'relative', above: '-5', atMost: '5' },
      'higher, target 100, actual 105',
      'Green',
    ],
    [
      { kind: 'variance', from: 'target', form: 'relative', above: '-5', atMost: '5' },
      'higher, target 100, actual 95',
      'Red',
    ],
    [
      { kind: 'variance', from: { constant: '85' }, form: 'absolute', below: '0' },
      'higher, actual 84',
      'Green',
    ],
    [
      { kind: 'variance', from: 'benchmarkMedian', form: 'relative', atLeast: '0' },
      'lower, benchmarkMedian 20, actual 20',
      'Green',
    ],
    [{ kind: 'meets', comparator: 'target', strictly: true }, 'higher, target 10, actual 10', 'Red'],
    [{ kind: 'meets', comparator: 'previous' }, 'closest, target 50, previous 44, actual 56', 'Green'],
    [{ kind: 'meets', comparator: 'previous' }, 'closest, target 50, previous 44, actual 57', 'Red'],
    [{ kind: 'meets', comparator: 'previous' }, 'within, low 40, high 60, previous 65, actual 36', 'Green'],
    [{ kind: 'meets', comparator: 'previous' }, 'within, low 40, high 60, previous 65, actual 34', 'Red'],
    [{ kind: 'meets', comparator: 'target' }, 'within, high 60, actual 2', 'Green'],
    [{ kind: 'meets', comparator: 'target' }, 'within, actual 2', 'No target'],
    [{ kind: 'meets', comparator: 'target' }, 'none, target 5, actual 5', 'Data only'],
    [{ kind: 'meets', comparator: 'target' }, 'target On track, actual Completed', 'Green'],
    [{ kind: 'meets', comparator: 'target' }, 'target Completed, actual On track', 'Red'],
    [{ kind: 'meets', comparator: 'target' }, 'target Yes, actual YES', 'Green'],
    [{ kind: 'meets', comparator: 'target' }, 'target Completed, actual 2018-09-30', 'Cannot be judged'],
    [
      { kind: 'variance', from: 'target', form: 'absolute', atLeast: '-7' },
      'target 2018-09-30, actual 2018-10-07',
      'Green',
    ],
    [
      { kind: 'variance', from: 'target', form: 'relative', atLeast: '-7' },
      'target 2018-09-30, actual 2018-10-07',
      'Cannot be judged',
    ],
    [{ kind: 'range', low: 'low', high: 'high', excludeHigh: true }, 'low 1, high 2, actual 2', 'Red'],
    [
      { kind: 'direction', basis: 'rolling', isOneOf: ['improving'] },
      'higher, direction rolling improving, actual 2',
      'Green',
    ],
    [{ kind: 'direction', basis: 'rolling', isOneOf: ['improving'] }, 'higher, actual 2', 'Cannot be judged'],
    [{ kind: 'run', side: 'worse', before: 2 }, 'actual 1, before worse worse better', 'Green'],
    [{ kind: 'run', side: 'worse', before: 2 }, 'actual 1, before worse', 'Red'],
    [{ kind: 'rank', places: '3' }, 'actual 1, rank 3 of 20', 'Green'],
    [{ kind: 'rank', percent: '25' }, 'actual 1, rank 6 of 23', 'Red'],
    [{ kind: 'denominator', atLeast: '10' }, 'actual 1, cases 10', 'Green'],
    [{ kind: 'denominator', atLeast: '10' }, 'actual 1', 'Cannot be judged'],
    [{ kind: 'flag', isOneOf: ['provisional'] }, 'actual 1, flag provisional', 'Green'],
    [{ kind: 'signal', isOneOf: ['shift'] }, 'actual 1, signal none', 'Red'],
    [{ kind: 'signal', isOneOf: ['shift'] }, 'actual 1', 'Cannot be judged'],
    [{ kind: 'forecastOutcome', isOneOf: ['green'] }, 'actual 1, forecastOutcome green', 'Green'],
    [
      { kind: 'share', outcomes: ['red'], below: '50' },
      'subject theme, actual 1, counts green 3 red 2',
      'Green',
    ],
    [
      { kind: 'share', outcomes: ['red'], below: '50' },
      'subject theme, actual 1, counts green 2 red 2',
      'Red',
    ],
    [
      { kind: 'count', outcomes: ['red'], atMost: '0' },
      'subject theme, actual 1, counts green 2 red 1',
      'Red',
    ],
    [{ kind: 'held', comparator: 'floor' }, 'higher, target 5, actual 1', 'Red'],
    [{ kind: 'unit', isOneOf: ['percentage'] }, 'actual 1, unit percentage', 'Green'],
    [{ kind: 'polarity', isOneOf: ['lower'] }, 'lower, actual 1', 'Green'],
    [{ kind: 'measureKind', isOneOf: ['trendOnly'] }, 'kind trendOnly, actual 1', 'Green'],
    [{ kind: 'not', of: { kind: 'meets', comparator: 'target' } }, 'higher, target 5, actual 4', 'Green'],
    // What is not known decides only where the answer hangs on it.
    [
      {
        kind: 'any',
        of: [
          { kind: 'meets', comparator: 'floor' },
          { kind: 'meets', comparator: 'target' },
        ],
      },
      'higher, target 5, actual 5',
      'Green',
    ],
    [
      {
        kind: 'any',
        of: [
          { kind: 'meets', comparator: 'floor' },
          { kind: 'meets', comparator: 'target' },
        ],
      },
      'higher, target 5, actual 4',
      'Cannot be judged',
    ],
    [
      {
        kind: 'all',
        of: [
          { kind: 'meets', comparator: 'floor' },
          { kind: 'meets', comparator: 'target' },
        ],
      },
      'higher, target 5, actual 4',
      'Red',
    ],
    [
      {
        kind: 'all',
        of: [
          { kind: 'held', comparator: 'floor' },
          { kind: 'meets', comparator: 'floor' },
        ],
      },
      'higher, target 5, actual 4',
      'Red',
    ],
  ];
  test.each(table)('%j: %s is %s', (condition, line, label) => {
    expect(judge(line, when(condition)).outcome.label).toBe(label);
  });
});

describe('states', () => {
  test.each([
    'blank',
    'notDue',
    'awaited',
    'notApplicable',
    'withheld',
    'suppressed',
    'notComparable',
    'unusable',
  ] as const)('a figure that is %s is that state, never a zero', (reason) => {
    const found = judge(`higher, target 10, actual ${reason}`, when({ kind: 'meets', comparator: 'target' }));
    expect(found).toMatchObject({ kind: 'state', state: reason, rule: `state/${reason}` });
  });
  test.each(['dataOnly', 'trendOnly', 'baselineYear', 'inDevelopment'])(
    'a %s measure is not judged',
    (kind) => {
      expect(judge(`higher, kind ${kind}, target 10, actual 1`, derby)).toMatchObject({
        kind: 'state',
        state: kind,
      });
    },
  );
  test('unknown may count as Red', () => {
    const strict = defineScheme({ ...derby, id: 'strict', states: { awaited: 'red' } });
    expect(judge('higher, target 10, actual awaited', strict)).toMatchObject({
      kind: 'state',
      outcome: { id: 'red' },
    });
  });
  test('want of a polarity is never skipped over into a Red', () => {
    const thurrock = presetScheme('thurrock') as StatusScheme;
    expect(judge('target 10, lastYear 5, actual 8', thurrock)).toMatchObject({
      state: 'unjudgeable',
      needs: 'polarity',
    });
  });
  test('a number in a milestone measure is not a step', () => {
    const inputs = {
      ...casesOf('target Completed, actual Completed -> ?')[0]?.inputs,
      actual: { kind: 'step', step: '2.0' },
    };
    expect(assessStatus(inputs as never, derby).outcome.label).toBe('N/A');
  });
});

describe('judged statuses', () => {
  const lincoln = presetScheme('lincoln') as StatusScheme;
  const inputs = casesOf('higher, low 80, high 90, actual 95, judged red -> ?')[0]?.inputs as Parameters<
    typeof assessStatus
  >[0];
  test('stand where the scheme allows it, with the computed one beside', () => {
    expect(assessStatus(inputs, lincoln)).toMatchObject({
      kind: 'judged',
      outcome: { id: 'red' },
      computed: { outcome: { id: 'green' } },
    });
  });
  test('count for nothing where it does not', () => {
    expect(judge('higher, target 10, actual 10, judged red', derby)).toMatchObject({
      kind: 'status',
      outcome: { id: 'green' },
    });
  });
  test.each(['by', 'reason', 'on'] as const)('need %s', (field) => {
    const unsigned = {
      ...inputs,
      judged: { outcome: 'red', by: 'A', reason: 'b', on: '2018-10-05', [field]: ' ' },
    };
    expect(assessStatus(unsigned, lincoln)).toMatchObject({ state: 'unjudgeable', needs: 'judgedReason' });
  });
});

test('replaying another scheme over history says what changes', () => {
  const lines = [
    'higher, target 100, actual 96',
    'higher, target 100, actual 100',
    'lower, target 10, actual 10.3',
    'higher, target 100, actual awaited',
  ];
  const rows = lines.map((line, at) => {
    const inputs = casesOf(`${line} -> ?`)[0]?.inputs as Parameters<typeof assessStatus>[0];
    return {
      measure: `M${at}`,
      period: '2018-19/Q2',
      inputs,
      was: assessStatus(inputs, derby).outcome.label,
    };
  });
  expect(replay(derby, rows).changes).toEqual([]);
  const strict = defineScheme({
    ...derby,
    id: 'no-tolerance',
    parameters: derby.parameters.map((each) => (each.id === 'amber' ? { ...each, value: '0' } : each)),
  });
  const replayed = replay(strict, rows);
  expect(replayed.movements).toEqual([{ from: 'Amber', to: 'Red', count: 2 }]);
  expect(replayed.changes.map(({ measure }) => measure)).toEqual(['M0', 'M2']);
  expect(replayed.rows).toHaveLength(4);
});

test('compiled once, a scheme gives the same assessment object every time', () => {
  expect(judge('higher, target 10, actual 10', derby)).toBe(judge('higher, target 20, actual 20', derby));
});
