/** One sentence, list item or heading, where it stands in its text. */
export interface Span {
  offset: number;
  text: string;
}

/**
 * Short forms that end in a full stop without ending a sentence. `no.` is left out: "No." alone is an answer.
 */
const NO_END =
  /(?:^|[\s(])(?:e\.g|i\.e|approx|incl|inc|etc|vs|cf|Dr|Mr|Mrs|Ms|Prof|St|Cllr|dept|est|fig|p\.a|\p{Lu})\.$/u;

/**
 * The sentences of a plain text with their places: a new line always ends one; `.`, `!` and `?` do before white space,
 * unless the full stop belongs to a short form. List markers are left out.
 *
 * @example sentences('It fell. Why?\n- staff') // texts 'It fell.', 'Why?', 'staff' at 0, 9 and 16
 */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const marker = /^[ \t]*(?:[-*+•–]|\d{1,3}[.)])[ \t]+/.exec(line[0])?.[0] ?? '';
    const [start, body] = [line.index + marker.length, line[0].slice(marker.length)];
    let from = 0;
    for (const end of body.matchAll(/[.!?]["'”’)]*(?=\s)/g)) {
      const to = end.index + end[0].length;
      const sentence = body.slice(from, to);
      if (end[0] === '.' && NO_END.test(sentence.slice(-12))) continue;
      push(found, sentence, start + from);
      from = to;
    }
    push(found, body.slice(from), start + from);
  }
  return found;
}

function push(found: Span[], raw: string, offset: number): void {
  const text = raw.trim();
  if (text !== '') found.push({ offset: offset + (raw.length - raw.trimStart().length), text });
}
