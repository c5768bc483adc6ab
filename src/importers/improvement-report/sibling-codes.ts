import { type SplitDetails, splitCodeAndTitle } from './code-and-title.ts';

const LETTERS_AND_NUMBER =
  /^((?:[A-Z][A-Za-z&]{0,9} ){0,2}[A-Za-z]{1,5}[._/-]?)(\d{1,4}[A-Za-z]?)(?=[\s:.)–-])/;
const FEWEST_SIBLINGS = 2;
const LONGEST = 60;

/** The codes of a document, by the letters that their numbers follow. */
export type CodeFamilies = ReadonlyMap<string, readonly string[]>;

export function familiesOf(codes: readonly string[]): CodeFamilies {
  const families = new Map<string, string[]>();
  for (const code of codes) {
    const letters = LETTERS_AND_NUMBER.exec(`${code.slice(0, LONGEST)} `)?.[1];
    if (letters === undefined) continue;
    const family = families.get(letters);
    if (family === undefined) families.set(letters, [code]);
    else if (family.length < FEWEST_SIBLINGS) family.push(code);
  }
  return families;
}

/**
 * A cell in which no code was found because its first word is also a common term (`PM10`, `H1`, `KS2`) is split
 * after that word where other measures of the document have codes of the same letters.
 * @param families of the other measures, those for which a code was found
 */
export function splitLikeSiblings(cell: string, families: CodeFamilies): SplitDetails | null {
  const found = LETTERS_AND_NUMBER.exec(cell);
  if (found === null) return null;
  const [code, letters = ''] = found;
  const alike = families.get(letters) ?? [];
  const title = cell.slice(code.length).replace(/^[\s:.)–-]+/, '');
  if (alike.length < FEWEST_SIBLINGS || title === '') return null;
  // What follows the code may hold aliases; a code of no common term in its place brings them out.
  const rest = splitCodeAndTitle(`KPI 0${cell.slice(code.length)}`);
  return {
    code,
    aliases: rest.aliases,
    title: rest.title,
    split: `code ${code}, as ${alike.slice(0, 2).join(' and ')} are codes too`,
    splitDoubtful: true,
  };
}
