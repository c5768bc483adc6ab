import { describe, expect, it } from 'vitest';
import type { Polarity } from '../measure/measure.ts';
import { toText } from '../number/decimal.ts';
import { directionOf } from './direction-of.ts';
import { inputs, n, none, percent, scheme } from './example-inputs.ts';
import type { DirectionInputs } from './inputs.ts';
import { presetDirection } from './presets.ts';
import type { DirectionScheme } from './scheme.ts';

const derby = presetDirection('derby');
const norfolk = presetDirection('norfolk-2013');
const simple = scheme({});

describe('the published rules, row by row', () => {
  it.each<[preset: string, polarity: Polarity, figures: Partial<DirectionInputs>, label: string]>([
    // Derby: the year-end forecast against last year's outturn; any difference counts
    ['derby', 'higher', { forecast: n('112816'), lastOutturn: n('110000') }, 'Improving'],
    ['derby', 'lower', { forecast: n('29.5'), lastOutturn: n('28.0') }, 'Deteriorating'],
    ['derby', 'lower', { forecast: n('11.7'), lastOutturn: n('11.9') }, 'Improving'],
    ['derby', 'higher', { forecast: n('95.0'), lastOutturn: n('95') }, 'Stabilised'],
    [
      'derby',
      'higher',
      { now: n('0'), previous: n('0'), forecast: n('85'), lastOutturn: n('40') },
      'Improving',
    ],
    ['derby', 'higher', { forecast: none('unusable'), lastOutturn: n('1') }, 'N/A'],
    // Norfolk 2013: two per cent either way since the previous quarter is no change
    ['norfolk-2013', 'higher', { now: n('102'), previous: n('100') }, 'Stabilised'],
    ['norfolk-2013', 'higher', { now: n('102.01'), previous: n('100') }, 'Improving'],
    ['norfolk-2013', 'higher', { now: n('97.99'), previous: n('100') }, 'Deteriorating'],
    ['norfolk-2013', 'lower', { now: n('97.99'), previous: n('100') }, 'Improving'],
    ['norfolk-2013', 'lower', { now: n('0.01'), previous: n('0') }, 'Deteriorating'],
    // Havering 2013, short: the previous quarter, or last year's outturn where the targets are profiled
    ['havering-2013-short', 'higher', { now: n('5'), previous: n('4'), lastOutturn: n('6') }, 'Improving'],
    [
      'havering-2013-short',
      'higher',
      { now: n('5'), previous: n('4'), lastOutturn: n('6'), targetsProfiled: true },
      'Deteriorating',
    ],
    ['havering-2013-short', 'higher', { now: n('5'), previous: n('4'), targetsProfiled: true }, 'N/A'],
    // Havering 2013, long; Lincoln; Maidstone since last year: the same quarter last year
    ['havering-2013-long', 'higher', { now: n('5'), previous: n('4'), lastYear: n('5') }, 'Stabilised'],
    ['lincoln', 'lower', { now: n('5'), lastYear: n('4') }, 'Deteriorating'],
    ['maidstone-year', 'lower', { now: n('5'), lastYear: n('6') }, 'Improving'],
    ['maidstone', 'lower', { now: n('5'), previous: n('6'), lastYear: n('4') }, 'Improving'],
    ['maidstone', 'lower', { now: n('5') }, 'N/A'],
    ['belfast', 'higher', { now: n('5'), lastYear: n('6') }, 'Declining'],
    // Redditch: tells those apart that are static because they could not be better
    ['redditch', 'higher', { unit: percent, now: n('100'), lastYear: n('100.0') }, 'Static at optimum'],
    ['redditch', 'higher', { unit: percent, now: n('98'), lastYear: n('98') }, 'Static'],
    ['redditch', 'lower', { now: n('0'), lastYear: n('0') }, 'Static at optimum'],
    ['redditch', 'higher', { unit: percent, now: n('100'), lastYear: n('99') }, 'Improved'],
    // Scottish NPF: 0.1 points against the mean of the three before
    [
      'scottish-npf',
      'higher',
      { unit: percent, now: n('10.1'), history: [n('9'), n('10'), n('11')] },
      'Maintaining',
    ],
    [
      'scottish-npf',
      'higher',
      { unit: percent, now: n('10.11'), history: [n('9'), n('10'), n('11')] },
      'Improving',
    ],
    ['scottish-npf', 'higher', { unit: percent, now: n('10.11'), history: [n('10'), n('11')] }, 'N/A'],
  ])('%s, %s: %o is %s', (preset, polarity, figures, label) => {
    expect(directionOf(inputs({ polarity, ...figures }), presetDirection(preset)).label).toBe(label);
  });
});

