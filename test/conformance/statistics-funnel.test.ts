import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FUNNEL_LEVELS, placeOf, proportionLimits } from '../../src/domain/statistics/funnel/limits.ts';

const file = new URL('../../../shared/data/interval-examples.json', import.meta.url);
const there = existsSync(file);
const skipped = there ? '' : ' (skipped: ../shared/data is not here)';
const { input, limits, significance } = (
  there
    ? JSON.parse(readFileSync(file, 'utf8')).funnel_proportion
    : { input: [], limits: [], significance: [] }
) as {
  input: { area: string; x: number; n: number }[];
  limits: Record<string, number>[];
  significance: { area: string; significance: string }[];
};
const sum = (of: 'x' | 'n') => input.reduce((total, area) => total + area[of], 0);
const words = {
  farBelow: 'Low (0.001)',
  below: 'Low (0.025)',
  within: 'Not significant',
  above: 'High (0.025)',
  farAbove: 'High (0.001)',
};

describe.skipIf(!there)(`funnel of proportions, against the reference package${skipped}`, () => {
  const average = sum('x') / sum('n');

  it.each(limits)('limits at $Population', (row) => {
    const inner = proportionLimits(average, row.Population ?? 0, FUNNEL_LEVELS.warning);
    const outer = proportionLimits(average, row.Population ?? 0, FUNNEL_LEVELS.alarm);
    const pairs = [
      [average, row.baseline],
      [inner.lower, row.lower_2s_limit],
      [inner.upper, row.upper_2s_limit],
      [outer.lower, row.lower_3s_limit],
      [outer.upper, row.upper_3s_limit],
    ] as const;
    for (const [actual, expected] of pairs) {
      expect(Math.abs(actual * 100 - (expected ?? Number.NaN))).toBeLessThanOrEqual(
        1e-9 * Math.max(1, expected ?? 1),
      );
    }
  });

  it.each(input)('$area, $x of $n', ({ area, x, n }) => {
    const at = (level: number) => proportionLimits(average, n, level);
    const place = placeOf(x / n, at(FUNNEL_LEVELS.warning), at(FUNNEL_LEVELS.alarm));
    expect(words[place]).toBe(significance.find((each) => each.area === area)?.significance);
  });
});
