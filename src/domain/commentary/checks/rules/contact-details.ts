import type { Found } from '../finding.ts';
import { part, type Reading } from '../reading.ts';

const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu;
/** British numbers: 0 or +44, then nine or ten figures in groups of two to six. A plain run of figures is no number. */
const TELEPHONE =
  /(?<![\d.,£/-])(?:\+44 ?(?:\(0\) ?)?|\(?0)\d{2,4}\)?[ -]?\d{3,4}(?:[ -]?\d{3,4})?(?![\d,/-])(?!\.\d)/g;
const FEWEST = 10;
const MOST = 13;

/** E-mail addresses and telephone numbers: reports are published. */
export function contactDetails({ sentences }: Reading): Found[] {
  return sentences.flatMap((sentence) => {
    const { text } = sentence;
    const emails = text.includes('@') ? [...text.matchAll(EMAIL)] : [];
    const telephones = [...(/\d{3}/.test(text) ? text.matchAll(TELEPHONE) : [])].filter(([number]) => {
      const figures = number.replace(/\D/g, '').length;
      return figures >= FEWEST && figures <= MOST;
    });
    const found = (what: string) => (match: RegExpExecArray) => ({
      ...part(sentence, match.index, match[0].length),
      says: `This is ${what}, and the report is published. Name the team instead.`,
      severity: 'warning' as const,
    });
    return [...emails.map(found('an e-mail address')), ...telephones.map(found('a telephone number'))];
  });
}
