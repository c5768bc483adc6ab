import { describe, expect, it } from 'vitest';
import { bankHolidays } from './bank-holidays.ts';
import {
  clearDays,
  lastDayOfNotice,
  whyClosed,
  workingDaysBefore,
  workingDaysUntil,
} from './working-days.ts';

describe('the bank holidays of England', () => {
  // As gov.uk/bank-holidays listed them.
  it.each<[number, string[]]>([
    [
      2018,
      [
        '2018-01-01',
        '2018-03-30',
        '2018-04-02',
        '2018-05-07',
        '2018-05-28',
        '2018-08-27',
        '2018-12-25',
        '2018-12-26',
      ],
    ],
    [
      2020,
      [
        '2020-01-01',
        '2020-04-10',
        '2020-04-13',
        '2020-05-08',
        '2020-05-25',
        '2020-08-31',
        '2020-12-25',
        '2020-12-28',
      ],
    ],
    [
      2022,
      [
        '2022-01-03',
        '2022-04-15',
        '2022-04-18',
        '2022-05-02',
        '2022-06-02',
        '2022-06-03',
        '2022-08-29',
        '2022-09-19',
        '2022-12-26',
        '2022-12-27',
      ],
    ],
    [
      2027,
      [
        '2027-01-01',
        '2027-03-26',
        '2027-03-29',
        '2027-05-03',
        '2027-05-31',
        '2027-08-30',
        '2027-12-27',
        '2027-12-28',
      ],
    ],
  ])('of %i', (year, days) => {
    expect(bankHolidays(year).map(({ day }) => day)).toEqual(days);
  });

  it('says why nobody works', () => {
    expect(whyClosed('2020-12-28')).toBe('Boxing Day (substitute day)');
    expect(whyClosed('2019-01-12')).toBe('a Saturday');
    expect(whyClosed('2019-01-14')).toBeNull();
  });
});

describe('working days', () => {
  it.each([
    ['2019-01-14', 5, '2019-01-07'],
    ['2019-01-14', 1, '2019-01-11'],
    ['2019-01-02', 3, '2018-12-27'],
    ['2019-01-13', 0, '2019-01-11'],
    ['2019-01-11', -1, '2019-01-14'],
  ])('%s, %i before: %s', (day, count, expected) => expect(workingDaysBefore(day, count)).toBe(expected));

  it.each([
    ['2018-10-12', '2018-10-15', 1],
    ['2018-10-15', '2018-10-12', -1],
    ['2018-10-13', '2018-10-14', 0],
    ['2018-12-21', '2019-01-02', 5],
  ])('from %s to %s: %i', (from, to, expected) => expect(workingDaysUntil(from, to)).toBe(expected));

  it('counts clear days between notice and meeting', () => {
    expect(clearDays('2018-11-27', '2018-12-05')).toBe(5);
    expect(clearDays('2018-12-05', '2018-12-05')).toBe(0);
    expect(lastDayOfNotice('2018-12-05', 5)).toBe('2018-11-27');
  });
});
