import { describe, expect, it } from 'vitest';
import { numberFormat } from './number-format.ts';

const format = (decimals: number, prefix = '', suffix = '', grouping = true) =>
  numberFormat({ decimals, prefix, suffix, grouping });

describe('numberFormat', () => {
  it.each([
    [format(0), '#,##0'],
    [format(1), '#,##0.0'],
    // A unit of many words stands in a column of its own.
    [format(2, '', ' per 10,000 population'), '#,##0.00'],
    [format(1, '', ' days'), '#,##0.0" days"'],
    [format(1, '', '%'), '#,##0.0"%"'],
    [format(1, '£', 'm'), '"£"#,##0.0"m"'],
    [format(0, '', '', false), '0'],
    [format(0, '', ' 6" pipes'), '#,##0" 6"\\"" pipes"'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
