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
  const { families, known } = familiesOf(named);
  if (families === null) return [];
  const own = new Set([input.measure.code, ...input.measure.aliases].map(plain));
  return sentences.flatMap((sentence) =>
    [...(/\d/.test(sentence.text) ? sentence.text.matchAll(families) : [])].flatMap((match): Found[] => {
      if (known.has(plain(match[0])) || own.has(plain(match[0]))) return [];
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

interface Codes {
  /** Finds what looks like a code; null where no family of codes can be told from words. */
  families: RegExp | null;
  known: ReadonlySet<string>;
}

/** The measures of an authority are one list for all updates of a round. */
const read = new WeakMap<readonly NamedMeasure[], Codes>();

function familiesOf(measures: readonly NamedMeasure[]): Codes {
  const held = read.get(measures) ?? readFamilies(measures);
  read.set(measures, held);
  return held;
}

/** Codes are free text and are never parsed for meaning; only their look is taken. */
function readFamilies(measures: readonly NamedMeasure[]): Codes {
  const known = new Set<string>();
  const patterns = new Set<string>();
  for (const { code, aliases } of measures) {
    for (const each of [code, ...aliases]) known.add(plain(each));
    const found = CODE.exec(code);
    if (found === null) continue;
    const [, beginning = '', number = ''] = found;
    // "SEND 6" begins with a word that stands before other numbers too; "CM PM24", "WS 4" and "HOM 2.4" do not.
    const word = beginning.replace(/[ ./-]+$/, '');
    if (word.length < 2 || (/^\p{L}{4,}$/u.test(word) && !number.includes('.'))) continue;
    const shape = number.replace(/\d+/g, String.raw`\d+`).replaceAll('.', String.raw`\.`);
    patterns.add(`${escaped(word)}[ ./-]?${shape}\\p{Ll}?`);
  }
  if (patterns.size === 0) return { families: null, known };
  const any = [...patterns].join('|');
  return { families: new RegExp(String.raw`(?<![\p{L}\d])(?:${any})(?![\p{L}\d]|\.\d)`, 'gu'), known };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
