import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, toText } from './decimal.ts';
import { parseFigure } from './parse.ts';
import type { Unit } from './unit.ts';

const number: Unit = { kind: 'number', decimals: 1 };
const percentage: Unit = { kind: 'percentage', decimals: 1 };
const days: Unit = { kind: 'duration', decimals: 1, noun: 'days' };
const pounds: Unit = { kind: 'currency', decimals: 0, symbol: '£' };
const rate: Unit = { kind: 'rate', decimals: 2, per: '10,000 population' };
const ratio: Unit = { kind: 'ratio', decimals: 1 };
const milestone: Unit = {
  kind: 'milestone',
  scale: { steps: ['Completed', 'On track', 'Minor slippage', 'Major slippage'] },
};
const yesNo: Unit = { kind: 'yesNo' };
const date: Unit = { kind: 'date' };

/** What a typed text is read as, in one word or number. */
function read(typed: string, unit: Unit | null): string {
  const result = parseFigure(typed, unit);
  if ('problem' in result) return `REFUSED: ${result.problem}`;
  const { figure } = result;
  expect(figure.typed).toBe(typed);
  switch (figure.kind) {
    case 'number':
      return toText(figure.value);
    case 'step':
      return figure.step;
    case 'date':
      return figure.date;
    case 'missing':
      return figure.reason;
  }
}

describe('what officers type and reports print', () => {
  it.each<[typed: string, unit: Unit | null, means: string]>([
    ['1,000.0', number, '1000'],
    ['60,000.0', number, '60000'],
    ['366', number, '366'],
    ['  366.0\u00a0', number, '366'],
    ['.5', number, '0.5'],
    ['007', number, '7'],
    ['+2.5', number, '2.5'],
    ['-0.2m', number, '-200000'],
    ['−0.2', number, '-0.2'],
    ['–3', number, '-3'],
    ['-0.0', number, '0'],
    ['1.2 million', number, '1200000'],
    ['12k', number, '12000'],
    ['94.5%', percentage, '94.5'],
    ['94.5 %', percentage, '94.5'],
    ['94.5 per cent', percentage, '94.5'],
    ['94.5', percentage, '94.5'],
    ['10.0 days', days, '10'],
    ['1 day', days, '1'],
    ['10days', days, '10'],
    ['15.1', days, '15.1'],
    ['81.10 per 10,000 population', rate, '81.1'],
    ['81.10 per 10000 Population', rate, '81.1'],
    ['81.10', rate, '81.1'],
    ['£1.2m', pounds, '1200000'],
    ['£1.2 m', pounds, '1200000'],
    ['£0.1234567m', pounds, '123456.7'],
    ['£1,200', pounds, '1200'],
    ['-£1,200', pounds, '-1200'],
    ['£-1,200', pounds, '-1200'],
    ['£2bn', pounds, '2000000000'],
    ['1200', pounds, '1200'],
    ['2.5:1', ratio, '2.5'],
    ['2.5', ratio, '2.5'],
    ['Completed', milestone, 'Completed'],
    ['MAJOR  SLIPPAGE', milestone, 'Major slippage'],
    ['on-track', milestone, 'On track'],
    ['yes', yesNo, 'Yes'],
    ['N', yesNo, 'No'],
    ['TRUE', yesNo, 'Yes'],
    ['30-Sep-2018', date, '2018-09-30'],
    ['30 September 2018', date, '2018-09-30'],
    ['30/09/2018', date, '2018-09-30'],
    ['1/4/2018', date, '2018-04-01'],
    ['2018-09-30', date, '2018-09-30'],
    ['45.0 tonnes', { kind: 'number', decimals: 1, noun: 'tonnes' }, '45'],
    // a document that states no unit
    ['81.10 per 10,000 population', null, '81.1'],
    ['7.7 per 100,000 population', null, '7.7'],
    ['10.0 days', null, '10'],
    ['45kg', null, '45'],
    ['Major Slippage', null, 'Major Slippage'],
    ['Phase 2 complete', null, 'Phase 2 complete'],
    ['30-Sep-2018', null, '2018-09-30'],
  ])('%j as %o is %s', (typed, unit, means) => {
    expect(read(typed, unit)).toBe(means);
  });
});

describe('no figure is a reason, never zero', () => {
  it.each([
    ['', 'blank'],
    ['   ', 'blank'],
    ['-', 'blank'],
    ['–', 'blank'],
    ['No data', 'blank'],
    ['N/A', 'notApplicable'],
    ['n/a', 'notApplicable'],
    ['Not applicable', 'notApplicable'],
    ['TBC', 'awaited'],
    ['Data awaited', 'awaited'],
    ['Not due', 'notDue'],
    ['Not yet due', 'notDue'],
    ['[c]', 'suppressed'],
    ['Withheld', 'withheld'],
  ])('%j is %s in every unit', (typed, reason) => {
    for (const unit of [number, percentage, days, pounds, rate, ratio, milestone, yesNo, date, null]) {
      expect(read(typed, unit)).toBe(reason);
    }
  });
});

