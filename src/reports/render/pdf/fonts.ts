import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codePointsOf } from './code-points.ts';
import { withFamily } from './font-family.ts';

/**
 * The text face in the four styles that the template uses, so that a wider set of the same face installed on
 * the machine is never the better match.
 */
const text = {
  family: 'Source Sans 3',
  files: ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'].map(
    (style) => `@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`,
  ),
};

/**
 * Wider alphabets and symbols, then emoji: one style each, which stands for all. They get a name of our own,
 * or else the bold or slanted style that some machines have of the same face would take their place there.
 */
const fallbacks = [
  { family: 'DejaVu Sans', ours: 'Outturn Sym', file: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf' },
  {
    family: 'Noto Emoji',
    ours: 'OutturnEmo',
    file: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  },
];

export interface Fonts {
  /** Names of the families, the first to try first. */
  families: readonly string[];
  blobs: Buffer[];
  /** Code points that can be printed in every style. */
  printable: ReadonlySet<number>;
}

/** Reads the fonts from the packages installed beside us, wherever this code runs from. */
export function loadFonts(): Fonts {
  const texts = text.files.map(read);
  const others = fallbacks.map(({ family, ours, file }) => withFamily(read(file), family, ours));
  const [regular, ...styles] = texts.map(codePointsOf);
  const printable = new Set([...regular!].filter((point) => styles.every((style) => style.has(point))));
  for (const other of others) for (const point of codePointsOf(other)) printable.add(point);
  return {
    families: [text.family, ...fallbacks.map(({ ours }) => ours)],
    blobs: [...texts, ...others],
    printable,
  };
}

function read(file: string): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(file)));
}
