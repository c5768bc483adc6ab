/** A tag as it stands in the text: where it ends (after `>`), and what it says. */
export interface ScannedTag {
  name: string;
  closing: boolean;
  selfClosing: boolean;
  /** False where a word stands without a value, as in `<a school>`: unusual in markup, usual in prose. */
  attributesHaveValues: boolean;
  end: number;
}

const isSpace = (c: string | undefined) => c === ' ' || c === '\t' || c === '\n' || c === '\r' || c === '\f';
const isLetter = (c: string | undefined) => c !== undefined && /[A-Za-z]/.test(c);

/**
 * Reads one tag that starts at `text[start] === '<'`, or null where it is no tag (`x<y & y<z`, `<3`, an
 * end that never comes). Written by hand, one pass: a pattern could be made to backtrack by a hostile cell.
 */
export function scanTag(text: string, start: number): ScannedTag | null {
  let at = start + 1;
  const closing = text[at] === '/';
  if (closing) at += 1;
  if (!isLetter(text[at])) return null;
  const nameStart = at;
  while (at < text.length && /[A-Za-z0-9:-]/.test(text[at] as string)) at += 1;
  const name = text.slice(nameStart, at).toLowerCase();
  let attributesHaveValues = true;
  for (;;) {
    const before = at;
    while (isSpace(text[at])) at += 1;
    const c = text[at];
    if (c === '>') return { name, closing, selfClosing: false, attributesHaveValues, end: at + 1 };
    if (c === '/' && text[at + 1] === '>')
      return { name, closing, selfClosing: true, attributesHaveValues, end: at + 2 };
    if (c === undefined || c === '<' || at === before) return null;
    const attribute = scanAttribute(text, at);
    if (attribute === null) return null;
    if (!attribute.hasValue || closing) attributesHaveValues = false;
    at = attribute.end;
  }
}

function scanAttribute(text: string, start: number): { hasValue: boolean; end: number } | null {
  let at = start;
  while (at < text.length && !isSpace(text[at]) && !'<>=/'.includes(text[at] as string)) at += 1;
  if (at === start) return text[at] === '/' ? { hasValue: false, end: at + 1 } : null;
  let value = at;
  while (isSpace(text[value])) value += 1;
  if (text[value] !== '=') return { hasValue: false, end: at };
  value += 1;
  while (isSpace(text[value])) value += 1;
  const quote = text[value];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, value + 1);
    return close < 0 ? null : { hasValue: true, end: close + 1 };
  }
  const valueStart = value;
  while (value < text.length && !isSpace(text[value]) && !'<>'.includes(text[value] as string)) value += 1;
  return value === valueStart ? null : { hasValue: true, end: value };
}
