import { describe, expect, it } from 'vitest';
import { decimal } from '../number/decimal.ts';
import { sideOf } from './side-of.ts';

describe('on which side of its tolerance a figure was', () => {
  it.each([
    ['higher', '100', '106', '5', 'better'],
    ['higher', '100', '105', '5', 'within'],
    ['higher', '100', '95', '5', 'within'],
    ['higher', '100', '94.99', '5', 'worse'],
    ['lower', '100', '94', '5', 'better'],
    ['lower', '100', '106', '5', 'worse'],
    ['higher', '0', '0', '5', 'within'],
    ['higher', '-10', '-11', '5', 'worse'],
    ['closest', '100', '90', '5', null],
  ] as const)('%s, target %s, actual %s, tolerance %s%%: %s', (polarity, target, actual, tolerance, side) => {
    const percent = { size: decimal(tolerance), unit: 'percent' } as const;
    expect(sideOf(decimal(actual), decimal(target), polarity, percent)).toBe(side);
  });

  it.each([
    ['points', '82', '2', 'within'],
    ['points', '77.9', '2', 'worse'],
    ['unit', '82.1', '2', 'better'],
    ['count', '82', '2', null],
  ] as const)('target 80, actual %2$s, tolerance %3$s %1$s', (unit, actual, size, side) => {
    expect(sideOf(decimal(actual), decimal('80'), 'higher', { size: decimal(size), unit })).toBe(side);
  });
});
