import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation, Recorded } from '../facts.ts';
import { decimal } from '../number/decimal.ts';
import { missing } from '../number/figure.ts';
import { assessStatus } from '../status/assess.ts';
import { presetScheme } from '../status/presets/index.ts';
import type { StatusScheme } from '../status/scheme.ts';
import { judgedForecast, type YearEndJudge } from './came-true.ts';
import { givenIn } from './given.ts';
import { biasOf, crossingsOf, meanError, recordOf } from './record.ts';
import { recordInWords } from './words.ts';

const derby = presetScheme('derby') as StatusScheme;
const number = (text: string) => ({ kind: 'number', value: decimal(text), typed: text }) as const;
const given = (period: string, figure: Observation['figure'], recordedAt: string): Recorded<Observation> => ({
  measure: 'A',
  period,
  role: 'forecast',
  figure,
  numerator: null,
  denominator: null,
  dataPeriod: null,
  flags: [],
  parts: [],
  source: 's',
  note: null,
  recordedAt,
});

const yearEnd = (target: string, outturn: string | null, rest: Partial<YearEndJudge> = {}): YearEndJudge => ({
  measure: 'A',
  year: '2017-18',
  isOver: true,
  outturn: outturn === null ? missing('awaited') : number(outturn),
  polarity: 'higher',
  target: { target: decimal(target), low: null, high: null },
  brokenOn: null,
  judge: (actual) =>
    assessStatus(
      {
        polarity: 'higher',
        unit: { kind: 'number', decimals: 1 },
        comparators: { target: number(target) },
        measureKind: 'targeted',
        subject: 'forecast',
        actual,
        overrides: [],
      },
      derby,
    ).outcome,
  statusIn: () => derby.outcomes.find(({ id }) => id === 'red') ?? null,
  ...rest,
});

const forecast = (figure: Observation['figure'], end: YearEndJudge, period = '2017-18/Q1') => {
  const [one] = givenIn([given(period, figure, '2017-07-12T15:00:00.000Z')], '2017-18', null);
  if (one === undefined) throw new Error('a forecast was given');
  return judgedForecast(one, true, end);
};

describe('what came of a forecast, by hand: target 100, Red under 95, Blue from 102', () => {
  it.each([
    // forecast, outturn, what came, lean
    ['100', '100', 'true', 'exact'],
    ['100', '103', 'true', 'cautious'],
    ['103', '100', 'worse', 'hopeful'],
    ['100', '96', 'worse', 'hopeful'],
    ['96', '101', 'better', 'cautious'],
    ['96', '97', 'true', 'cautious'],
    ['90', '80', 'true', 'hopeful'],
    ['90', '96', 'better', 'cautious'],
  ])('%s forecast, %s came: %s, %s', (figure, outturn, came, lean) => {
    expect(forecast(number(figure), yearEnd('100', outturn))).toMatchObject({
      kind: 'past',
      past: { came, lean },
    });
  });

  it.each([
    ['no figure', missing('withheld'), yearEnd('100', '100'), 'noFigure'],
    ['the year goes on', number('1'), yearEnd('100', null, { isOver: false }), 'yearOpen'],
    ['no outturn', number('1'), yearEnd('100', null), 'noOutturn'],
    ['broken since', number('1'), yearEnd('100', '1', { brokenOn: '2017-10-01' }), 'definitionChanged'],
    [
      'no target',
      number('1'),
      yearEnd('100', '1', {
        judge: () => ({ ...(derby.outcomes[0] as (typeof derby.outcomes)[0]), inDenominator: false }),
      }),
      'notJudged',
    ],
  ] as const)('left out: %s', (_name, figure, end, why) => {
    expect(forecast(figure, end)).toEqual({ kind: 'leftOut', why });
  });

  it('nearer to the target, or to the range, is the better side', () => {
    const closest = yearEnd('100', '110', { polarity: 'closest' });
    expect(forecast(number('95'), closest)).toMatchObject({ past: { lean: 'hopeful' } });
    expect(forecast(number('90'), closest)).toMatchObject({ past: { lean: null } });
    const within = yearEnd('100', '13', {
      polarity: 'within',
      target: { target: null, low: decimal('8'), high: decimal('12') },
    });
    expect(forecast(number('10'), within)).toMatchObject({ past: { lean: 'hopeful' } });
    expect(forecast(number('6'), within)).toMatchObject({ past: { lean: 'cautious' } });
  });
});

