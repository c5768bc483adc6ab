import { describe, expect, it } from 'vitest';
import { loadFonts } from './fonts.ts';
import { printableWith } from './printable.ts';

const printable = printableWith(
  new Set([...'abcdefghijklmnopqrstuvwxyzé…’'].map((letter) => letter.codePointAt(0)!)),
);

describe('printable text', () => {
  it.each([
    ['plain text, as it is: <b> & #x', 'plain text, as it is: <b> & #x'],
    ['caf\u00e9\u2026', 'caf\u00e9\u2026'],
    ['two\nlines\tand\u2028more', 'two lines and more'],
    ['\u65e5', '[U+65E5]'],
    ['\u{1f600}', '[U+1F600]'],
    ['a\u0000b', 'a[U+0000]b'],
    ['\ud800', '[U+D800]'],
    ['a\u202eb', 'a[U+202E]b'],
    ['a\u200db\ufe0f', 'a\u200db\ufe0f'],
    ['\ufeffa', '\u2060a'],
  ])('of %j is %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('may break long runs, and loses nothing by it', () => {
    for (const run of [
      'a'.repeat(100),
      'https://example.org/one_two_three?four=five&six=seven',
      'x'.repeat(21),
    ]) {
      const shown = printable(run);
      expect(shown.replaceAll('\u200b', '')).toBe(run);
      expect(Math.max(...shown.split(/[\u200b/-]/).map((part) => part.length))).toBeLessThanOrEqual(23);
    }
    expect(printable('accommodation-based services')).toBe('accommodation-based services');
  });
});

describe('the fonts', () => {
  it('have names that are ours for all but the text face, and know what they can print', () => {
    const { families, blobs, printable: points } = loadFonts();
    expect(families).toEqual(['Source Sans 3', 'Outturn Sym', 'OutturnEmo']);
    expect(blobs).toHaveLength(6);
    for (const letter of 'aé£½≤→✓שم😀') expect(points.has(letter.codePointAt(0)!), letter).toBe(true);
    for (const letter of '日\u0007\ue123') expect(points.has(letter.codePointAt(0)!), letter).toBe(false);
  });
});
