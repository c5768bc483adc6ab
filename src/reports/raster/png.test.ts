import { describe, expect, it } from 'vitest';
import { pngFromSvg } from './png.ts';

const svg = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20" viewBox="0 0 80 20">` +
  `<text x="2" y="15" font-family="Arial, sans-serif" font-size="14">${text}</text></svg>`;

/** Width and height from the header chunk of a PNG. */
const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('pngFromSvg', () => {
  it('draws at the asked number of pixels a unit', async () => {
    expect(size(await pngFromSvg(svg('Amber'), 3))).toEqual([240, 60]);
  });

  it('draws letters although no font of the machine is used', async () => {
    const words = await pngFromSvg(svg('Amber'));
    expect(Buffer.from(words).equals(Buffer.from(await pngFromSvg(svg(''))))).toBe(false);
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = await Promise.all([pngFromSvg(svg('Red')), pngFromSvg(svg('Red'))]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('refuses what is not SVG', async () => {
    await expect(pngFromSvg('<p>not a picture</p>')).rejects.toThrow();
  });
});
