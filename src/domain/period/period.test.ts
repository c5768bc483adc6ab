import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endDateLabel, monthsLabel, periodLabel } from './label.ts';
import { dayIn, endOfPeriod, periodHolding, periodOfEnd } from './of-day.ts';
import { parsePeriod, periodIn, periodOf } from './parse.ts';
import type { ReportingPeriod } from './period.ts';
import {
  comparePeriods,
  containsDay,
  containsPeriod,
  isYearEnd,
  lastPeriods,
  lastYearOf,
  periodsIn,
  periodsToDate,
  periodsWithin,
  predecessor,
  samePeriodLastYear,
  successor,
  yearOf,
} from './relate.ts';

describe('codes', () => {
  it.each([
    ['2018-19/Q1', '2018-04-01', '2018-06-30', 'Quarter 1, 2018-19', 'April to June 2018'],
    ['2018-19/Q2', '2018-07-01', '2018-09-30', 'Quarter 2, 2018-19', 'July to September 2018'],
    ['2018-19/Q4', '2019-01-01', '2019-03-31', 'Quarter 4, 2018-19', 'January to March 2019'],
    ['2018-19/M01', '2018-04-01', '2018-04-30', 'April 2018', 'April 2018'],
    ['2018-19/M06', '2018-09-01', '2018-09-30', 'September 2018', 'September 2018'],
    ['2019-20/M11', '2020-02-01', '2020-02-29', 'February 2020', 'February 2020'],
    ['2018-19/H2', '2018-10-01', '2019-03-31', 'Half-year 2, 2018-19', 'October 2018 to March 2019'],
    ['2018-19', '2018-04-01', '2019-03-31', '2018-19', 'April 2018 to March 2019'],
    ['1999-00', '1999-04-01', '2000-03-31', '1999-00', 'April 1999 to March 2000'],
    ['2018/Q2', '2018-04-01', '2018-06-30', 'Quarter 2, 2018', 'April to June 2018'],
    ['2018', '2018-01-01', '2018-12-31', '2018', 'January to December 2018'],
    ['2018-19A', '2018-09-01', '2019-08-31', 'Academic year 2018-19', 'September 2018 to August 2019'],
    [
      '2018-19A/Q1',
      '2018-09-01',
      '2018-11-30',
      'Quarter 1, academic year 2018-19',
      'September to November 2018',
    ],
  ])('%s runs from %s to %s', (code, start, end, label, months) => {
    const period = periodOf(code);
    expect(period).toMatchObject({ code, start, end });
    expect(periodLabel(period)).toBe(label);
    expect(monthsLabel(period)).toBe(months);
  });

  it('prints its last day as the reports do', () => {
    expect(endDateLabel(periodOf('2018-19/Q2'))).toBe('30-Sep-2018');
  });

  it.each([
    ['2018-20/Q2', 'the year that begins in 2018 is 2018-19'],
    ['2018/19 Q2', 'Did you mean 2018-19/Q2?'],
    ['2018-19 q2', 'Did you mean 2018-19/Q2?'],
    ['2018-2019/Q2', 'Did you mean 2018-19/Q2?'],
    ['2018-19/M6', 'Did you mean 2018-19/M06?'],
    ['2018-19/Q5', 'is not a reporting period'],
    ['2018-19/H3', 'is not a reporting period'],
    ['2018-19/M13', 'is not a reporting period'],
    ['2018-19/M00', 'is not a reporting period'],
    ['2018-19/Q2/x', 'is not a reporting period'],
    ['0018-19', 'outside the years'],
    ['Q2', 'is not a reporting period'],
    ['', 'Periods are written 2018-19/Q2'],
  ])('refuses %j: %s', (code, because) => {
    const read = parsePeriod(code);
    expect('problem' in read && read.problem).toContain(because);
    expect(() => periodOf(code)).toThrow(RangeError);
  });
});

describe('relations', () => {
  const codes = (periods: ReportingPeriod[]) => periods.map((period) => period.code);
  const q2 = periodOf('2018-19/Q2');

  it('knows its neighbours and its year', () => {
    expect(predecessor(q2).code).toBe('2018-19/Q1');
    expect(predecessor(periodOf('2018-19/Q1')).code).toBe('2017-18/Q4');
    expect(successor(periodOf('2018-19/M12')).code).toBe('2019-20/M01');
    expect(samePeriodLastYear(q2).code).toBe('2017-18/Q2');
    expect(samePeriodLastYear(periodOf('2018-19A')).code).toBe('2017-18A');
    expect(yearOf(q2).code).toBe('2018-19');
    expect(lastYearOf(q2).code).toBe('2017-18');
    expect(isYearEnd(q2)).toBe(false);
    expect(isYearEnd(periodOf('2018-19/Q4'))).toBe(true);
    expect(isYearEnd(periodOf('2018-19'))).toBe(true);
  });

  it('lists the periods of a year, to date, and the last few', () => {
    expect(codes(periodsIn('2018-19', 'half'))).toEqual(['2018-19/H1', '2018-19/H2']);
    expect(codes(periodsToDate(q2))).toEqual(['2018-19/Q1', '2018-19/Q2']);
    expect(codes(periodsWithin(q2, 'month'))).toEqual(['2018-19/M04', '2018-19/M05', '2018-19/M06']);
    expect(periodsWithin(q2, 'year')).toEqual([]);
    expect(codes(lastPeriods(q2, 4))).toEqual(['2017-18/Q3', '2017-18/Q4', '2018-19/Q1', '2018-19/Q2']);
  });

  it('contains days and periods, ends included', () => {
    expect(containsDay(q2, '2018-07-01')).toBe(true);
    expect(containsDay(q2, '2018-09-30')).toBe(true);
    expect(containsDay(q2, '2018-10-01')).toBe(false);
    expect(containsPeriod(periodOf('2018-19'), q2)).toBe(true);
    expect(containsPeriod(q2, periodOf('2018-19/H1'))).toBe(false);
  });

  it('orders by last day, the shorter first', () => {
    const mixed = ['2018-19', '2018-19/Q4', '2018-19/M12', '2017-18', '2018-19/H2', '2018-19/Q1'].map(
      periodOf,
    );
    expect(codes(mixed.sort(comparePeriods))).toEqual([
      '2017-18',
      '2018-19/Q1',
      '2018-19/M12',
      '2018-19/Q4',
      '2018-19/H2',
      '2018-19',
    ]);
  });
});

