import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';

/** The only face a picture may use: it comes with the package, so every machine draws the same letters. */
const FONT_FAMILY = 'Source Sans 3';
const FACES = [
  '400Regular/SourceSans3_400Regular.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
  '700Bold/SourceSans3_700Bold.ttf',
];

let fontFiles: readonly string[] | undefined;

function ownFonts(): string[] {
  const require = createRequire(import.meta.url);
  fontFiles ??= FACES.map((face) => require.resolve(`@expo-google-fonts/source-sans-3/${face}`));
  return [...fontFiles];
}

/**
 * Draws an SVG as PNG bytes, `zoom` pixels to one user unit. The same SVG gives the same bytes on any
 * machine: fonts of the machine are never looked at.
 */
export async function pngFromSvg(svg: string, zoom = 2): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      loadSystemFonts: false,
      fontFiles: ownFonts(),
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
    logLevel: 'off',
  });
  return new Uint8Array(image.asPng());
}
