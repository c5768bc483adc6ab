import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toText } from '../number/decimal.ts';
import { decimalOf, exactTextOf } from './float-text.ts';

it.each<[number, string]>([
  [81.1, '81.1'],
  [0.1 + 0.2, '0.3'],
  [-0, '0'],
  [1e21, '1000000000000000000000'],
  [1e-7, '0.0000001'],
  [-12.5, '-12.5'],
])('%d is written as %s', (value, text) => {
  expect(exactTextOf(value)).toBe(text);
});

it('writes a number as the decimal that it becomes is written', () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true, min: -1e39, max: 1e39 }),
    fc.double({ noNaN: true, min: -1000, max: 1000 }),
    fc.double({ noNaN: true, min: 1e13, max: 1e15 }),
    fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 100),
  );
  fc.assert(fc.property(numbers, (value) => exactTextOf(value) === toText(decimalOf(value))));
});
