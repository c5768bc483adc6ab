import type { Found } from '../finding.ts';
import { part, type Reading } from '../reading.ts';

/** Words with a plainer one; a short list, after the words that GOV.UK asks writers to avoid. */
const PLAINER: Readonly<Record<string, string>> = {
  utilise: 'use',
  utilised: 'used',
  utilising: 'using',
  utilisation: 'use',
  'prior to': 'before',
  'subsequent to': 'after',
  'going forward': 'from now on',
  'at this moment in time': 'now',
  'at the present time': 'now',
  'in the event that': 'if',
  'with regard to': 'about',
  'with regards to': 'about',
  'in respect of': 'about',
  'in excess of': 'more than',
  endeavour: 'try',
  ascertain: 'find out',
  expedite: 'speed up',
  leverage: 'use',
  leveraging: 'using',
  cognisant: 'aware',
  notwithstanding: 'despite',
  aforementioned: 'this',
  heretofore: 'until now',
  incentivise: 'encourage',
  impactful: 'effective',
};
const HARD = new RegExp(String.raw`\b(?:${Object.keys(PLAINER).join('|')})\b`, 'gi');

/** Words with a plainer one, each once. */
export function hardWord({ sentences }: Reading): Found[] {
  const seen = new Set<string>();
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(HARD)].flatMap((match): Found[] => {
      const word = match[0].toLowerCase();
      if (seen.has(word)) return [];
      seen.add(word);
      return [
        {
          ...part(sentence, match.index, match[0].length),
          says: `“${match[0]}” has a plainer word: “${PLAINER[word]}”.`,
          severity: 'advice',
        },
      ];
    }),
  );
}
