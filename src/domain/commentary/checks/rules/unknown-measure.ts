import type { Found } from '../finding.ts';
import type { NamedMeasure } from '../input.ts';
import { part, type Reading } from '../reading.ts';

/** A code that ends in its number: what comes before, the number's shape, and a letter at the end. */
const CODE = /^(.*\p{L}[ ./-]?)(\d+(?:\.\d+)*)(\p{L}?)$/u;

/**
 * A measure code that nobody has: it begins as codes of this authority do and is written as they are. Only where all of the
 * authority's measures are known, and where the beginning is more than a word that texts use anyway.
 */
export function unknownMeasure({ input, sentences }: Reading): Found[] {
  const { named, complete } = input.measures;
  if (!complete) return [];
  const { families, known } = familiesOf([...named, input.measure]);
  if (families.length === 0) return [];
  const pattern = new RegExp(String.raw`(?<![\p{L}\d])(?:${families.join('|')})(?![\p{L}\d]|\.\d)`, 'gu');
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(pattern)].flatMap((match): Found[] => {
      if (known.has(plain(match[0]))) return [];
      return [
        {
          ...part(sentence, match.index, match[0].length),
          says: `There is no measure ${match[0]}. Correct the code.`,
          severity: 'warning',
        },
      ];
    }),
  );
}

const plain = (code: string): string => code.toLowerCase().replace(/[\s./-]+/g, '');

/** Codes are free text and are never parsed for meaning; only their look is taken, for each beginning that two share. */
function familiesOf(measures: readonly NamedMeasure[]): { families: string[]; known: Set<string> } {
  const known = new Set<string>();
  const shapes = new Map<string, { count: number; pattern: string }>();
  for (const { code, aliases } of measures) {
    for (const each of [code, ...aliases]) known.add(plain(each));
    const read = CODE.exec(code);
    if (read === null) continue;
    const [, beginning = '', number = ''] = read;
    const dotted = number.includes('.');
    // "SEND 6" begins with a word that stands before other numbers too; "CM PM24", "WS 4" and "HOM 2.4" do not.
    const word = beginning.trim();
    if (word.length < 2 || (/^\p{L}{4,}$/u.test(word) && !dotted)) continue;
    const pattern = `${escaped(word)}[ ./-]?${number.replace(/\d+/g, String.raw`\d+`).replaceAll('.', String.raw`\.`)}\\p{Ll}?`;
    const held = shapes.get(pattern);
    shapes.set(pattern, { count: (held?.count ?? 0) + 1, pattern });
  }
  return { families: [...shapes.values()].map(({ pattern }) => pattern), known };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
