import { describe, expect, it } from 'vitest';
import { decimal } from '../../number/decimal.ts';
import type { XmrAsked, XmrChart } from './chart.ts';
import { missedBins, monthAt, monthly } from './sample-series.ts';
import { usualXmr } from './settings.ts';
import { xmrChart } from './xmr-chart.ts';

const chartOf = (texts: readonly (string | null)[], more: Partial<XmrAsked> = {}): XmrChart =>
  xmrChart({ points: monthly(texts), polarity: 'higher', ...more });
const target = (text: string, from = '2022-04-01') => [{ from, value: decimal(text) }];
const rulesAt = (chart: XmrChart, at: number) =>
  chart.points.at(at)?.rules.map(({ rule, side }) => `${rule} ${side}`);
const times = (count: number, ...texts: string[]) =>
  Array.from({ length: count }, (_, at) => texts[at % texts.length] ?? '');
const alternating = times(16, '50', '52', '49', '51');
const rebase = (from: string) => ({ from, reason: 'New contractor', author: 'A Officer', decidedOn: from });

describe('worked figures', () => {
  it('are what a calculator gives', () => {
    const chart = chartOf(missedBins.texts, { polarity: 'lower', targets: target('80') });
    const { limits } = chart.segments[0] ?? {};
    expect(limits?.mean).toBe(missedBins.mean);
    expect(limits?.lower).toBeCloseTo(missedBins.lower, 10);
    expect(limits?.upper).toBeCloseTo(missedBins.upper, 10);
    expect(limits?.nearUpper).toBeCloseTo(61 + ((missedBins.upper - 61) * 2) / 3, 10);
    expect(chart.variation).toMatchObject({ icon: 'common_cause', date: '2023-04-01' });
    expect(chart.assurance).toMatchObject({ icon: 'pass', target: 80 });
  });
});

describe('rules', () => {
  it('label a falling run above the mean by its trend, and list the shift too', () => {
    const chart = chartOf([...times(12, '50', '52', '49', '51'), '58', '57', '56', '55', '54', '53', '52.5']);
    expect(rulesAt(chart, -1)).toEqual(['trend low', 'shift high']);
    expect(chart.variation.icon).toBe('concern_low');
  });

  it('need seven points, not six, and no tie among them', () => {
    const rising = ['44', '46', '48', '50', '52', '54', '56'];
    expect(rulesAt(chartOf([...alternating, ...rising]), -1)).toContain('trend high');
    expect(rulesAt(chartOf([...alternating, '53', ...rising.slice(2)]), -1)).not.toContain('trend high');
    expect(rulesAt(chartOf([...alternating, ...rising.with(3, '48')]), -1)).not.toContain('trend high');
  });

  it('give a turning point both trends, the one that begins first', () => {
    const peak = ['44', '46', '48', '50', '52', '54', '56', '55', '53', '51', '49', '47', '45'];
    const chart = chartOf([...alternating, ...peak]);
    expect(rulesAt(chart, 22)?.filter((rule) => rule.startsWith('trend'))).toEqual([
      'trend low',
      'trend high',
    ]);
    expect(rulesAt(chart, 21)).toContain('trend high');
    expect(rulesAt(chart, 23)).toContain('trend low');
  });

  it('do not turn the end of one rise round where another rise begins', () => {
    const rise = ['44', '46', '48', '50', '52', '54', '56'];
    const chart = chartOf([...alternating, ...rise, ...rise]);
    expect(rulesAt(chart, 22)).toContain('trend high');
    expect(rulesAt(chart, 22)).not.toContain('trend low');
  });

  it('count a point beyond the limit among two of three only as Making Data Count has had it since 2023', () => {
    const texts = [...alternating, '60', '53', '56', '50', '52', '49', '51', '50', '52'];
    const both = (['mdc2023', 'withinLimits'] as const).map((twoOfThree) =>
      rulesAt(chartOf(texts, { settings: { ...usualXmr, twoOfThree } }), 18),
    );
    expect(rulesAt(chartOf(texts), 16)).toEqual(['outside high', 'twoOfThree high']);
    expect(both).toEqual([['twoOfThree high'], []]);
  });

  it('do not look across a rebase', () => {
    const texts = [...times(13, '50', '52', '49', '51'), ...times(13, '60', '62', '59', '61')];
    const chart = chartOf(texts, { rebases: [rebase(monthAt(13))] });
    expect(chart.points.flatMap(({ rules }) => rules)).toEqual([]);
    expect(chart.segments.map(({ mean }) => mean && Math.floor(mean))).toEqual([50, 60]);
    expect(chart.segments[1]?.rebase?.reason).toBe('New contractor');
  });
});