describe('days', () => {
  it('finds the period that ends on a day', () => {
    expect(periodOfEnd('2018-09-30', 'quarter', 'financial')).toMatchObject({
      period: { code: '2018-19/Q2' },
    });
    expect(periodOfEnd('2019-03-31', 'year', 'financial')).toMatchObject({ period: { code: '2018-19' } });
    expect(periodOfEnd('2018-09-30', 'quarter', 'calendar')).toMatchObject({ period: { code: '2018/Q3' } });
    expect(periodOfEnd('2018-08-31', 'quarter', 'academic')).toMatchObject({
      period: { code: '2017-18A/Q4' },
    });
    expect(periodOfEnd('2018-09-29', 'quarter', 'financial')).toEqual({
      problem:
        '29-Sep-2018 is not the last day of a quarter. It falls in 2018-19/Q2, which ends on 30-Sep-2018: correct the date or name the period.',
    });
  });

  it.each([
    ['2018-03-31T22:59:59Z', '2018-03-31'], // summer time began on 25 March 2018
    ['2018-03-31T23:00:00Z', '2018-04-01'],
    ['2018-06-30T22:59:59.999Z', '2018-06-30'],
    ['2018-06-30T23:30:00Z', '2018-07-01'],
    ['2018-09-30T22:59:59Z', '2018-09-30'],
    ['2018-09-30T23:00:00Z', '2018-10-01'],
    ['2018-12-31T23:30:00Z', '2018-12-31'], // winter: London is UTC
    ['2013-03-31T00:30:00Z', '2013-03-31'], // the clocks change within the last day of the quarter
    ['2013-03-31T22:59:59Z', '2013-03-31'],
    ['2013-03-31T23:00:00Z', '2013-04-01'],
    ['2018-06-30T23:59:59-05:00', '2018-07-01'],
  ])('%s is %s in London', (instant, day) => {
    expect(dayIn(instant, 'Europe/London')).toBe(day);
  });

  it('refuses an instant without a zone', () => {
    expect(() => dayIn('2018-06-30T23:30:00', 'Europe/London')).toThrow(RangeError);
  });

  it('ends a quarter at the end of its last day in London', () => {
    expect(endOfPeriod(periodOf('2018-19/Q2'), 'Europe/London')).toBe('2018-09-30T23:00:00Z');
    expect(endOfPeriod(periodOf('2018-19/Q3'), 'Europe/London')).toBe('2019-01-01T00:00:00Z');
  });
});

const anyPeriod = fc
  .record({
    beginsIn: fc.integer({ min: 1902, max: 2190 }),
    kind: fc.constantFrom('financial' as const, 'calendar' as const, 'academic' as const),
    part: fc.constantFrom(
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => ['month', n] as const),
      ...[1, 2, 3, 4].map((n) => ['quarter', n] as const),
      ['half', 1] as const,
      ['half', 2] as const,
      ['year', 1] as const,
    ),
  })
  .map(({ beginsIn, kind, part }) => periodIn(beginsIn, kind, part[0], part[1]));

describe('properties', () => {
  it('the code is the whole identity, and days lead back to the period', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(periodOf(period.code)).toEqual(period);
        for (const day of [period.start, period.end]) {
          expect(periodHolding(day, period.span, period.yearKind)).toEqual(period);
        }
        expect(periodOfEnd(period.end, period.span, period.yearKind)).toEqual({ period });
      }),
    );
  });

  it('neighbours are inverse, adjoin without a gap, and a year of steps is a year', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const next = successor(period);
        expect(predecessor(next)).toEqual(period);
        expect(containsDay(next, period.end)).toBe(false);
        expect(comparePeriods(period, next)).toBe(-1);
        const years = periodsIn(period.year, period.span);
        expect(lastPeriods(period, years.length + 1)[0]).toEqual(samePeriodLastYear(period));
        expect(years.at(0)?.start).toBe(yearOf(period).start);
        expect(years.at(-1)?.end).toBe(yearOf(period).end);
      }),
    );
  });
});
