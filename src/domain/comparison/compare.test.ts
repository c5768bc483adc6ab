import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateDemo } from '../../demo/evaluate-demo.ts';
import type { Evaluation } from '../evaluate.ts';
import { type Comparison, compareEvaluations, isSame } from './compare.ts';

/** What the demonstration city knew of its quarters on different days, and of its scorecards. */
const sides: Evaluation[] = [
  evaluateDemo(),
  evaluateDemo('2018-19/Q2', { asAt: '2018-11-01T00:00:00.000Z' }),
  evaluateDemo('2018-19/Q1'),
  evaluateDemo('2017-18/Q4'),
  evaluateDemo('2017-18/Q2', { asAt: '2017-11-30T00:00:00.000Z' }),
];
/** Some of the measures of any of them. */
const anEvaluation = fc
  .record({ side: fc.constantFrom(...sides), kept: fc.infiniteStream(fc.boolean()) })
  .map(({ side, kept }): Evaluation => {
    const keep = kept[Symbol.iterator]();
    return { ...side, measures: side.measures.filter(() => keep.next().value !== false) };
  });

const mirrored = (one: Comparison) => ({
  differences: one.differences.map(({ measure, aspect, was, is }) => ({ measure, aspect, was: is, is: was })),
  joined: one.left.map(({ measure }) => measure),
  left: one.joined.map(({ measure }) => measure),
  nowExceptions: one.noLongerExceptions.map(({ measure }) => measure),
  noLongerExceptions: one.nowExceptions.map(({ measure }) => measure),
  counts: one.counts.map(({ outcome, now, forecast }) => ({
    outcome,
    now: { was: now.is, is: now.was },
    forecast: { was: forecast.is, is: forecast.was },
  })),
});
const plain = (one: Comparison) => mirrored(mirrored2(one));
const mirrored2 = (one: Comparison): Comparison => ({
  ...one,
  differences: one.differences.map((each) => ({ ...each, was: each.is, is: each.was })),
  joined: one.left,
  left: one.joined,
  nowExceptions: one.noLongerExceptions,
  noLongerExceptions: one.nowExceptions,
  counts: one.counts.map((each) => ({
    ...each,
    now: { was: each.now.is, is: each.now.was },
    forecast: { was: each.forecast.is, is: each.forecast.was },
  })),
});
const inAnyOrder = (of: ReturnType<typeof mirrored>) =>
  Object.fromEntries(
    Object.entries(of).map(([name, list]) => [name, list.map((each) => JSON.stringify(each)).sort()]),
  );

describe('comparing two evaluations', () => {
  it('of one with itself finds nothing', () => {
    fc.assert(
      fc.property(anEvaluation, (one) => {
        const same = compareEvaluations(one, one);
        expect(isSame(same)).toBe(true);
        expect([...same.nowExceptions, ...same.noLongerExceptions]).toEqual([]);
        for (const { now, forecast } of same.counts) {
          expect(now.was).toBe(now.is);
          expect(forecast.was).toBe(forecast.is);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('the other way round is its mirror image', () => {
    fc.assert(
      fc.property(anEvaluation, anEvaluation, (one, other) => {
        const [there, back] = [compareEvaluations(one, other), compareEvaluations(other, one)];
        expect(inAnyOrder(mirrored(back))).toEqual(inAnyOrder(plain(there)));
      }),
      { numRuns: 30 },
    );
  });

  it('quotes both values of every difference, and they differ', () => {
    fc.assert(
      fc.property(anEvaluation, anEvaluation, (one, other) => {
        for (const { was, is } of compareEvaluations(one, other).differences) {
          expect(was.trim()).not.toBe('');
          expect(is.trim()).not.toBe('');
          expect(was).not.toBe(is);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('counts every measure once on each side, now and in forecast', () => {
    fc.assert(
      fc.property(anEvaluation, anEvaluation, (one, other) => {
        const { counts } = compareEvaluations(one, other);
        const sum = (of: (typeof counts)[number]['now'][]) => ({
          was: of.reduce((all, { was }) => all + was, 0),
          is: of.reduce((all, { is }) => all + is, 0),
        });
        const measures = { was: one.measures.length, is: other.measures.length };
        expect(sum(counts.map(({ now }) => now))).toEqual(measures);
        expect(sum(counts.map(({ forecast }) => forecast))).toEqual(measures);
      }),
      { numRuns: 30 },
    );
  });

  it('finds what was restated after the quarter was published: one figure, its status, its texts', () => {
    const [now, then] = sides as [Evaluation, Evaluation];
    const { differences, noLongerExceptions } = compareEvaluations(then, now);
    const own = differences.filter(({ measure }) => measure === 'IG/20');
    expect(own).toMatchObject([
      { aspect: 'actual', was: '88.7%', is: '91.2%' },
      { aspect: 'status', was: 'Amber', is: 'Green' },
      { aspect: 'context' },
      { aspect: 'actions' },
      { aspect: 'intervention' },
    ]);
    expect(noLongerExceptions.map(({ measure }) => measure)).toEqual(['IG/20']);
  });
});