describe('what it says', () => {
  const say = (some: Partial<DirectionInputs>, by: DirectionScheme) => {
    const direction = directionOf(inputs(some), by);
    if (direction.kind !== 'available') throw new Error(JSON.stringify(direction));
    return direction;
  };

  it('gives both figures, the change and which way is better', () => {
    const direction = say({ polarity: 'lower', forecast: n('29.5'), lastOutturn: n('28') }, derby);
    expect(direction).toMatchObject({
      outcome: 'deteriorating',
      symbol: '↓',
      basis: 'forecastAgainstLastOutturn',
    });
    expect(direction.basisInWords).toBe("Year-end forecast compared with last year's outturn");
    expect(direction.sentence).toBe(
      "Deteriorating: the year-end forecast (29.5) is higher than last year's outturn (28.0), and lower is better.",
    );
    expect(direction.change && toText(direction.change)).toBe('1.5');
  });

  it.each<[now: string, decimals: number, history: string[], printed: string]>([
    // One decimal more than the unit has, and the figure as it is printed everywhere.
    [
      '95.9',
      1,
      ['96.1', '96.2', '96.1'],
      '(95.9%) is lower than the average of the 3 periods before (96.13%)',
    ],
    ['97', 0, ['95', '96', '96'], '(97%) is higher than the average of the 3 periods before (95.7%)'],
    // A figure with hidden decimals is printed with those that show on which side of the average it is.
    [
      '96.16',
      1,
      ['96.1', '96.2', '96.19'],
      '(96.160%) is lower than the average of the 3 periods before (96.163%)',
    ],
    [
      '96.15',
      1,
      ['96.1', '96.2', '96.15'],
      '(96.15%) is the same as the average of the 3 periods before (96.15%)',
    ],
    [
      '96.2',
      1,
      ['96.2', '96.2', '96.2'],
      '(96.2%) is the same as the average of the 3 periods before (96.20%)',
    ],
  ])('prints an average as somebody reads it: %s beside %3$j', (now, decimals, history, printed) => {
    const unit = { kind: 'percentage' as const, decimals };
    const direction = directionOf(
      inputs({ unit, polarity: 'higher', now: n(now), history: history.map(n) }),
      scheme({ basis: { kind: 'rollingMean', periods: 3 } }),
    );
    if (direction.kind !== 'available') throw new Error(direction.reason);
    expect(direction.sentence).toContain(printed);
    expect(printed).toContain(direction.brief.replace(/^.*: /, ''));
  });

  it('prints more decimals where the figures would look the same', () => {
    expect(say({ now: n('5.04'), previous: n('5.03') }, simple).sentence).toBe(
      'Improving: the latest figure (5.04) is higher than the previous period (5.03), and higher is better.',
    );
    expect(say({ now: n('5'), previous: n('5.0') }, simple).sentence).toBe(
      'Stabilised: the latest figure (5.0) is the same as the previous period (5.0).',
    );
  });

  it('says what the dead band is', () => {
    expect(say({ now: n('101'), previous: n('100') }, norfolk).sentence).toBe(
      'Stabilised: the latest figure (101.0) differs little from the previous period (100.0). A change of up to 2% of the earlier figure, either way, counts as Stabilised.',
    );
  });

  it('says why it fell back on another basis', () => {
    const short = presetDirection('havering-2013-short');
    const direction = say({ now: n('5'), lastOutturn: n('6'), targetsProfiled: true }, short);
    expect(direction.basis).toBe('lastOutturn');
    expect(direction.basisInWords).toBe(
      "Latest figure compared with last year's outturn, because the targets change through the year",
    );
  });
});
