import { describe, expect, it } from 'vitest';
import type { Column } from '../../model/report.ts';
import { columnWidths } from './column-widths.ts';
import { TEXT_WIDTH } from './page-size.ts';

const columns = (...shares: number[]): Column[] =>
  shares.map((width, index) => ({ key: `c${index}`, heading: '', width, align: 'start' }));
const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0);

describe('columnWidths', () => {
  it.each([
    [[13, 8, 8, 14, 20, 20, 17]],
    [[2, 2, 90, 2, 2, 2]],
    [[25, 75]],
    [[100]],
    [Array.from({ length: 30 }, () => 3)],
    [[0, 0]],
  ])('fills the page with %j', (shares) => {
    expect(sum(columnWidths(columns(...shares)))).toBe(TEXT_WIDTH);
  });

  it('never breaks a word of a status heading', () => {
    expect(Math.min(...columnWidths(columns(2, 2, 90, 2, 2, 2)))).toBeGreaterThanOrEqual(1000);
  });
});
