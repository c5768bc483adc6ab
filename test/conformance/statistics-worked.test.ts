import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { againstBenchmark } from '../../src/domain/statistics/comparison/benchmark.ts';
import { othersAverages } from '../../src/domain/statistics/comparison/others.ts';
import { prospect, requiredRate } from '../../src/domain/statistics/forecast/against-target.ts';
import { yearEnd } from '../../src/domain/statistics/forecast/year-end.ts';
import { funnelOf } from '../../src/domain/statistics/funnel/funnel.ts';
import { rate } from '../../src/domain/statistics/interval/events.ts';
import { meanInterval } from '../../src/domain/statistics/interval/mean.ts';
import { proportionDifference } from '../../src/domain/statistics/interval/proportion-difference.ts';
import { rateRatio } from '../../src/domain/statistics/interval/rate-ratio.ts';
import { standardisedRate, standardisedRatio } from '../../src/domain/statistics/interval/standardised.ts';
import { wilson } from '../../src/domain/statistics/interval/wilson.ts';
import { runChart } from '../../src/domain/statistics/run-chart.ts';
import { changeTest } from '../../src/domain/statistics/tested-change/two-periods.ts';
import { recentTrend, TREND_CRITICAL } from '../../src/domain/statistics/trend/recent-trend.ts';
import { judgePoints } from '../../src/domain/statistics/xmr/rules.ts';

