import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { standardStates } from './outcome.ts';
import { derby } from './presets/derby.ts';
import { allOutcomes, defineScheme, parseScheme, stateOutcome } from './scheme.ts';

type Json = Record<string, unknown>;
const copy = (): Json => JSON.parse(JSON.stringify(derby));

/** The problems of Derby with one thing changed. */
function problemsWith(change: (scheme: Json) => void) {
  const scheme = copy();
  change(scheme);
  const read = parseScheme(scheme);
  return 'problems' in read ? read.problems : [];
}
const rule = (scheme: Json, at: number) => (scheme.rules as Json[])[at] as Json;
const outcome = (scheme: Json, at: number) => (scheme.outcomes as Json[])[at] as Json;

describe('a scheme is refused with every problem, its place and its remedy', () => {
  test.each([
    ['no otherwise', (s: Json) => delete s.otherwise, 'otherwise', 'is missing.'],
    ['a misspelt field', (s: Json) => (s.ruels = []), 'ruels', 'not a field'],
    [
      'a rule to no outcome',
      (s: Json) => (rule(s, 1).outcome = 'gren'),
      'rules[1].outcome',
      'no outcome is called "gren"',
    ],
    [
      'an unknown parameter',
      (s: Json) => ((rule(s, 0).when as Json).atLeast = 'azure'),
      'rules[0].when',
      'no parameter is called "azure"',
    ],
    [
      'a float too long',
      (s: Json) => (((s.parameters as Json[])[0] as Json).value = 0.1 + 0.2),
      'parameters[0].value',
      'not a plain number',
    ],
    [
      'a bound in words',
      (s: Json) => ((rule(s, 0).when as Json).atLeast = '5%'),
      'rules[0].when.atLeast',
      'neither a number',
    ],
    [
      'both edges',
      (s: Json) => ((rule(s, 0).when as Json).above = '1'),
      'rules[0].when',
      'both atLeast and above',
    ],
    ['no edge', (s: Json) => delete (rule(s, 0).when as Json).atLeast, 'rules[0].when', 'no edge'],
    [
      'an unknown condition',
      (s: Json) => (rule(s, 0).when = { kind: 'mood' }),
      'rules[0].when',
      'not a kind',
    ],
    [
      'an unknown comparator',
      (s: Json) => ((rule(s, 0).when as Json).from = 'hope'),
      'rules[0].when.from',
      'not allowed',
    ],
    [
      'an unknown shape',
      (s: Json) => (outcome(s, 0).shape = 'heart'),
      'outcomes[0].shape',
      'not one of the words',
    ],
    [
      'a colour name',
      (s: Json) => (outcome(s, 0).background = 'blue'),
      'outcomes[0].background',
      'not a colour',
    ],
    [
      'poor contrast',
      (s: Json) => (outcome(s, 0).foreground = '#7fb0e0'),
      'outcomes[0].foreground',
      'contrast of only',
    ],
    [
      'two outcomes with one id',
      (s: Json) => (outcome(s, 1).id = 'blue'),
      'outcomes',
      'the id of two outcomes',
    ],
    [
      'outcomes told apart by colour alone',
      (s: Json) => Object.assign(outcome(s, 1), { letter: 'B', shape: 'star' }),
      'outcomes',
      'colour alone',
    ],
    ['two rules with one id', (s: Json) => (rule(s, 1).id = 'blue'), 'rules', 'the id of two rules'],
    [
      'a state to no outcome',
      (s: Json) => (s.states = { awaited: 'purple' }),
      'states.awaited',
      'no outcome is called',
    ],
    ['an unknown state', (s: Json) => (s.states = { lost: 'red' }), 'states', ''],
    ['a date that is none', (s: Json) => (s.effectiveFrom = '31/03/2018'), 'effectiveFrom', 'not a date'],
    [
      'an end before its beginning',
      (s: Json) => (s.effectiveTo = '2018-03-31'),
      'effectiveTo',
      'before effectiveFrom',
    ],
    ['a zero base', (s: Json) => (s.zero = { kind: 'base', value: '0.0' }), 'zero.value', 'itself zero'],
    ['a tolerance that is no parameter', (s: Json) => (s.tolerance = 'slack'), 'tolerance', 'no parameter'],
    ['a version of nought', (s: Json) => (s.version = 0), 'version', ''],
    ['text for a list', (s: Json) => (s.rules = 'derby'), 'rules', 'not of the right type'],
  ])('%s', (_name, change, path, message) => {
    const problems = problemsWith(change);
    const found = problems.find((problem) => problem.path.startsWith(path));
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(found?.message).toContain(message);
    expect(found?.remedy).not.toBe('');
  });

  test('all at once', () => {
    const problems = problemsWith((scheme) => {
      rule(scheme, 0).outcome = 'a';
      rule(scheme, 1).outcome = 'b';
      scheme.tolerance = 'c';
    });
    expect(problems.map(({ path }) => path)).toEqual(['rules[0].outcome', 'rules[1].outcome', 'tolerance']);
  });

  test.each([null, undefined, 7, 'derby', []])('not a scheme at all: %j', (value) => {
    expect(parseScheme(value)).toHaveProperty('problems');
  });

  test('nested beyond reason', () => {
    const depth = 100_000;
    const text = `{"rules":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(parseScheme(JSON.parse(text))).toMatchObject({
      problems: [{ message: expect.stringContaining('50 levels') }],
    });
  });

  test('our own presets fail loudly', () => {
    expect(() => defineScheme({ ...derby, otherwise: { outcome: 'gren' } })).toThrow(
      /otherwise.outcome.*gren/s,
    );
  });
});

test('JSON numbers are taken by their digits', () => {
  const scheme = copy();
  ((scheme.parameters as Json[])[0] as Json).value = 2.5;
  (rule(scheme, 1).when as Json).atLeast = 0;
  const read = parseScheme(scheme);
  expect('scheme' in read && read.scheme.parameters[0]?.value).toBe('2.5');
});

test('contrast follows WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
  expect(() => contrast('red', '#ffffff')).toThrow(RangeError);
});

test('every standard state can be read, and a scheme may replace any', () => {
  for (const state of Object.values(standardStates))
    expect(contrast(state.background, state.foreground)).toBeGreaterThanOrEqual(4.5);
  expect(stateOutcome(derby, 'blank').label).toBe('N/A');
  expect(stateOutcome(derby, 'awaited').label).toBe('Awaited');
  const ids = allOutcomes(derby).map(({ id }) => id);
  expect(ids.slice(0, 5)).toEqual(['blue', 'green', 'amber', 'red', 'na']);
  expect(ids).not.toContain('blank');
});
