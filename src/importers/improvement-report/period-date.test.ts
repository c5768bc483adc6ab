import { describe, expect, it } from 'vitest';
import { dateOfLine, dateWithin } from './period-date.ts';

const END = '2018-09-30';

describe('the date at the head of a page', () => {
  it.each([
    '30-Sep-2018',
    '30 September 2018',
    '30th September 2018',
    '30th of September 2018',
    '30 Sept 2018',
    '30-Sep-18',
    '30/09/2018',
    '30/09/18',
    '30.09.2018',
    '30-09-2018',
    '2018-09-30',
    'September 30, 2018',
    'Sunday 30 September 2018',
    'Sunday, 30 September 2018',
    '30/09/2018 00:00:00',
    '2018-09-30T00:00:00',
    'As at 30 September 2018',
    'Position at: 30-Sep-2018',
    'Quarter ended 30 September 2018',
    'For the period ending 30th September 2018',
    'Period end date: 30/09/2018',
    'Date: 30 Sep 2018',
    'September 2018',
    'Sep-18',
    'Month ended September 2018',
    'July to September 2018',
    'July - September 2018',
    '1 July to 30 September 2018',
    '1 July 2018 - 30 September 2018',
    '01/07/2018 - 30/09/2018',
    'Period: 1st July 2018 to 30th September 2018',
    'Q2 2018/19',
    'Quarter 2 2018-19',
    'Quarter 2, 2018-2019',
    '2018/19 Q2',
    '2018/19 Quarter 2',
    'Quarter 2 2018/19 (July to September 2018)',
    'Quarter 2 (July - September 2018)',
  ])('%s', (line) => {
    expect(dateOfLine(line)).toEqual({ date: END });
  });

  it.each([
    ['Q4 2018/19', '2019-03-31'],
    ['Year end 2018/19', '2019-03-31'],
    ['Year ended 31 March 2019', '2019-03-31'],
    ['February 2020', '2020-02-29'],
    ['31-Aug-2019', '2019-08-31'],
  ])('%s', (line, date) => {
    expect(dateOfLine(line)).toEqual({ date });
  });

  it.each([
    'Derby City Council',
    'Council Plan 2018-2022',
    'Q2 2018/20',
    'Quarter 2',
    'Quarter 2 2018/19 Performance Report',
    '12 wards and 30 parishes to be served in 2018',
    'Page 3 of 12',
    'There were 3 to 5 in May 2018',
    'Delivering for 2018',
  ])('%s is no date', (line) => {
    expect(dateOfLine(line)).toBeNull();
  });

  it('says why a day that is not in the calendar is none', () => {
    expect(dateOfLine('31/06/2019')).toEqual({
      problem: expect.stringContaining('not a day in the calendar'),
    });
  });

  it.each([
    ['Improvement Report - Council Scorecard, 30-Sep-2018', 'Improvement Report - Council Scorecard'],
    ['Improvement Report (30 September 2018)', 'Improvement Report'],
    ['Improvement Report as at 30 September 2018', 'Improvement Report'],
    ['Quarter 2 2018/19 Performance Report', 'Performance Report'],
    ['Performance Report – Q2 2018/19', 'Performance Report'],
    ['Performance Report – Q2 2018/19 – Council Plan', 'Performance Report – Council Plan'],
  ])('%s has its date within', (line, rest) => {
    expect(dateWithin(line)).toEqual({ date: END, rest });
  });
});