describe('which forecast counts', () => {
  const known = '2018-04-12T15:00:00.000Z';
  it('the last of a period that was recorded before the outturn was known', () => {
    const all = [
      given('2017-18/Q1', number('1'), '2017-07-12T15:00:00.000Z'),
      given('2017-18/Q1', number('2'), '2017-07-20T15:00:00.000Z'),
      given('2017-18/Q1', number('3'), '2018-05-01T15:00:00.000Z'),
      given('2017-18/Q4', number('4'), '2018-04-12T15:00:00.000Z'),
    ];
    const found = givenIn(all, '2017-18', known);
    expect(found.map(({ period, counted, afterwards }) => [period.code, counted.figure, afterwards])).toEqual(
      [['2017-18/Q1', number('2'), false]],
    );
  });

  it('of history that was brought in afterwards the last of all, and that is marked', () => {
    const [one] = givenIn([given('2017-18/Q2', number('7'), '2019-01-01T00:00:00.000Z')], '2017-18', known);
    expect(one).toMatchObject({ afterwards: true, counted: { figure: number('7') } });
  });
});

const pasts = (came: readonly [string, string][]) =>
  came.flatMap(([figure, outturn]) => {
    const judged = forecast(number(figure), yearEnd('100', outturn));
    return judged.kind === 'past' ? [judged.past] : [];
  });

describe('a record', () => {
  it('says nothing of fewer than three', () => {
    const two = recordOf(
      pasts([
        ['100', '90'],
        ['100', '100'],
      ]),
    );
    expect(two.tooFew).toBe(true);
    expect(biasOf(two)).toBeNull();
    expect(recordInWords(two)).toBe('Too few to say (2 past forecasts)');
  });

  it('counts what came true, from which status, and how far out it was', () => {
    const all = pasts([
      ['100', '90'],
      ['101', '101'],
      ['100', '97'],
    ]);
    expect(recordInWords(recordOf(all))).toBe('Came true 1 time in 3');
    expect(crossingsOf(all)).toMatchObject([
      { from: { id: 'red' }, to: { id: 'green' }, forecasts: 3, cameTrue: 1 },
    ]);
    expect(biasOf(recordOf(all))).toBe('hopeful');
    expect(meanError(all)).toBe('4.333333333333');
  });
});

describe('laws', () => {
  const amount = fc.integer({ min: 1, max: 100_000 });

  it('a forecast equal to the outturn always came true', () => {
    fc.assert(
      fc.property(amount, amount, (target, figure) => {
        const judged = forecast(number(String(figure)), yearEnd(String(target), String(figure)));
        expect(judged).toMatchObject({ past: { came: 'true', lean: 'exact', error: '0' } });
      }),
    );
  });

  it('scaling changes neither what came true nor the side', () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.constantFrom('10', '0.001', '7'),
        (target, figure, outturn, by) => {
          const at = (value: number, scale: string) => decimal(String(value)).times(decimal(scale)).toFixed();
          const past = (scale: string) => {
            const judged = forecast(
              number(at(figure, scale)),
              yearEnd(at(target, scale), at(outturn, scale)),
            );
            if (judged.kind !== 'past') throw new Error('all of it is there');
            return [judged.past.came, judged.past.lean];
          };
          expect(past(by)).toEqual(past('1'));
        },
      ),
    );
  });

  it('the order in which versions are read does not matter, only their moments', () => {
    const versions = fc
      .uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 })
      .map((days) =>
        days.map((day) =>
          given(
            `2017-18/Q${(day % 3) + 1}`,
            number(String(day)),
            `2018-02-${String(day).padStart(2, '0')}T09:00:00.000Z`,
          ),
        ),
      );
    fc.assert(
      fc.property(
        versions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(givenIn(shuffled, '2017-18', '2018-02-15T00:00:00.000Z')).toEqual(
            givenIn(all, '2017-18', '2018-02-15T00:00:00.000Z'),
          );
        },
      ),
    );
  });
});
