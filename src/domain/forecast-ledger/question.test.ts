import { describe, expect, it } from 'vitest';
import { presetScheme } from '../status/presets/index.ts';
import type { StatusScheme } from '../status/scheme.ts';
import type { PastForecast } from './came-true.ts';
import { crossingFor, type ForecastGiven, whyAsk } from './question.ts';
import { crossingInWords } from './words.ts';

const { outcomes } = presetScheme('derby') as StatusScheme;
const status = (label: string) => {
  const found = outcomes.find((each) => each.label === label);
  if (found === undefined) throw new Error(`no ${label}`);
  return found;
};
const NONE = { kind: 'none' } as const;

/** So many forecasts from one status to another, so many of which came true. */
const past = (from: string, to: string, forecasts: number, cameTrue: number) =>
  Array.from(
    { length: forecasts },
    (_, index) =>
      ({
        statusThen: status(from),
        forecastStatus: status(to),
        came: index < cameTrue ? 'true' : 'worse',
      }) as unknown as PastForecast,
  );

const given = (now: string, forecast: string, rest: Partial<ForecastGiven> = {}): ForecastGiven => ({
  now: status(now),
  forecast: status(forecast),
  pace: NONE,
  computed: NONE,
  past: [],
  ...rest,
});
const pace = (verdict: 'beyondBest' | 'withinBest' | 'spent' | 'reached') =>
  ({ pace: { kind: 'pace', verdict } }) as const;
const computed = (prospect: 'likely' | 'unlikely' | 'tooCloseToCall' | null) =>
  ({ computed: { kind: 'computed', prospect } }) as const;

describe('why a forecast deserves a question', () => {
  it.each([
    ['Green promised, more needed than was ever done', given('Red', 'Green', pace('beyondBest')), ['pace']],
    ['Green promised, the allowance spent', given('Green', 'Green', pace('spent')), ['pace']],
    ['Green promised, needed is what was done before', given('Red', 'Green', pace('withinBest')), []],
    ['Red forecast promises nothing', given('Red', 'Red', pace('beyondBest')), []],
    ['Green promised, figures say unlikely', given('Green', 'Green', computed('unlikely')), ['figures']],
    ['too close to call is no reason', given('Red', 'Green', computed('tooCloseToCall')), []],
    ['without a range nothing is said', given('Red', 'Green', computed(null)), []],
    ['3 in 11 came true', given('Red', 'Green', { past: past('Red', 'Green', 11, 3) }), ['record']],
    ['half of them came true', given('Red', 'Green', { past: past('Red', 'Green', 4, 2) }), []],
    ['two are too few to say', given('Red', 'Green', { past: past('Red', 'Green', 2, 0) }), []],
    [
      'of another step nothing is counted',
      given('Amber', 'Green', { past: past('Red', 'Green', 11, 3) }),
      [],
    ],
    [
      'staying Green is no promise to become so',
      given('Green', 'Green', { past: past('Green', 'Green', 9, 1) }),
      [],
    ],
    ['Amber is promised from Red', given('Red', 'Amber', { past: past('Red', 'Amber', 5, 1) }), ['record']],
    [
      'all at once',
      given('Red', 'Green', {
        ...pace('beyondBest'),
        ...computed('unlikely'),
        past: past('Red', 'Green', 5, 1),
      }),
      ['pace', 'figures', 'record'],
    ],
    [
      'without a status now the figures speak',
      given('N/A', 'Green', { ...computed('unlikely'), past: past('Red', 'Green', 5, 1) }),
      ['figures'],
    ],
  ])('%s', (_, forecast, why) => {
    expect(whyAsk(forecast)).toEqual(why);
  });

  it('says the record in one sentence', () => {
    const crossing = crossingFor(past('Red', 'Green', 11, 3), status('Red'), status('Green'));
    expect(crossing && crossingInWords(crossing)).toBe('Red now, Green forecast came true 3 times in 11');
  });
});
