import type { Block, Inline, TextTree } from '../../domain/commentary/text-tree.ts';

/** The founding layout marks no list items: `<ul> - one - two`, and paragraphs that begin with a dash or `1)`. */
const LEADING_MARK = /^\s*([-–—•*·])\s+(?=\S)/u;
const LEADING_NUMBER = /^\s*(\d{1,2})(?:\)\s*|\.\s+)(?=\S)/u;

/**
 * Splits the text of a list without items at ` - `. A dash may also stand inside a sentence, so it splits only
 * before a capital letter or after the end of a sentence; where the first item starts small, so may the others.
 * Bullets other than a dash always split.
 */
export function splitDashedItems(run: readonly Inline[]): Inline[][] {
  const mark = leadingText(run)?.match(LEADING_MARK)?.[1];
  if (mark === undefined) return [[...run]];
  const items: Inline[][] = [];
  let item: Inline[] = [];
  let before = '';
  let smallStart: boolean | null = null;
  for (const [index, node] of run.entries()) {
    if (node.type !== 'text') {
      item.push(node);
      before = 'x';
      continue;
    }
    const text = index === 0 ? node.text.replace(LEADING_MARK, '') : node.text;
    smallStart ??= /^\p{Ll}/u.test(text);
    let start = 0;
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      const sentence = text.slice(start, at).trimEnd();
      const next = text.slice(at + 1, at + 60).trimStart();
      if (!isItemMark(text, at) || isSpanOfDays(sentence, next)) continue;
      if (!startsItem(mark, sentence.at(-1) ?? before, next, smallStart)) continue;
      item.push({ type: 'text', text: text.slice(start, at) });
      items.push(item);
      item = [];
      start = at + 1;
    }
    item.push({ type: 'text', text: text.slice(start) });
    before = text.trimEnd().at(-1) ?? before;
  }
  return [...items, item];
}

/** It stands by itself, with a space on both sides. */
function isItemMark(text: string, at: number): boolean {
  return (at === 0 || /\s/u.test(text[at - 1] as string)) && /\s/u.test(text[at + 1] ?? ' ');
}

const DAY_OR_MONTH =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec';
const DAY_AT_END = new RegExp(`\\b(?:${DAY_OR_MONTH})\\p{L}{0,6}$`, 'iu');
const DAY_AT_START = new RegExp(`^(?:${DAY_OR_MONTH})(?![a-z]{7})`, 'iu');

/** "Monday - Friday", "July - September": a span, although its second word has a capital. */
function isSpanOfDays(sentence: string, next: string): boolean {
  return DAY_AT_END.test(sentence.slice(-20)) && DAY_AT_START.test(next);
}

function startsItem(mark: string, previous: string, next: string, smallStart: boolean): boolean {
  if (/[•*·]/u.test(mark)) return true;
  if (/^\p{Lu}/u.test(next) || /[.;:!?]/u.test(previous)) return true;
  return smallStart && !(/\d/u.test(previous) && /^\d/u.test(next));
}

/** Joins successive paragraphs that begin with a dash, or with 1), 2), 3) in order, into real lists. */
export function joinMarkedParagraphs(tree: TextTree): TextTree {
  const result: Block[] = [];
  for (const block of tree) {
    const previous = result.at(-1);
    const text = block.type === 'p' ? leadingText(block.children) : undefined;
    if (block.type !== 'p' || text === undefined) {
      result.push(block);
      continue;
    }
    const number = LEADING_NUMBER.exec(text)?.[1];
    if (LEADING_MARK.test(text)) {
      const item = without(LEADING_MARK, block.children);
      if (previous?.type === 'ul')
        result[result.length - 1] = { type: 'ul', items: [...previous.items, item] };
      else result.push({ type: 'ul', items: [item] });
    } else if (
      number !== undefined &&
      Number(number) === (previous?.type === 'ol' ? previous.items.length : 0) + 1
    ) {
      const item = without(LEADING_NUMBER, block.children);
      if (previous?.type === 'ol')
        result[result.length - 1] = { type: 'ol', items: [...previous.items, item] };
      else result.push({ type: 'ol', items: [item] });
    } else {
      result.push(block);
    }
  }
  return result;
}

function leadingText(run: readonly Inline[]): string | undefined {
  const first = run[0];
  return first?.type === 'text' ? first.text : undefined;
}

function without(mark: RegExp, children: readonly Inline[]): TextTree {
  const [first, ...rest] = children;
  const text = first?.type === 'text' ? first.text.replace(mark, '') : '';
  return [{ type: 'p', children: [...(text === '' ? [] : [{ type: 'text', text } as const]), ...rest] }];
}
