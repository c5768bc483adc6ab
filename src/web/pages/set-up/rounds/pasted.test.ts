import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsIn } from '../../../../domain/period/relate.ts';
import { readPasted } from './pasted.ts';

const periods = periodsIn('2018-19', 'quarter');
const read = (text: string) => {
  const { meetings, problems } = readPasted(text, periods);
  return { meetings: Object.fromEntries(meetings), problems };
};

describe('meetings that were pasted', () => {
  it.each<[string, string, string, string]>([
    ['Q3\t13/2/2019\t20/2/2019', '2018-19/Q3', '13/2/2019', '20/2/2019'],
    ['Q3, 13/2/2019, 20/2/2019', '2018-19/Q3', '13/2/2019', '20/2/2019'],
    ['Quarter 3; 13 February 2019', '2018-19/Q3', '13 February 2019', ''],
    ['Quarter 3, 2018-19, 13/2/2019, 20/2/2019', '2018-19/Q3', '13/2/2019', '20/2/2019'],
    ['Qtr 4: 12/6/2019', '2018-19/Q4', '12/6/2019', ''],
    ['2018-19/Q4\t\t18/6/2019', '2018-19/Q4', '', '18/6/2019'],
    ['  q1 \t12/9/2018\t', '2018-19/Q1', '12/9/2018', ''],
  ])('%j', (line, period, cabinetOn, scrutinyOn) => {
    expect(read(line)).toEqual({ meetings: { [period]: { cabinetOn, scrutinyOn } }, problems: [] });
  });

  it('may have headings and empty lines', () => {
    expect(read('Round\tCabinet\tScrutiny\n\nQ1\t12/9/2018\n').problems).toEqual([]);
  });

  it('are refused line by line, all at once, each with what to do', () => {
    const text = [
      'Q1, soon',
      'Cabinet 12/9/2018',
      '2019-20/Q1, 11/9/2019',
      'Q2, 1/1/2019, 2/1/2019, 3/1/2019',
      'Q3, 30/2/2019',
      'Q4',
      'Q4',
    ];
    expect(read(text.join('\n')).problems).toEqual([
      'Line 1: “soon” must be a real date, like 13/2/2019',
      'Line 2: begin with the round, like Q3, then Cabinet’s day and scrutiny’s',
      'Line 3: 2019-20/Q1 is not a round of this year',
      'Line 4: after the round there are two days at most, Cabinet’s and scrutiny’s',
      'Line 5: “30/2/2019” must be a real date, like 13/2/2019',
      'Line 7: 2018-19/Q4 is there twice',
    ]);
    expect(read('Q1\n'.repeat(70)).problems).toEqual(['Paste at most 60 lines: there are 71']);
  });

  it('never throw, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(Array.isArray(read(`Q${text}`).problems)).toBe(true);
      }),
    );
  });
});
