import { expect, it } from 'vitest';
import { isoInstant, types } from './types.ts';

it('gives instants as ISO text in UTC, dates and numbers as they are', () => {
  expect(isoInstant('2018-10-12 08:30:00+00')).toBe('2018-10-12T08:30:00.000Z');
  expect(isoInstant('2018-10-12 08:30:00.5+00')).toBe('2018-10-12T08:30:00.500Z');
  expect(() => isoInstant('2018-10-12 08:30:00+01')).toThrow(/not an instant in UTC/);
  const parse = (oid: number, text: string) =>
    types.getTypeParser(oid as never, 'text')(text as never) as unknown;
  expect(parse(1082, '2024-07-01')).toBe('2024-07-01');
  expect(parse(1700, '0.10')).toBe('0.10');
  expect(parse(20, '9007199254740993')).toBe('9007199254740993');
  expect(parse(23, '7')).toBe(7);
});
