import { describe, expect, it } from 'vitest';
import type { Unit } from '../number/unit.ts';
import { directionOf } from './direction-of.ts';
import { count, type Given, given, rate } from './example-evidence.ts';
import { n, none, scheme, step } from './example-inputs.ts';
import { presetDirection } from './presets.ts';
import type { DirectionScheme } from './scheme.ts';

const tested = presetDirection('tested');
const spc = scheme({ basis: 'spc' });
const difference = scheme({ basis: 'testedDifference' });
const trend = scheme({ basis: 'recentTrend' });
const say = (held: Given, by: DirectionScheme = tested) => {
  const found = directionOf(given(held), by);
  return found.kind === 'available'
    ? `${found.label} | ${found.basisInWords} | ${found.brief}`
    : `${found.label} | ${found.reasonCode} | ${found.reason}`;
};

const steady = '80 82 80 82 80 82 80 82 80 82 80 82 81';
const jumped = '80 82 80 82 80 82 80 82 80 82 80 82 95';

describe('the ladder, rung by rung', () => {
  it.each<[what: string, held: Given, said: string]>([
    [
      '13 quarters, the last as usual',
      { now: '81/100', previous: '10/100', chart: steady },
      'No real change | Control chart | Control chart: within usual variation',
    ],
    [
      'the last beyond the limits',
      { now: '95/100', previous: '95/100', chart: jumped },
      'Improving | Control chart | Control chart: higher than usual variation explains',
    ],
    [
      'the same where lower is better',
      { now: '95/100', previous: '95/100', chart: jumped, polarity: 'lower' },
      'Deteriorating | Control chart | Control chart: higher than usual variation explains',
    ],
    [
      '13 quarters all alike',
      { now: '80/100', previous: '10/100', chart: Array(13).fill('80').join(' ') },
      'No real change | Control chart | Control chart: the same as every one before',
    ],
    [
      '12 quarters: two periods are tested',
      { now: '850/1000', previous: '700/1000', chart: jumped.slice(3) },
      'Improving | Tested against the previous quarter | Tested against the previous quarter: 70.0%',
    ],
    [
      'the same where lower is better',
      { now: '850/1000', previous: '700/1000', polarity: 'lower' },
      'Deteriorating | Tested against the previous quarter | Tested against the previous quarter: 70.0%',
    ],
    // 82% after 85% of 1,000: Newcombe from -6.25 to 0.26 points, so chance explains it
    [
      'three points of a thousand',
      { now: '820/1000', previous: '850/1000' },
      'No real change | Tested against the previous quarter | Tested against the previous quarter: 85.0%',
    ],
    // 81.8%: from -6.45 to 0.06 points; one case fewer, and it would not
    [
      'the last that chance explains',
      { now: '818/1000', previous: '850/1000' },
      'No real change | Tested against the previous quarter | Tested against the previous quarter: 85.0%. One case more or less would have changed this',
    ],
    [
      'the first that it does not',
      { now: '817/1000', previous: '850/1000' },
      'Deteriorating | Tested against the previous quarter | Tested against the previous quarter: 85.0%. One case more or less would have changed this',
    ],
    [
      'a season: the same quarter last year, and no chart',
      { now: '850/1000', previous: '850/1000', lastYear: '700/1000', seasonal: true, chart: steady },
      'Improving | Tested against the same quarter last year | Tested against the same quarter last year: 70.0%',
    ],
    [
      'figures to date share cases with the quarter before',
      { now: '850/1000', previous: '200/500', lastYear: '850/1000', basis: 'toDate' },
      'No real change | Tested against the same quarter last year | Tested against the same quarter last year: 85.0%',
    ],
    [
      'rolling figures do too',
      { now: '850/1000', previous: '200/500', lastYear: '850/1000', basis: 'rolling12' },
      'No real change | Tested against the same quarter last year | Tested against the same quarter last year: 85.0%',
    ],
    [
      'nobody has said what a figure covers',
      { now: '850/1000', previous: '850/1000', lastYear: '700/1000', basis: null },
      'Improving | Tested against the same quarter last year | Tested against the same quarter last year: 70.0%',
    ],
    [
      'an annual figure',
      { now: '850/1000', lastYear: '700/1000', basis: 'annual', annual: true },
      'Improving | Tested against the year before | Tested against the year before: 70.0%',
    ],
    // 12 after 20 in a population of 1,000: the ratio 0.6 runs from 0.27 to 1.29
    [
      'a rate of 12 after 20',
      { now: '12/1000', previous: '20/1000', unit: rate, polarity: 'lower' },
      'No real change | Tested against the previous quarter | Tested against the previous quarter: 20.0 per 1,000 people',
    ],
    // 12 after 60: 0.2, from 0.10 to 0.38
    [
      'a rate of 12 after 60',
      { now: '12/1000', previous: '60/1000', unit: rate, polarity: 'lower' },
      'Improving | Tested against the previous quarter | Tested against the previous quarter: 60.0 per 1,000 people',
    ],
    [
      'a count is not tested: its events may come together',
      { now: '112816', previous: '110000', unit: count },
      'Improving | Change, not tested, against the previous quarter | Change, not tested. Previous quarter: 110,000',
    ],
    [
      'a small count: one case decides',
      { now: '4', previous: '3', unit: count, polarity: 'lower' },
      'Deteriorating | Change, not tested, against the previous quarter | Change, not tested. Previous quarter: 3. One case more or less would have changed this',
    ],
    [
      'a small count further off: it does not',
      { now: '6', previous: '3', unit: count, polarity: 'lower' },
      'Deteriorating | Change, not tested, against the previous quarter | Change, not tested. Previous quarter: 3',
    ],
    [
      'figures without their cases',
      {
        now: '850/1000',
        previous: '700/1000',
        some: { now: n('90'), previous: n('80') },
      },
      'Improving | Change, not tested, against the previous quarter | Change, not tested. Previous quarter: 80.0%',
    ],
  ])('%s', (_what, held, said) => {
    expect(say(held)).toBe(said);
  });

  const rising = ['700/1000', '730/1000', '760/1000', '790/1000', '830/1000'];

  it.each<[what: string, held: Given, by: DirectionScheme, said: string]>([
    [
      'the recent trend where the year before cannot be tested',
      {
        now: '830/1000',
        basis: 'annual',
        annual: true,
        years: rising,
        some: { lastYear: none('notComparable'), brokenBy: 'the form changed in 2017-18' },
      },
      tested,
      'Improving | Recent trend of five years | Recent trend of five years: rises by more than chance explains',
    ],
    [
      'as a basis of its own, lower is better',
      { now: '830/1000', annual: true, years: rising, polarity: 'lower' },
      trend,
      'Deteriorating | Recent trend of five years | Recent trend of five years: rises by more than chance explains',
    ],
    [
      'five years that wander',
      { now: '710/1000', annual: true, years: ['700/1000', '720/1000', '690/1000', '730/1000', '710/1000'] },
      trend,
      'Stabilised | Recent trend of five years | Recent trend of five years: neither rises nor falls by more than chance explains',
    ],
    [
      'a year without a figure',
      { now: '830/1000', annual: true, years: [...rising.slice(0, 3), null, '830/1000'] },
      trend,
      'N/A | tooFewPoints | Too few figures with the cases behind them: 4 of the 5 latest years, and all are needed.',
    ],
    [
      'quarters',
      { now: '830/1000', years: rising },
      trend,
      'N/A | noCases | A recent trend is of figures that come once a year.',
    ],
  ])('%s', (_what, held, by, said) => expect(say(held, by)).toBe(said));
});

