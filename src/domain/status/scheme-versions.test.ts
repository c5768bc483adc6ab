import { expect, test } from 'vitest';
import { decimal } from '../number/decimal.ts';
import type { ParameterOverride } from './inputs.ts';
import { overrideProblems } from './overrides.ts';
import { derby } from './presets/derby.ts';
import { kent } from './presets/kent.ts';
import { defineScheme } from './scheme.ts';
import { schemeInForce } from './scheme-versions.ts';

const version = (number: number, effectiveFrom: string, effectiveTo: string | null = null) =>
  defineScheme({ ...derby, version: number, effectiveFrom, effectiveTo });

test('the version that began last is in force, until its end', () => {
  const versions = [version(2, '2019-04-01', '2021-03-31'), version(1, '2018-04-01')];
  const inForce = (on: string) => schemeInForce(versions, on)?.version ?? null;
  expect(inForce('2018-03-31')).toBeNull();
  expect(inForce('2018-04-01')).toBe(1);
  expect(inForce('2019-03-31')).toBe(1);
  expect(inForce('2019-04-01')).toBe(2);
  expect(inForce('2021-03-31')).toBe(2);
  expect(inForce('2021-04-01')).toBeNull();
  expect(schemeInForce([version(4, '2020-01-01'), version(3, '2020-01-01')], '2020-01-01')?.version).toBe(4);
});

test('an override needs a known setting, a size and a reason', () => {
  const override = (parameter: string, value: string, reason: string): ParameterOverride => ({
    parameter,
    value: decimal(value),
    level: 'measure',
    reason,
  });
  expect(
    overrideProblems(derby, [
      override('amber', '10', 'agreed in May'),
      override('tolerance', '3', 'as last year'),
    ]),
  ).toEqual([]);
  expect(overrideProblems(derby, [override('amber', '10', ' ')])).toEqual([
    {
      about: 'reason',
      message: 'The measure setting of “amber” has no reason.',
      remedy: 'Say who agreed 10, and why.',
    },
  ]);
  expect(overrideProblems(derby, [override('slack', '-1', 'x')])).toHaveLength(2);
  expect(overrideProblems(kent, [override('tolerance', '1', 'x')])).toMatchObject([
    { about: 'parameter', remedy: 'This scheme has no settings.' },
  ]);
});
