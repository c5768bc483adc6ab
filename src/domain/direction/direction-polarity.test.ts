import { describe, expect, it } from 'vitest';
import { toText } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { directionOf } from './direction-of.ts';
import { inputs, n, none, scale, scheme, step } from './example-inputs.ts';
import type { DirectionInputs } from './inputs.ts';
import { presetDirection } from './presets.ts';
import type { DirectionScheme } from './scheme.ts';

const derby = presetDirection('derby');
const norfolk = presetDirection('norfolk-2013');
const simple = scheme({});

describe('other polarities', () => {
  it.each<[now: string, before: string, outcome: string]>([
    ['52', '45', 'improving'],
    ['45', '55', 'stabilised'],
    ['57', '52', 'deteriorating'],
  ])('closest to 50: from %2$s to %1$s', (now, before, outcome) => {
    const direction = directionOf(
      inputs({ polarity: 'closest', now: n(now), previous: n(before), targets: { target: n('50') } }),
      simple,
    );
    expect(direction).toMatchObject({ outcome });
  });

  it.each<[now: string, before: string, outcome: string]>([
    ['12', '18', 'stabilised'],
    ['21', '18', 'deteriorating'],
    ['9', '25', 'improving'],
  ])('within 10 to 20: %s after %s', (now, before, outcome) => {
    const targets = { low: n('10'), high: n('20') };
    const direction = directionOf(
      inputs({ polarity: 'within', now: n(now), previous: n(before), targets }),
      simple,
    );
    expect(direction).toMatchObject({ outcome });
  });

  it('holds a forecast against the promise for the year end', () => {
    const both = { polarity: 'closest' as const, forecast: n('101'), lastOutturn: n('110') };
    const direction = directionOf(
      inputs({ ...both, targets: { target: n('50') }, yearTargets: { target: n('100') } }),
      derby,
    );
    expect(direction).toMatchObject({ outcome: 'improving' });
    expect(directionOf(inputs({ ...both, targets: { target: n('50') } }), derby)).toMatchObject({
      kind: 'unavailable',
      reasonCode: 'noTarget',
    });
  });

  it('compares steps by their order, whatever the polarity', () => {
    const worse = directionOf(
      inputs({ polarity: null, unit: scale, now: step('Major Slippage'), previous: step('on track') }),
      norfolk,
    );
    expect(worse).toMatchObject({ outcome: 'deteriorating', change: null });
    expect(worse.kind === 'available' && worse.sentence).toBe(
      'Deteriorating: the latest figure (Major Slippage) is a worse step than the previous period (on track).',
    );
  });

  it('compares dates in days, and Yes with No', () => {
    const date = (text: string): Figure => ({ kind: 'date', date: text });
    const sooner = directionOf(
      inputs({
        polarity: 'lower',
        unit: { kind: 'date' },
        now: date('2018-09-01'),
        previous: date('2018-10-01'),
      }),
      simple,
    );
    expect(sooner).toMatchObject({ outcome: 'improving' });
    expect(sooner.kind === 'available' && sooner.change && toText(sooner.change)).toBe('-30');
    const outturn = {
      unit: { kind: 'date' } as const,
      polarity: 'lower' as const,
      lastOutturn: date('2017-05-31'),
    };
    const inTheYear = directionOf(
      inputs({ ...outturn, forecast: date('2018-05-29') }),
      presetDirection('derby'),
    );
    expect(inTheYear.kind === 'available' && inTheYear.sentence).toBe(
      "Improving: the year-end forecast (29-May-2018) is earlier in the year than last year's outturn (31-May-2017), and earlier is better.",
    );
    const yesNo = { unit: { kind: 'yesNo' } as const, now: step('Yes'), previous: step('No') };
    expect(directionOf(inputs(yesNo), simple)).toMatchObject({ outcome: 'improving' });
    expect(directionOf(inputs({ ...yesNo, polarity: 'lower' }), simple)).toMatchObject({
      outcome: 'deteriorating',
    });
    expect(directionOf(inputs({ ...yesNo, polarity: null }), simple)).toMatchObject({
      reasonCode: 'noPolarity',
    });
  });
});

describe('no direction always has its reason', () => {
  it.each<[some: Partial<DirectionInputs>, by: DirectionScheme, code: string, reason: string]>([
    [
      { polarity: null, now: n('1'), previous: n('2') },
      simple,
      'noPolarity',
      'Nobody has confirmed whether higher or lower is better.',
    ],
    [
      { polarity: 'none', now: n('1'), previous: n('2') },
      simple,
      'informationOnly',
      'For information only: neither way is better.',
    ],
    [
      { now: none('awaited'), previous: n('2') },
      simple,
      'noFigure',
      'There is no figure for this period (Awaited).',
    ],
    [{ now: n('1') }, simple, 'noEarlierFigure', 'There is no figure for the previous period.'],
    [
      { now: n('1') },
      presetDirection('lincoln'),
      'noEarlierFigure',
      'There is no figure for the same period last year.',
    ],
    [{ forecast: n('1') }, derby, 'noEarlierFigure', 'There is no outturn for last year.'],
    [{ now: n('1'), lastOutturn: n('1') }, derby, 'noForecast', 'There is no year-end forecast.'],
    [
      { forecast: none('unusable'), lastOutturn: n('1') },
      derby,
      'noForecast',
      'There is no year-end forecast (Not usable).',
    ],
    [
      { now: n('1'), previous: none('notComparable') },
      simple,
      'notComparable',
      'Not comparable: the definition changed, so the previous period cannot be compared.',
    ],
    [
      {
        now: n('1'),
        previous: none('notComparable'),
        brokenBy: 'it combines A and B from Quarter 3, 2018-19',
      },
      simple,
      'notComparable',
      'Not comparable: it combines A and B from Quarter 3, 2018-19, so the previous period cannot be compared.',
    ],
    [
      { now: n('1'), previous: step('On track') },
      simple,
      'textFigure',
      'One of the two figures is in words or a date and the other is not.',
    ],
    [
      { unit: scale, now: step('Late'), previous: step('On track') },
      simple,
      'textFigure',
      "“Late” is not a step of this measure's scale.",
    ],
    [
      { polarity: 'closest', now: n('1'), previous: n('2') },
      simple,
      'noTarget',
      'This measure needs a target to be close to, and none is held.',
    ],
    [
      { polarity: 'within', now: n('1'), previous: n('2') },
      simple,
      'noTarget',
      'This measure needs a range to be within, and none is held.',
    ],
    [
      { now: n('1'), previous: n('2'), history: [n('2')] },
      scheme({ minimumPoints: 4 }),
      'tooFewPoints',
      'Too few figures: 2 of the 4 needed, this one counted.',
    ],
    [
      { now: n('1'), history: [n('1'), n('2'), none('notComparable'), n('2')] },
      scheme({ basis: { kind: 'rollingMean', periods: 4 } }),
      'tooFewPoints',
      'Too few figures: 2 of the 5 needed, this one counted.',
    ],
  ])('%o: %3$s', (some, by, reasonCode, reason) => {
    expect(directionOf(inputs(some), by)).toMatchObject({
      kind: 'unavailable',
      label: 'N/A',
      reasonCode,
      reason,
    });
  });
});
