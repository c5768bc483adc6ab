import { describe, expect, it } from 'vitest';
import type { Observation, ObservationRole } from '../facts.ts';
import { decimal, toText } from '../number/decimal.ts';
import { periodOf } from '../period/parse.ts';
import type { Span } from '../period/period.ts';
import type { MeasureVersion, PeriodBasis } from './measure.ts';
import { positionIn } from './position.ts';

function measure(periodBasis: PeriodBasis, frequency: Span, unit: MeasureVersion['unit']): MeasureVersion {
  return {
    code: 'M1',
    validFrom: '2015-04-01',
    title: 'A measure',
    aliases: [],
    unit,
    polarity: 'higher',
    frequency,
    periodBasis,
    kind: 'targeted',
    directorate: 'place',
    service: null,
    owner: null,
    themes: [],
    definition: {},
    confidence: { polarity: 'confirmed', unit: 'confirmed', periodBasis: 'confirmed' },
    retiredAfter: null,
    note: null,
  };
}

/** `value` or `numerator/denominator` at `period role`. */
function held(rows: Record<string, string>) {
  return (period: string, role: ObservationRole): Observation | null => {
    const text = rows[`${period} ${role}`];
    if (text === undefined) return null;
    const [value = '', over] = text.split(' = ');
    const [numerator = null, denominator = null] = over === undefined ? [] : over.split('/');
    return {
      measure: 'M1',
      period,
      role,
      figure: { kind: 'number', value: decimal(value), typed: value },
      numerator,
      denominator,
      dataPeriod: null,
      flags: [],
      parts: [],
      source: 'test',
      note: null,
    };
  };
}

const COUNT = { kind: 'number', decimals: 0 } as const;
const PERCENT = { kind: 'percentage', decimals: 0 } as const;

const CASES: readonly [
  string,
  PeriodBasis,
  Span,
  MeasureVersion['unit'],
  Record<string, string>,
  string,
  string,
][] = [
  [
    'a figure given for the period',
    'discrete',
    'quarter',
    COUNT,
    { '2018-19/Q2 actual': '12' },
    '2018-19/Q2',
    '12',
  ],
  [
    'a figure to date, not the quarter alone',
    'toDate',
    'quarter',
    COUNT,
    { '2018-19/Q2 actual': '3', '2018-19/Q2 toDate': '8' },
    '2018-19/Q2',
    '8',
  ],
  [
    'counts to date, added up',
    'toDate',
    'quarter',
    COUNT,
    { '2018-19/Q1 actual': '5', '2018-19/Q2 actual': '3' },
    '2018-19/Q2',
    '8 (sum of 2 periods)',
  ],
  [
    'a ratio to date from the cases, never the mean of 60% and 44%',
    'toDate',
    'quarter',
    PERCENT,
    { '2018-19/Q1 actual': '60 = 6/10', '2018-19/Q2 actual': '44 = 4/9' },
    '2018-19/Q2',
    '52.63157894736842105263 (10 of 19)',
  ],
  [
    'a ratio to date without the cases is not guessed',
    'toDate',
    'quarter',
    PERCENT,
    { '2018-19/Q1 actual': '60', '2018-19/Q2 actual': '44' },
    '2018-19/Q2',
    'awaited',
  ],
  [
    'a gap in the year is not added over',
    'toDate',
    'quarter',
    COUNT,
    { '2018-19/Q2 actual': '3' },
    '2018-19/Q2',
    'awaited',
  ],
  [
    'months of a count make a quarter',
    'discrete',
    'month',
    COUNT,
    { '2018-19/M04 actual': '1', '2018-19/M05 actual': '2', '2018-19/M06 actual': '4' },
    '2018-19/Q2',
    '7 (sum of 3 periods)',
  ],
  [
    'the last month of a snapshot stands for the quarter',
    'snapshot',
    'month',
    COUNT,
    { '2018-19/M04 actual': '490', '2018-19/M05 actual': '500', '2018-19/M06 actual': '498' },
    '2018-19/Q2',
    '498',
  ],
  [
    'an annual figure is not due before the year end',
    'annual',
    'year',
    COUNT,
    { '2018-19 actual': '7' },
    '2018-19/Q2',
    'notDue',
  ],
  [
    'an annual figure stands in the last quarter',
    'annual',
    'year',
    COUNT,
    { '2018-19 actual': '7' },
    '2018-19/Q4',
    '7',
  ],
  [
    'a half-yearly figure is due in the second quarter',
    'discrete',
    'half',
    COUNT,
    {},
    '2018-19/Q2',
    'awaited',
  ],
  ['and not in the third', 'discrete', 'half', COUNT, {}, '2018-19/Q3', 'notDue'],
  ['nothing supplied is awaited, never zero', 'discrete', 'quarter', COUNT, {}, '2018-19/Q2', 'awaited'],
];

describe('where a measure stands in a period', () => {
  it.each(CASES)('%s', (_what, basis, frequency, unit, rows, period, expected) => {
    const { figure, workedOut } = positionIn(held(rows), measure(basis, frequency, unit), periodOf(period));
    const shown =
      figure.kind === 'number' ? toText(figure.value) : figure.kind === 'missing' ? figure.reason : '?';
    expect(workedOut === null ? shown : `${shown} (${workedOut})`).toBe(expected);
  });
});
