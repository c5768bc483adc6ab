import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authority, measure, observation, target } from '../../../test/fixtures/small-authority.ts';
import { presetDirection } from '../direction/presets.ts';
import { evaluate } from '../evaluate.ts';
import type { Facts } from '../facts.ts';
import { periodOf } from '../period/parse.ts';
import { snapshotOf } from '../snapshot.ts';
import { derby } from '../status/presets/derby.ts';
import { statusByDirection, statusByForecast, statusesIn } from './crossed.ts';
import { movementBetween } from './movement.ts';

const [Q1, Q2] = ['2018-19/Q1', '2018-19/Q2'];

const judged = (facts: Facts, period: string) =>
  evaluate(
    snapshotOf(facts, { period: periodOf(period), scorecard: null, asAt: null }),
    derby,
    presetDirection('derby'),
  );

/** A measure with a target of 100 in both quarters; `null` where no figure was supplied. */
const standing = (code: string, q1: string | null, q2: string | null) => ({
  observations: [
    ...(q1 === null ? [] : [observation(code, Q1, 'actual', q1)]),
    ...(q2 === null ? [] : [observation(code, Q2, 'actual', q2)]),
  ],
  targets: [target(code, Q1, '100'), target(code, Q2, '100')],
});

const held = (rows: readonly (readonly [string, string | null, string | null])[]): Facts => {
  const all = rows.map(([code, q1, q2]) => standing(code, q1, q2));
  return authority(
    rows.map(([code]) => measure(code)),
    {
      observations: all.flatMap(({ observations }) => observations),
      targets: all.flatMap(({ targets }) => targets),
    },
  );
};

describe('movement between two quarters, target 100 in both', () => {
  // 102 and more is Blue, 100 Green, 95 Amber, less Red.
  const rows = [
    ['Q1', 'Q2', 'list'],
    ['94', '96', 'better'],
    ['96', '100', 'better'],
    ['100', '102', 'better'],
    ['102', '100', 'worse'],
    ['100', '94', 'worse'],
    ['96', '97', 'alike'],
    ['94', '10', 'alike'],
    [null, '100', 'newlyJudged'],
    ['100', null, 'noLongerJudged'],
    [null, null, 'notJudged'],
  ] as const;

  it.each(rows.slice(1))('from %s to %s is %s', (q1, q2, list) => {
    const facts = held([['HOM 1', q1, q2]]);
    const movement = movementBetween(judged(facts, Q2).measures, judged(facts, Q1).measures);
    const found = Object.entries(movement).flatMap(([name, some]) => (some.length > 0 ? [name] : []));
    expect(found).toEqual([list]);
  });

  it('names what joined and what left', () => {
    const facts = held([
      ['A', '100', '100'],
      ['B', '100', '100'],
    ]);
    const only = (code: string, validFrom: string) => ({
      ...facts.scorecards[0]!,
      validFrom,
      measures: [code],
    });
    const changed = { ...facts, scorecards: [only('A', '2016-04-01'), only('B', '2018-07-01')] };
    const { joined, left } = movementBetween(judged(changed, Q2).measures, judged(changed, Q1).measures);
    expect([joined, left].map((some) => some.map(({ snapshot }) => snapshot.version.code))).toEqual([
      ['B'],
      ['A'],
    ]);
  });

  it('holds nothing against a figure of another definition', () => {
    const facts = held([['A', '100', '50']]);
    const broken = measure('A', { validFrom: '2018-07-01', definition: { breaksSeries: true } });
    const changed = { ...facts, measures: [...facts.measures, broken] };
    const movement = movementBetween(judged(changed, Q2).measures, judged(changed, Q1).measures);
    expect(movement.notComparable).toHaveLength(1);
    expect(movement.worse).toHaveLength(0);
  });
});

describe('laws', () => {
  const figure = fc.oneof(
    fc.constant(null),
    fc.integer({ min: 80, max: 120 }).map((each) => String(each)),
  );
  const rows = fc
    .array(fc.tuple(figure, figure), { maxLength: 12 })
    .map((pairs) => pairs.map(([q1, q2], index) => [`M${index}`, q1, q2] as const));

  it('every measure is in exactly one list, and the way back swaps better and worse', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const facts = held(some);
        const [now, before] = [judged(facts, Q2).measures, judged(facts, Q1).measures];
        const movement = movementBetween(now, before);
        const listed = Object.values(movement).reduce((sum, each) => sum + each.length, 0);
        expect(listed).toBe(some.length);
        const back = movementBetween(before, now);
        expect(back.better.length).toBe(movement.worse.length);
        expect(back.noLongerJudged.length).toBe(movement.newlyJudged.length);
      }),
    );
  });

  it('the lines and columns of a table of counts sum to the measures', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const { measures, scheme } = judged(held(some), Q2);
        const byForecast = statusByForecast(measures, scheme.outcomes).lines;
        for (const lines of [statusByDirection(measures, scheme.outcomes), byForecast]) {
          for (const { counts, all } of lines) expect(counts.reduce((sum, each) => sum + each, 0)).toBe(all);
          expect(lines.reduce((sum, { all }) => sum + all, 0)).toBe(some.length);
        }
      }),
    );
  });

  it('a status without a measure keeps its line; states have one line where they occur', () => {
    const { measures, scheme } = judged(held([['A', '100', '100']]), Q2);
    const labels = statusesIn(measures, scheme.outcomes).map((each) => each?.label ?? 'none');
    expect(labels).toEqual(['Blue', 'Green', 'Amber', 'Red']);
    const awaited = judged(held([['A', '100', null]]), Q2);
    expect(statusesIn(awaited.measures, scheme.outcomes).at(-1)).toBeNull();
  });
});