describe('guards', () => {
  it('a constant has no limits and no signal, and is held against the target directly', () => {
    const chart = chartOf(times(20, '100'), { targets: target('100') });
    expect(chart.segments[0]).toMatchObject({ state: 'constant', limits: null, mean: 100 });
    expect(chart.points.every(({ rules }) => rules.length === 0)).toBe(true);
    expect(chart.assurance).toMatchObject({
      icon: 'pass',
      words: 'Every figure has been the same, and meets the target.',
    });
    expect(chartOf(times(20, '99'), { targets: target('100') }).assurance.icon).toBe('fail');
    expect(chart.variation.icon).toBeNull();
  });

  it('a constant with one blip has the limits of all its ranges', () => {
    const chart = chartOf(times(24, '5').with(11, '9'));
    expect(chart.segments[0]).toMatchObject({ state: 'limits', screeningUndone: true });
    const outside = chart.points.filter(({ label }) => label?.rule === 'outside');
    expect(outside.map(({ value }) => value)).toEqual([9]);
    expect(chart.points.some(({ screened }) => screened)).toBe(false);
  });

  it('a constant baseline with another figure after it says nothing of the target', () => {
    const settings = { ...usualXmr, baseline: 12 };
    const chart = chartOf([...times(13, '5'), '9'], { settings, targets: target('5') });
    expect(chart.assurance.icon).toBeNull();
    expect(chart.segments[0]?.state).toBe('constant');
  });

  it('twelve points give a run chart; thirteen limits; eight trial ones, where asked for', () => {
    const few = chartOf(alternating.slice(0, 12), { targets: target('50') });
    expect(few.segments[0]).toMatchObject({ state: 'tooFew', limits: null, mean: null });
    expect(few.segments[0]?.runChart?.median).toBe(50.5);
    expect(few.variation).toMatchObject({
      icon: null,
      words: 'Not enough data for a variation signal: 12 of 13 figures.',
    });
    expect(few.assurance.icon).toBeNull();
    expect(chartOf(alternating.slice(0, 13)).segments[0]?.state).toBe('limits');
    const settings = { ...usualXmr, trialLimits: true };
    expect(chartOf(alternating.slice(0, 8), { settings }).segments[0]?.state).toBe('trial');
    expect(chartOf(alternating.slice(0, 7), { settings }).segments[0]?.state).toBe('tooFew');
  });

  it('a segment of one point has no limits and no assurance', () => {
    const chart = chartOf([...alternating, '60'], {
      rebases: [rebase(monthAt(16))],
      targets: target('50'),
    });
    expect(chart.segments.map(({ state }) => state)).toEqual(['limits', 'tooFew']);
    expect([chart.variation.icon, chart.assurance.icon]).toEqual([null, null]);
  });

  it('a missing value breaks runs, and leaves the icon to the latest reported figure', () => {
    const rising = ['44', '46', '48', null, '52', '54', '56'];
    const broken = chartOf([...alternating, ...rising]);
    expect(broken.points.flatMap(({ rules }) => rules).map(({ rule }) => rule)).not.toContain('trend');
    expect(broken.points.filter(({ movingRange }) => movingRange === null)).toHaveLength(3);
    const chart = chartOf([...alternating, '90', null]);
    expect(chart.variation).toMatchObject({ icon: 'improvement_high', date: monthAt(16) });
    expect(chart.points.at(-1)?.variation).toBeNull();
  });

  it('figures on the mean are on it, whatever binary makes of them', () => {
    const chart = chartOf(times(24, '0.1', '0.3', '0.2'));
    expect(chart.points.filter(({ value }) => value === 0.2).map(({ side }) => side)).toEqual(
      times(8, '0').map(Number),
    );
  });

  it('a fixed baseline holds mean and limits for what comes after', () => {
    const settings = { ...usualXmr, baseline: 16 };
    const chart = chartOf([...alternating, '80', '81', '82'], { settings });
    expect(chart.segments[0]).toMatchObject({ mean: 50.5, baselineCount: 16, count: 19 });
    expect(() => chartOf(alternating, { settings: { ...usualXmr, baseline: 11 } })).toThrow(RangeError);
  });

  it('an empty series, and one without any figure, say so', () => {
    expect(chartOf([]).variation.words).toBe('Nothing has been reported.');
    expect(chartOf([null, null]).variation.words).toBe('Nothing has been reported.');
    expect(() => xmrChart({ points: [...monthly(['1']), ...monthly(['2'])], polarity: null })).toThrow(
      RangeError,
    );
  });
});

describe('targets', () => {
  it('are steps, and the latest in force is the one that is held against the limits', () => {
    const targets = [...target('40'), ...target('70', monthAt(8)), { from: monthAt(20), value: null }];
    const chart = chartOf(alternating, { targets });
    expect([7, 8, 15].map((at) => chart.points[at]?.target)).toEqual([40, 70, 70]);
    expect(chart.assurance).toMatchObject({ icon: 'fail', target: 70 });
    const ended = chartOf(alternating, {
      targets: [...target('40'), { from: monthAt(3), value: null }],
    });
    expect(ended.assurance).toMatchObject({ icon: null, target: null, words: 'There is no target.' });
  });

  it('on a limit may be met or missed, and are not assured where neither way is better', () => {
    const { limits } = chartOf(missedBins.texts).segments[0] ?? {};
    const on = (text: string, polarity: 'higher' | 'lower' | 'within') =>
      chartOf(missedBins.texts, { polarity, targets: target(text) }).assurance.icon;
    const edge = String(limits?.upper);
    expect([on(edge, 'higher'), on(edge, 'lower'), on(edge, 'within')]).toEqual([
      'inconsistent',
      'inconsistent',
      null,
    ]);
    expect([on('75', 'higher'), on('75', 'lower'), on('45', 'higher'), on('45', 'lower')]).toEqual([
      'fail',
      'pass',
      'pass',
      'fail',
    ]);
  });
});