const page = readFileSync(new URL('../../docs/statistics.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');

/** The part of the page between two texts, so that its figures are the input. */
function between(before: string, after: string): string {
  const from = page.indexOf(before);
  const to = page.indexOf(after, from + before.length);
  if (from < 0 || to < 0) throw new Error(`docs/statistics.md has no “${before} … ${after}”`);
  return page.slice(from + before.length, to);
}
const numbers = (text: string): number[] =>
  (text.replaceAll(',000', '000').match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
const signed = (value: number, places: number): string => value.toFixed(places).replace('-', '−');

describe('each worked figure of docs/statistics.md', () => {
  it('run chart', () => {
    const values = numbers(between('A worked figure:', 'have a median'));
    const found = runChart(values);
    expect(page).toContain(
      `have a median of ${found.median}; the longest run is ${found.longestRun}, where ${found.longestRunExpected} are expected at most, and the median is crossed ${found.crossings} times, where ${found.fewestCrossingsExpected} are expected at least: no signal.`,
    );
    expect(found.signal).toBe(false);
  });

  it('two trends', () => {
    const values = numbers(between('is in *a* trend. In', 'the first 56'));
    expect(values).toHaveLength(14);
    const limits = { mean: 50, lower: -1e3, upper: 1e3, nearLower: -900, nearUpper: 900 };
    const at = values.indexOf(56);
    expect(judgePoints(values, limits, 'mdc2023')[at]?.rules).toContainEqual({ rule: 'trend', side: 'high' });
  });

  it('intervals', () => {
    const w = wilson({ count: 4, of: 10 });
    const r = rate(12, 1000, { per: 1000 });
    const m = meanInterval([4, 6, 8, 10]);
    const d = proportionDifference({ count: 56, of: 70 }, { count: 48, of: 80 });
    const q = rateRatio({ events: 12, exposure: 1000 }, { events: 20, exposure: 1000 });
    const t = ((m.upper ?? 0) - m.value) / ((m.standardDeviation ?? 0) / 2);
    for (const said of [
      `4 of 10 is 40%, from ${(w.lower * 100).toFixed(2)}% to ${(w.upper * 100).toFixed(2)}%.`,
      `12 events in 1,000 are ${r.value} per 1,000, from ${r.lower.toFixed(4)} to ${r.upper.toFixed(4)}.`,
      `4, 6, 8 and 10 is ${m.value}, s = ${m.standardDeviation?.toFixed(4)}, t = ${t.toFixed(4)}: from ${m.lower?.toFixed(4)} to ${m.upper?.toFixed(4)}.`,
      `56 of 70 less 48 of 80 is ${(d.value * 100).toFixed(0)} points, from ${(d.lower * 100).toFixed(2)} to ${(d.upper * 100).toFixed(2)}.`,
      `are ${q.value?.toFixed(1)} times 20 in 1,000, from ${q.lower.toFixed(4)} to ${q.upper?.toFixed(4)}.`,
    ]) {
      expect(page).toContain(said);
    }
  });

  it('standardised rates', () => {
    const parts = [
      { count: 10, population: 1000, weight: 3 },
      { count: 30, population: 1000, weight: 1 },
    ];
    const found = standardisedRate(parts, { per: 1000 });
    const ratio = standardisedRatio(12, 10);
    expect(page).toContain(
      `(3 × 10 + 1 × 30) ÷ 4 = ${found.value} per 1,000, from ${found.lower?.toFixed(4)} to ${found.upper?.toFixed(4)}.`,
    );
    expect(page).toContain(
      `a ratio of ${ratio.value}, from ${ratio.lower.toFixed(4)} to ${ratio.upper.toFixed(4)}.`,
    );
  });

  const places = () => {
    const given = numbers(between('Worked: North', 'East, 50%'));
    expect(given).toHaveLength(8);
    return [0, 2, 4, 6].map((at) => ({ count: given[at] ?? 0, of: given[at + 1] ?? 0 }));
  };

  it('comparison', () => {
    const [, east, south] = places();
    if (east === undefined || south === undefined) throw new Error('four areas are due');
    const others = othersAverages(places());
    const [e, s] = [wilson(east), wilson(south)];
    expect([others[1], others[2]]).toEqual([350 / 700, 240 / 600]);
    expect(page).toContain(
      `East, 50% from ${(e.lower * 100).toFixed(2)}% to ${(e.upper * 100).toFixed(2)}%, is held against 350 of 700, 50%: ${againstBenchmark(e, 0.5, 'none')}.`,
    );
    expect(page).toContain(
      `South, 65% from ${(s.lower * 100).toFixed(2)}%, against 240 of 600, 40%: ${againstBenchmark(s, 0.4, 'none')};`,
    );
  });

  it('funnel', () => {
    const found = funnelOf('proportion', places());
    const south = found?.areas[2];
    if (!found || !south) throw new Error('a funnel is due');
    const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
    expect([south.plain.place, south.adjusted.place, found.average]).toEqual(['farAbove', 'within', 0.5]);
    expect(page).toContain(`φ = ${found.phi.toFixed(4)} and τ² = ${found.tauSquared.toFixed(6)}.`);
    expect(page).toContain(
      `by the plain limits, ${percent(south.plain.outer.lower)} to ${percent(south.plain.outer.upper)},`,
    );
    expect(page).toContain(
      `at 95%, ${percent(south.adjusted.inner.lower)} to ${percent(south.adjusted.inner.upper)}.`,
    );
  });

  it('recent trend', () => {
    const counts = numbers(between('cannot be worked out. Worked:', 'of 1,000, with'));
    const found = recentTrend(
      counts.map((count) => {
        const { value, lower, upper } = wilson({ count, of: 1000 });
        return { value: value * 100, lower: lower * 100, upper: upper * 100 };
      }),
    );
    if (found.marker === 'cannotBeCalculated') throw new Error(found.why);
    expect(page).toContain(
      `slope ${found.slope.toFixed(4)} points a year, χ² = ${found.chiSquared.toFixed(4)}: ${found.marker}.`,
    );
    expect(page).toContain(`is above ${TREND_CRITICAL.toFixed(4)} (99.8%)`);
  });

  it('direction of travel', () => {
    const test = (now: number) =>
      changeTest({ of: 'proportion', before: { count: 25, of: 50 }, now: { count: now, of: 50 } });
    const found = test(34);
    expect(found).toMatchObject({ moved: 'noSignificantChange', oneCaseDecides: true });
    expect(test(35).moved).toBe('up');
    const [lower, upper] = [found.lower, found.upper ?? 0].map((each) => signed(each * 100, 2));
    expect(page).toContain(
      `25 of 50, then 34 of 50: ${((found.value ?? 0) * 100).toFixed(0)} points, from ${lower} to ${upper}: no significant change`,
    );
  });

  it('year end', () => {
    const [years] = [numbers(between('Worked: years of', 'so far: 60')).map(String)];
    expect(years).toHaveLength(10);
    const forecast = yearEnd({
      kind: 'flow',
      perYear: 4,
      previousYears: [years.slice(0, 4), years.slice(4, 8)],
      soFar: years.slice(8),
    });
    if (forecast.method === 'none') throw new Error(forecast.why);
    expect(page).toContain(
      `60 ÷ (80 ÷ 200) = ${forecast.value}, from 60 ÷ 0.5 = ${forecast.range?.low} to 60 ÷ 0.3 = ${forecast.range?.high}; a target of 130 is too close to call, and each of the two quarters left would have to come to ${requiredRate('60', '130', 2)}.`,
    );
    expect(prospect(forecast, '130', 'higher')).toBe('tooCloseToCall');
  });
});
