import { decimal } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import type { DirectionInputs } from './inputs.ts';
import { type DirectionScheme, type DirectionSchemeInput, defineDirectionScheme } from './scheme.ts';

/** Short ways to write the inputs of a test, and nothing else. */
export const one: Unit = { kind: 'number', decimals: 1 };
export const percent: Unit = { kind: 'percentage', decimals: 1 };
export const scale: Unit = {
  kind: 'milestone',
  scale: { steps: ['Completed', 'On track', 'Minor slippage', 'Major slippage'] },
};

export const n = (text: string): Figure => ({ kind: 'number', value: decimal(text) });
export const step = (text: string): Figure => ({ kind: 'step', step: text });
export const none = (reason: 'blank' | 'awaited' | 'notComparable' | 'unusable' = 'blank'): Figure => ({
  kind: 'missing',
  reason,
});

export function inputs(some: Partial<DirectionInputs>): DirectionInputs {
  return {
    polarity: 'higher',
    unit: one,
    now: none(),
    forecast: null,
    previous: null,
    lastYear: null,
    lastOutturn: null,
    history: [],
    ...some,
  };
}

export function scheme(some: Partial<DirectionSchemeInput>): DirectionScheme {
  const base = { id: 'test', name: 'Test', version: 1, effectiveFrom: '2018-04-01' };
  return defineDirectionScheme({ ...base, basis: 'previousPeriod', ...some });
}
