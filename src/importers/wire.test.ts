import { describe, expect, it } from 'vitest';
import { decimal, toText } from '../domain/number/decimal.ts';
import { packed, packWithin, unpackWithin } from './wire.ts';

const sample = () => ({
  rows: [{ value: decimal('0.1'), typed: '0.1', none: null, list: [decimal('-12345678901234567890.5')] }],
  map: new Map([['a', { value: decimal('2') }]]),
  bytes: new Uint8Array([1, 2]),
});

describe('values between threads', () => {
  it('keep their decimals exact, by a copy that leaves the source alone', () => {
    const source = sample();
    const arrived = structuredClone(packed(source)) as typeof source;
    unpackWithin(arrived);
    expect(toText(arrived.rows[0]?.value.plus('0.2') ?? decimal('0'))).toBe('0.3');
    expect(arrived).toEqual(source);
    expect(source).toEqual(sample());
  });

  it('or in place, as one text', () => {
    const { rows } = sample();
    packWithin(rows);
    const arrived = JSON.parse(JSON.stringify(rows));
    unpackWithin(arrived);
    expect(arrived).toEqual(sample().rows);
  });

  it('take a key such as __proto__ for data', () => {
    const arrived = structuredClone(packed(JSON.parse('{"__proto__":{"polluted":true}}'))) as object;
    unpackWithin(arrived);
    expect(Object.keys(arrived)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