describe('none, with the reason', () => {
  it.each<[what: string, held: Given, by: DirectionScheme, said: string]>([
    [
      'no figure',
      { previous: '1/2', chart: steady },
      tested,
      'N/A | noFigure | There is no figure for this period (Awaited).',
    ],
    [
      'nothing before',
      { now: '1/2' },
      tested,
      'N/A | noEarlierFigure | There is no figure for the previous period.',
    ],
    [
      'information only',
      { now: '1/2', previous: '1/2', polarity: 'none' },
      tested,
      'N/A | informationOnly | For information only: neither way is better.',
    ],
    [
      'nobody has said which way is good',
      { now: '1/2', previous: '1/2', polarity: null },
      tested,
      'N/A | noPolarity | Nobody has confirmed whether higher or lower is better.',
    ],
    [
      'a short chart',
      { now: '1/2', chart: steady.slice(3) },
      spc,
      'N/A | tooFewPoints | Too few figures on its control chart: 12 of the 13 needed, this one counted.',
    ],
    [
      'a target to be close to',
      { now: '1/2', chart: steady, polarity: 'closest' },
      spc,
      'N/A | noChart | A control chart tells higher from lower, and of this measure neither is always the better.',
    ],
    [
      'a count',
      { now: '5', previous: '4', unit: count },
      difference,
      'N/A | noCases | The change could not be tested: only percentages and rates can be.',
    ],
    [
      'other cases than those of the figure',
      { now: '1/2', previous: '1/2', some: { now: n('60') } },
      difference,
      'N/A | noCases | The change could not be tested: the cases held do not make up the figures.',
    ],
    [
      'part of a case',
      { now: '1.5/3', previous: '1/2' },
      difference,
      'N/A | noCases | The change could not be tested: the cases behind the figures are not whole numbers.',
    ],
    [
      'more than all',
      { now: '3/2', previous: '1/2' },
      difference,
      'N/A | noCases | The change could not be tested: the cases held are no share of anything.',
    ],
    [
      'another definition',
      { now: '1/2', some: { previous: none('notComparable') } },
      tested,
      'N/A | notComparable | Not comparable: the definition changed, so the previous period cannot be compared.',
    ],
  ])('%s', (_what, held, by, said) => expect(say(held, by)).toBe(said));

  it('a step of a scale is compared, and said not to be tested', () => {
    const unit: Unit = { kind: 'milestone', scale: { steps: ['Completed', 'On track', 'Minor slippage'] } };
    const found = directionOf(
      given({ unit, polarity: null, some: { now: step('On track'), previous: step('Minor slippage') } }),
      tested,
    );
    expect(found).toMatchObject({
      outcome: 'improving',
      brief: 'Change, not tested. Previous quarter: Minor slippage',
    });
  });
});
