import { describe, expect, test } from 'vitest';
import { decimal } from '../number/decimal.ts';
import type { Unit } from '../number/unit.ts';
import { assessStatus } from './assess.ts';
import { explain } from './explain.ts';
import { casesOf } from './fixtures/case.ts';
import { presetCases } from './fixtures/preset-cases.ts';
import { realSchemes1 } from './fixtures/real-schemes-1.ts';
import { realSchemes2 } from './fixtures/real-schemes-2.ts';
import { realSchemes3 } from './fixtures/real-schemes-3.ts';
import type { StatusInputs } from './inputs.ts';
import { derby } from './presets/derby.ts';
import { presetScheme, presetSchemes } from './presets/index.ts';
import { defineScheme, type StatusScheme } from './scheme.ts';

const reasons = (line: string, scheme: StatusScheme, unit?: Unit) => {
  const { inputs } = casesOf(`${line} -> ?`)[0] as { inputs: StatusInputs };
  const asked = unit === undefined ? inputs : { ...inputs, unit };
  return explain(asked, scheme, assessStatus(asked, scheme));
};
const preset = (id: string) => presetScheme(id) as StatusScheme;

test.each([
  ['lower, target 420, actual 402', 'derby', '4.3% better than target'],
  ['higher, target 375, actual 366', 'derby', '2.4% worse than target'],
  ['higher, target 86, actual 86', 'derby', 'on target'],
  ['within, low 40, high 60, actual 55', 'derby', 'inside its range'],
  ['lower, target 85, actual 100.1', 'toowoomba', '84.9% of target; 0.1 from Green'],
  [
    'higher, target 95, floor 90, actual 92',
    'kent',
    '2.0 better than the floor standard and 3.0 worse than target',
  ],
  [
    'higher, target 50, yearTarget 100, forecast 100, actual 40',
    'medway',
    '10.0 worse than target; the year-end forecast is on the year-end target',
  ],
  ['higher, target 420, actual 402', 'cambridgeshire', '4.3% worse than target'],
  ['higher, target 375, actual 366', 'lincoln', '9.0 worse than the lower target'],
  ['higher, actual 5', 'derby', 'no target is held for this figure'],
  ['target Completed, actual Major slippage', 'derby', ''],
])('in brief, beside the figures: %s under %s', (line, id, brief) => {
  expect(reasons(line, preset(id)).brief).toBe(brief);
});

test('a distance without end is rounded so that what it promises stays true', () => {
  const third = reasons('higher, target 88, actual 90.90909090909090909091', derby);
  expect(third.distanceSentence).toBe('More than 1.15 fewer would make it Green.');
});

test('Derby: comparator, exact variance, rule, version, sentence and distance', () => {
  const found = reasons('higher, target 375, actual 366', derby);
  expect(found).toMatchObject({
    scheme: { id: 'derby', version: 1 },
    rule: 'amber',
    kind: 'status',
    outcome: { id: 'amber', label: 'Amber' },
    actual: { value: '366', display: '366.0' },
    comparator: {
      comparator: 'target',
      value: '375',
      display: '375.0',
      variance: { numerator: '-9', denominator: '375', display: '-2.4%' },
      better: false,
    },
    sentence:
      'Actual 366.0 is 2.4% below the target of 375.0; Amber is worse than target by up to and including 5%.',
    distanceSentence: '9.0 more would make it Green; more than 9.75 fewer would make it Red.',
  });
  expect(
    found.distances.map(({ amount, at, edgeIncluded, change }) => [amount, at, edgeIncluded, change]),
  ).toEqual([
    ['9', '375', true, 'more'],
    ['9.75', '356.25', false, 'less'],
  ]);
});

