import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePoints } from './rules.ts';

/** Limits so wide that no other rule is met. */
const wide = { mean: 0, lower: -1e6, upper: 1e6, nearLower: -9e5, nearUpper: 9e5 };
const trendOf = (values: readonly number[]) =>
  judgePoints(values, wide, 'mdc2023').map(({ rules }) => {
    const found = rules.find(({ rule }) => rule === 'trend');
    return found === undefined ? 0 : found.side === 'high' ? 1 : -1;
  });

/** The directions of the trends of seven that each point is one of, straight from the definition: six steps alike. */
function membership(values: readonly number[]): Set<number>[] {
  const found = values.map(() => new Set<number>());
  for (let first = 0; first + 6 < values.length; first += 1) {
    const window = values.slice(first, first + 7);
    for (const way of [1, -1]) {
      if (!window.every((value, at) => at === 0 || (value - (window[at - 1] ?? 0)) * way > 0)) continue;
      for (let at = first; at < first + 7; at += 1) found[at]?.add(way);
    }
  }
  return found;
}

/** The package's choice: the step into the point, or the step out of it where the next point is in a trend. */
const packageDirection = (values: readonly number[], of: readonly Set<number>[], at: number): number => {
  const next = (of[at + 1]?.size ?? 0) > 0;
  const [from, to] = next ? [values[at], values[at + 1]] : [values[at - 1], values[at]];
  return Math.sign((to ?? 0) - (from ?? 0));
};

/** Runs up and down of up to eleven, straight after one another, with leaps and ties between. */
const runs = fc
  .array(
    fc.tuple(fc.integer({ min: 1, max: 11 }), fc.constantFrom(1, -1), fc.integer({ min: -30, max: 30 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => {
    const values = [0];
    for (const [length, way, leap] of parts) {
      values.push((values.at(-1) ?? 0) + leap);
      for (let step = 1; step < length; step += 1) values.push((values.at(-1) ?? 0) + way);
    }
    return values;
  });

describe('the direction of a trend', () => {
  it('is the package’s wherever the point is one of seven that go that way, and of its own trend elsewhere', () => {
    let [same, other] = [0, 0];
    fc.assert(
      fc.property(runs, (values) => {
        const of = membership(values);
        trendOf(values).forEach((found, at) => {
          const own = of[at] ?? new Set();
          if (own.size === 0) {
            expect(found).toBe(0);
            return;
          }
          const theirs = packageDirection(values, of, at);
          expect(own.has(found)).toBe(true);
          if (own.has(theirs)) expect(found).toBe(theirs);
          if (own.has(theirs)) same += 1;
          else other += 1;
        });
      }),
      { numRuns: 500, seed: 11 },
    );
    // Both kinds were met, so that this says something; the deviation is the rare one.
    expect(other).toBeGreaterThan(20);
    expect(same).toBeGreaterThan(20 * other);
  });

  it('by hand: 56 is the seventh of a rise; the leap down to 44 makes it no part of a fall', () => {
    const rise = [44, 46, 48, 50, 52, 54, 56];
    const values = [...rise, ...rise];
    expect(packageDirection(values, membership(values), 6)).toBe(-1);
    expect([...(membership(values)[6] ?? [])]).toEqual([1]);
    expect(trendOf(values)[6]).toBe(1);
  });
});
