import type { TextTree } from '../../domain/commentary/text-tree.ts';

const [SPACE, DIGIT_0, DIGIT_9, DELETE, LAST_CONTROL] = [32, 48, 57, 127, 0x9f];
const BULLETS = ['-', '*'].map((sign) => sign.charCodeAt(0));
/** Beyond the Latin letters these alone are taken out of a text: the byte order mark and what is no character. */
const FIRST_UNPRINTABLE = 0xfeff;

/**
 * The tree of a plain text that is one tidy line, as most commentary is: one paragraph with that text. Null for
 * everything that the general way might read as more, or write differently (lists, lines, white space to collapse,
 * characters that nobody prints). `commentary.test.ts` holds both ways against each other.
 */
export function treeOfPlainLine(raw: string): TextTree | null {
  const first = raw.charCodeAt(0);
  if (!(first > SPACE && first < DELETE) || (first >= DIGIT_0 && first <= DIGIT_9) || BULLETS.includes(first))
    return null;
  let before = first;
  for (let at = 1; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code < SPACE || (code === SPACE && before === SPACE)) return null;
    if (code >= DELETE && (code <= LAST_CONTROL || code >= FIRST_UNPRINTABLE)) return null;
    before = code;
  }
  return before === SPACE ? null : [{ type: 'p', children: [{ type: 'text', text: raw }] }];
}