describe('sentences', () => {
  const days: Unit = { kind: 'duration', decimals: 1, noun: 'days' };
  const percentage: Unit = { kind: 'percentage', decimals: 1 };
  test.each([
    [
      'lower, target 10, actual 15.1',
      'derby',
      days,
      'Actual 15.1 days is 51.0% above the target of 10.0 days (lower is better); Red is worse than target by more than 5%.',
      '4.6 fewer days would make it Amber.',
    ],
    [
      'higher, target 86, actual 86',
      'derby',
      percentage,
      'Actual 86.0% is on the target of 86.0%; Green is on target, or better by less than 2%.',
      '1.72 percentage points higher would make it Blue; anything lower would make it Amber.',
    ],
    [
      'higher, target 82, actual 78.3',
      'derby',
      percentage,
      'Actual 78.3% is 3.7 percentage points, or 4.5%, below the target of 82.0%; Amber is worse than target by up to and including 5%.',
      '3.7 percentage points higher would make it Green; more than 0.4 percentage points lower would make it Red.',
    ],
    [
      'higher, target 95, floor 90, actual 92',
      'kent',
      percentage,
      'Actual 92.0% is 2.0 percentage points above the floor standard of 90.0% and 3.0 percentage points below the target of 95.0%; Amber is worse than target, but on the floor standard or better.',
      '3.0 percentage points higher would make it Green; more than 2.0 percentage points lower would make it Red.',
    ],
    [
      'lower, target 0, actual 3',
      'derby',
      { kind: 'number', decimals: 0 } as Unit,
      'Actual 3 is 3 above the target of 0 (lower is better); Red is worse than target by more than 5%.',
      '3 fewer would make it Green.',
    ],
    [
      'lower, target 85, actual 100.1',
      'toowoomba',
      undefined,
      'Actual 100.1 is 84.9% of the target of 85.0; Amber is 50% or more of the target achieved, but less than 85%. Only 0.1 from Green.',
      'More than 69.9 more would make it Red; 0.1 fewer would make it Green.',
    ],
    [
      'within, low 40, high 60, actual 55',
      'derby',
      undefined,
      'Actual 55.0 is inside the range of 40.0 to 60.0; Green is on target, or better by less than 2%.',
      'More than 5.0 more would make it Amber; more than 15.0 fewer would make it Amber.',
    ],
    [
      'higher, target 50, yearTarget 100, forecast 100, actual 40',
      'medway',
      undefined,
      'Actual 40.0 is 10.0 below the target of 50.0; the year-end forecast of 100.0 is on the year-end target of 100.0; Amber is worse than target, but the year-end forecast is on the year-end target or better.',
      null,
    ],
    ['higher, actual 5', 'derby', undefined, 'No target: no target is held for this figure.', null],
    [
      'target 5, actual 5',
      'derby',
      undefined,
      'Cannot be judged: nobody has confirmed whether higher or lower is better.',
      null,
    ],
    [
      'higher, target 95, actual 92',
      'kent',
      undefined,
      'Cannot be judged: the floor standard is not held.',
      null,
    ],
    [
      'target Completed, actual Major slippage',
      'derby',
      undefined,
      'Major slippage counts as Red; the target is Completed.',
      null,
    ],
    [
      'target 2018-09-30, actual 2018-10-02',
      'derby',
      undefined,
      'Actual 02-Oct-2018 is 2 days after 30-Sep-2018; Red is worse than target.',
      null,
    ],
    [
      'higher, low 80, high 90, actual 95, judged red',
      'lincoln',
      undefined,
      'Red was given by A partner on 2018-10-05: agreed at review.',
      null,
    ],
  ] as [string, string, Unit | undefined, string, string | null][])(
    '%s under %s',
    (line, id, unit, sentence, distance) => {
      const found = reasons(line, preset(id), unit);
      expect(found.sentence).toBe(sentence);
      if (distance !== null) expect(found.distanceSentence).toBe(distance);
    },
  );
});

test('a judged status keeps the computed one beside it', () => {
  const found = reasons('higher, low 80, high 90, actual 95, judged red', preset('lincoln'));
  expect(found.computed?.outcome.label).toBe('Green');
  expect(found.computed?.sentence).toContain('on the higher target or better');
});

test('a tolerance of its own is in the sentence, with its reason beside', () => {
  const found = reasons('higher, target 100, actual 90, tolerance 10', derby);
  expect(found.sentence).toContain('worse than target by up to and including 10%');
  expect(found.parameters).toContainEqual({ id: 'amber', value: '10', level: 'measure', reason: 'agreed' });
  expect(found.distanceSentence).toContain('anything lower would make it Red');
});

test('the nearest override to the figure wins', () => {
  const override = (level: 'scorecard' | 'measure' | 'period', value: string) =>
    ({ parameter: 'amber', value: decimal(value), level, reason: `by ${level}` }) as const;
  const { inputs } = casesOf('higher, target 100, actual 90 -> ?')[0] as { inputs: StatusInputs };
  const judged = (...overrides: ReturnType<typeof override>[]) =>
    assessStatus({ ...inputs, overrides }, derby).outcome.id;
  expect(judged()).toBe('red');
  expect(judged(override('scorecard', '10'))).toBe('amber');
  expect(judged(override('measure', '9'), override('scorecard', '10'))).toBe('red');
  expect(judged(override('period', '12'), override('measure', '9'), override('scorecard', '8'))).toBe(
    'amber',
  );
});

test('where figures are rounded first, the distance is in figures that can be displayed', () => {
  const scheme = defineScheme({ ...derby, id: 'derby-shown', numeric: { compare: 'asDisplayed' } });
  expect(reasons('higher, target 375, actual 366.04', scheme).distanceSentence).toBe(
    '9.0 more would make it Green; 9.8 fewer would make it Red.',
  );
});

describe('every case of every scheme', () => {
  const tables = [
    ...[...presetSchemes.values()].map((scheme) => ({ scheme, cases: presetCases[scheme.id] ?? '' })),
    ...[...realSchemes1, ...realSchemes2, ...realSchemes3].map(({ scheme, cases }) => ({
      scheme: defineScheme(scheme),
      cases,
    })),
  ];
  test.each(tables)('$scheme.name: is explained, and its distances hold', ({ scheme, cases }) => {
    for (const { inputs, line } of casesOf(cases)) {
      const assessment = assessStatus(inputs, scheme);
      const found = explain(inputs, scheme, assessment);
      expect(found.sentence, line).toMatch(/^\S.*\.$/);
      expect(found.sentence, line).not.toMatch(/undefined|null|NaN|\[object|variance/);
      for (const { at, edgeIncluded, outcome, change } of found.distances) {
        const move = edgeIncluded ? '0' : change === 'more' ? '0.000000001' : '-0.000000001';
        const there = { kind: 'number' as const, value: decimal(at).plus(decimal(move)) };
        expect(assessStatus({ ...inputs, actual: there }, scheme).outcome.label, line).toBe(outcome.label);
      }
    }
  });
});
