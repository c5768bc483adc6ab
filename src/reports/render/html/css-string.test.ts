import { describe, expect, it } from 'vitest';
import { cssString } from './css-string.ts';

describe('cssString', () => {
  it('keeps plain letters, digits and spaces', () => {
    expect(cssString('Borchester City Council 2018')).toBe('"Borchester City Council 2018"');
  });

  it('writes everything else as an escape', () => {
    expect(cssString('30-Sep')).toBe('"30\\2d Sep"');
    expect(cssString('“é” 🙂')).toBe('"\\201c \\e9 \\201d  \\1f642 "');
  });

  it('cannot be left: no quote, backslash, line break or end of the style element survives', () => {
    const hostile = cssString('"}</style><script>\\\n\r\f\u0000\ud800');
    expect(hostile.slice(1, -1)).toMatch(/^(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*$/);
    expect(hostile).toContain('\\fffd ');
  });
});
