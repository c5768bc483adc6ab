import { describe, expect, it } from 'vitest';
import { significant } from './cells.ts';

describe('a number in the digits that a spreadsheet keeps', () => {
  it.each([
    ['81.1', '81.1'],
    ['-0.00', '-0.00'],
    ['123456789012345', '123456789012345'],
    // More digits before the point than it keeps: left to the writer, which writes them as text.
    ['1234567890123456', '1234567890123456'],
    ['90.90909090909090909091', '90.9090909090909'],
    ['-2.38754325259555555555', '-2.38754325259556'],
    ['0.00123456789012345678', '0.00123456789012346'],
    ['9.99999999999999999999', '10.00000000000000'],
    ['999999999999999.5', '1000000000000000'],
  ])('%s is %s', (exact, kept) => {
    expect(significant(exact)).toBe(kept);
  });
});
