import type { CheckSettings } from './settings.ts';

type Glossary = CheckSettings['glossary'];

/** More than any council's readers know. */
export const mostAbbreviations = 500;
const LONGEST = { short: 20, meaning: 200 } as const;

/**
 * A glossary as people write one: an abbreviation a line, then a comma, an equals sign, a colon or a tab, then its meaning.
 * Blank lines are passed over.
 *
 * In: the lines as typed or pasted. Out: the meanings by abbreviation, and every line that cannot be taken, with its number
 * and what to do; nothing is guessed.
 * @example readGlossary('CLT = Corporate Leadership Team').glossary // { CLT: 'Corporate Leadership Team' }
 */
export function readGlossary(text: string): { glossary: Glossary; problems: string[] } {
  const glossary = new Map<string, string>();
  const problems: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, short = '', meaning = ''] = /^\s*"?([^",=:\t]*?)"?\s*[,=:\t]\s*"?(.*?)"?\s*$/u.exec(line) ?? [];
    const wrong = wrongWith(short, meaning, glossary);
    if (wrong === null) glossary.set(short, meaning);
    else problems.push(`Line ${index + 1}: ${wrong}`);
  }
  if (glossary.size > mostAbbreviations) {
    problems.push(`Give ${mostAbbreviations} abbreviations or fewer`);
  }
  return { glossary: Object.fromEntries(glossary), problems };
}

function wrongWith(short: string, meaning: string, glossary: ReadonlyMap<string, string>): string | null {
  if (short === '' || meaning === '') {
    return 'write the abbreviation, a comma and its meaning, like CLT, Corporate Leadership Team';
  }
  if (short.length > LONGEST.short) return `the abbreviation must be ${LONGEST.short} characters or fewer`;
  if (meaning.length > LONGEST.meaning) return `the meaning must be ${LONGEST.meaning} characters or fewer`;
  return glossary.has(short) ? `${short} is in the list already` : null;
}

/**
 * The same as lines, by abbreviation: what `readGlossary` reads back.
 * @example glossaryLines({ CLT: 'Corporate Leadership Team' }) // 'CLT = Corporate Leadership Team'
 */
export const glossaryLines = (glossary: Glossary): string =>
  Object.entries(glossary)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([short, meaning]) => `${short} = ${meaning}`)
    .join('\n');
