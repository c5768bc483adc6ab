import type { Found } from '../finding.ts';
import type { CheckInput } from '../input.ts';
import { part, type Reading } from '../reading.ts';

/** What everybody knows, or reads as a name. */
const KNOWN = new Set(
  'NHS UK EU GB GP GPS HR IT ICT VAT CCTV BBC MP MPS USA PDF CV FAQ ID OK AM PM DIY NI TV DVD PC WC LED LGBT LGBTQ COVID AIDS HIV GCSE GCSES A&E Q1 Q2 Q3 Q4 KPI KPIS LA LAS DWP HMRC RSPCA NSPCC UNICEF NATO AGM PIN SMS URL USB WIFI ISBN IQ MOT ISO BST GMT PAYE ATM BMX DNA XL'.split(
    ' ',
  ),
);
const ABBREVIATION = /(?<![\p{L}\d&])(?:\p{Lu}{2,7}|\p{Lu}&\p{Lu})(?=s?(?![\p{L}\d&]|\.\p{L}))/gu;
/** A quick look before the slow one. */
const MAY_SHORTEN = /[A-Z]{2}|[A-Z]&|[^\u0000-\u007f]/;
/** "Refuse collection vehicles (RCVs)", "RCV (refuse collection vehicle)": explained as it is used. */
const explains = (text: string, letters: string): boolean =>
  [`(${letters}`, `${letters} (`, `${letters}s (`].some((form) => text.includes(form)) &&
  new RegExp(String.raw`\p{L}[^()]{2,80} \(${letters}s?\)|\b${letters}s? \(\p{L}[^()]{3,80}\)`, 'u').test(
    text,
  );

/** An abbreviation that neither the text, the title, the glossary nor common knowledge explains; once for each. */
export function abbreviation({ input, sentences }: Reading): Found[] {
  const { texts, measure, glossary } = input;
  const all = `${measure.title}\n${texts.context}\n${texts.actions}\n${texts.intervention}`;
  const codes = lettersOf(input.measures.named);
  const own = lettersIn(measure);
  const seen = new Set<string>();
  let initials: string | null = null;
  return sentences.flatMap((sentence) =>
    [...(MAY_SHORTEN.test(sentence.text) ? sentence.text.matchAll(ABBREVIATION) : [])].flatMap(
      (match): Found[] => {
        const [letters] = match;
        if (seen.has(letters)) return [];
        seen.add(letters);
        if (
          KNOWN.has(letters) ||
          glossary[letters] !== undefined ||
          codes.has(letters) ||
          own.includes(letters) ||
          isShouted(sentence.text)
        )
          return [];
        initials ??= initialsOf(all);
        if (initials.includes(letters.replaceAll('&', '').toLowerCase()) || explains(all, letters)) return [];
        return [
          {
            ...part(sentence, match.index, letters.length),
            says: `${letters} is not explained. Write it out the first time, or add it to the council's list of abbreviations.`,
            severity: 'advice',
          },
        ];
      },
    ),
  );
}

type Named = CheckInput['measures']['named'][number];

const lettersIn = ({ code, aliases }: Pick<Named, 'code' | 'aliases'>): string[] =>
  [code, ...aliases].flatMap((one) => one.match(/\p{Lu}+/gu) ?? []);

/** The measures that may be named are the same for every update of a round: their codes are taken apart once. */
const known = new WeakMap<readonly Named[], ReadonlySet<string>>();

function lettersOf(named: readonly Named[]): ReadonlySet<string> {
  const held = known.get(named) ?? new Set(named.flatMap(lettersIn));
  known.set(named, held);
  return held;
}

/** The first letters of all words run together, small joining words left out: "return to work" holds "rw" and "rtw". */
function initialsOf(text: string): string {
  const words = (text.match(/\p{L}[\p{L}'’]*/gu) ?? []).filter((word) => !/^\p{Lu}{2,7}s?$/u.test(word));
  const letters = (some: readonly string[]) => some.map((word) => word.charAt(0).toLowerCase()).join('');
  return `${letters(words)} ${letters(words.filter((word) => !/^(?:and|of|the|for|to|in|with|a|an|or|on|by)$/i.test(word)))}`;
}

/** A line all in capitals is a heading. */
const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text);
