import { describe, expect, it } from 'vitest';
import { runChart } from './run-chart.ts';

const turning = (count: number) => Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 1 : 2));

describe('a run chart', () => {
  // Longest run and fewest crossings by number of useful points, as Anhøj and Olesen (2014) print them.
  it.each([
    [10, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [22, 7, 7],
    [24, 8, 8],
    [30, 8, 10],
  ])('of %i useful points expects runs of at most %i and at least %i crossings', (count, run, crossings) => {
    expect(runChart(turning(count))).toMatchObject({
      useful: count,
      longestRunExpected: run,
      fewestCrossingsExpected: crossings,
      longestRun: 1,
      crossings: count - 1,
      signal: false,
    });
  });

  it('signals a shift', () => {
    const chart = runChart([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(chart).toMatchObject({ median: 5.5, longestRun: 5, crossings: 1, signal: true });
    expect(chart.sides).toEqual([-1, -1, -1, -1, -1, 1, 1, 1, 1, 1]);
  });

  it('passes over what is on the median or missing, and says nothing of fewer than ten points', () => {
    expect(runChart([1, 5, 9, null, 5, 1, 9])).toMatchObject({
      median: 5,
      useful: 4,
      crossings: 3,
      longestRun: 1,
      signal: null,
    });
    expect(runChart([null])).toMatchObject({
      median: null,
      useful: 0,
      longestRunExpected: null,
      signal: null,
    });
    expect(runChart(Array.from({ length: 12 }, () => 4)).signal).toBeNull();
  });
});