describe('refused, with what to do', () => {
  it.each<[typed: string, unit: Unit | null, because: string]>([
    ['1.000,0', number, 'comma as the decimal point'],
    ['185,00', number, 'comma as the decimal point'],
    ['0,123', number, 'comma as the decimal point'],
    ['1,00,0', number, 'commas that do not separate thousands'],
    ['1,,000', number, 'commas that do not separate thousands'],
    ['1.2.3', number, 'more than one decimal point'],
    ['1 000', number, 'space inside the number'],
    ['5.', number, 'ends its number with'],
    ['1,000,', number, 'ends its number with'],
    ['.', number, 'no digits'],
    ['%', percentage, 'is not a percentage'],
    ['£', pounds, 'is not an amount of money'],
    ['NaN', number, 'is not a number'],
    ['-Infinity', number, 'is not a number'],
    ['null', null, 'is not a number'],
    ['1e400', number, 'scientific notation'],
    ['1E+400', number, 'scientific notation'],
    ['1e5', null, 'scientific notation'],
    ['0x1F', null, 'no unit we know'],
    ['12%%', percentage, 'not written in its unit'],
    ['12%%', null, 'no unit we know'],
    ['12 per', null, 'no unit we know'],
    ['12abc', null, 'no unit we know'],
    ['95*', null, 'no unit we know'],
    ['95 (provisional)', null, 'no unit we know'],
    ['3 - 5', null, 'no unit we know'],
    ['1/2', null, 'no unit we know'],
    ['10:30', null, 'no unit we know'],
    ['£12%', null, 'no unit we know'],
    [`1${'0'.repeat(40)}`, number, 'more than 40 digits'],
    [`1${'0'.repeat(35)}bn`, number, 'more than 40 digits'],
    ['9'.repeat(201), number, '201 characters'],
    ['(1.5)', number, 'brackets'],
    ['--5', number, 'two signs'],
    ['-£-5', pounds, 'two signs'],
    ['<5', number, 'is a limit'],
    ['~95', null, 'is a limit'],
    ['nil', number, 'zero or no data'],
    ['#DIV/0!', number, 'spreadsheet error'],
    ['#N/A', number, 'spreadsheet error'],
    ['=1+1', null, 'formula'],
    ['<b>5</b>', null, 'is not a figure'],
    ['½', null, 'is not a figure'],
    ['１２', null, 'is not a figure'],
    ['٥', number, 'is not a plain number'],
    ['1\u200b2', number, 'U+200B'],
    ['\u202e12', number, 'U+202E'],
    ['\ufeff12', number, 'U+FEFF'],
    ['12\u0000', number, 'U+0000'],
    ['10%', days, 'is a percentage, but this measure is a number of days'],
    ['10 weeks', days, 'is a number of weeks'],
    ['10m', days, 'a number with “m”'],
    ['10 days', percentage, 'is a number of days'],
    ['£5', number, 'an amount of money in £'],
    ['12 cases', number, 'is a number of cases, but this measure is a plain number'],
    ['81.10 per 100,000 population', rate, 'is a rate per 100,000 population'],
    ['3:2', ratio, 'not written in its unit'],
    ['Completed', number, 'is not a plain number'],
    ['2.0', milestone, 'one of the steps Completed, On track, Minor slippage, Major slippage'],
    ['Late', milestone, 'one of the steps'],
    ['1', yesNo, 'Yes or No'],
    ['31/02/2018', date, 'not a day in the calendar'],
    ['09/30/2018', date, 'not a day in the calendar'],
    ['30/09/18', date, 'not written as a date we can be sure of'],
    ['30.09.2018', null, 'not written as a date we can be sure of'],
    ['30/09/2018', number, 'is a date, but this measure is a plain number'],
    ['43373', date, 'is a number, but this measure is a date'],
  ])('%j as %o: %s', (typed, unit, because) => {
    const answer = read(typed, unit);
    expect(answer).toContain('REFUSED');
    expect(answer).toContain(because);
    expect(answer).toMatch(/\.$/);
  });

  it('quotes no invisible character back to the reader', () => {
    expect(read('\u202e12', number)).toContain('“[U+202E]12”');
  });
});

describe('properties', () => {
  it('reads every plain decimal exactly, however written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 15 }),
        (units, scale) => {
          const digits = units
            .toString()
            .replace('-', '')
            .padStart(scale + 1, '0');
          const cut = digits.length - scale;
          const text = `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${scale === 0 ? '' : `.${digits.slice(cut)}`}`;
          expect(read(text, number)).toBe(toText(decimal(text)));
        },
      ),
    );
  });

  it('answers any text whatever with a figure or a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const unit of [number, milestone, date, null]) {
          const result = parseFigure(text, unit);
          if ('problem' in result) expect(result.problem).not.toMatch(/[\u200b\u202e]/);
          else expect(result.figure.typed).toBe(text);
        }
      }),
    );
  });
});
