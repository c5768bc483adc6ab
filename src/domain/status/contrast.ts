/** What WCAG 2.2 asks of text (success criterion 1.4.3). */
export const leastContrast = 4.5;

const HEX = /^#[0-9a-f]{6}$/i;

/** The relative luminance of `#rrggbb`, as WCAG 2.2 defines it: 0 for black, 1 for white. */
export function luminance(colour: string): number {
  if (!HEX.test(colour)) throw new RangeError(`not a colour written as #rrggbb: ${JSON.stringify(colour)}`);
  const part = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

/**
 * The contrast of two colours, from 1 (the same) to 21 (black on white), by the WCAG 2.2 formula. It is compared
 * unrounded: 4.49 is not 4.5.
 *
 * @throws RangeError for anything but `#rrggbb`.
 * @example contrast('#000000', '#ffffff') // 21
 */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}
