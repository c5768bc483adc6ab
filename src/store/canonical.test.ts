import { expect, it } from 'vitest';
import { canonicalJson, digestOf, instant, storable } from './canonical.ts';

it('writes equal values as equal text, whatever the order of their keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
});

it('tells nothing from an empty text, and one column from the next', () => {
  expect(digestOf([null])).not.toBe(digestOf(['']));
  expect(digestOf(['a', ''])).not.toBe(digestOf(['', 'a']));
});

it('takes instants with a zone only, and gives them in UTC with milliseconds', () => {
  expect(instant('2018-10-12T09:30:00+01:00')).toBe('2018-10-12T08:30:00.000Z');
  for (const text of ['2018-10-12', '2018-10-12T08:30:00', 'yesterday']) {
    expect(() => instant(text)).toThrow(/is not a moment in time/);
  }
});

it('refuses what PostgreSQL cannot hold, saying where it is', () => {
  expect(storable('x<y \u{1F3E0}', () => 'it')).toBe('x<y \u{1F3E0}');
  expect(() => storable('a\0', () => 'The commentary')).toThrow(/^The commentary holds a character/);
  expect(() => storable('a\ud800', () => 'it')).toThrow(/surrogate/);
});
