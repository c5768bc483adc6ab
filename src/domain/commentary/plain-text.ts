import type { Block, Inline, TextTree } from './text-tree.ts';

/**
 * Commentary as plain text: paragraphs separated by a blank line, list items on lines of their own that start
 * `- ` or `1. `, a nested list two spaces further in. For CSV, comparison and search; it never fails.
 * @example plainText([{ type: 'p', children: [{ type: 'text', text: 'Two causes:' }] },
 *   { type: 'ul', items: [[{ type: 'p', children: [{ type: 'text', text: 'sickness' }] }]] }])
 * // 'Two causes:\n\n- sickness'
 */
export function plainText(tree: TextTree): string {
  return tree.map(blockText).join('\n\n');
}

/**
 * The words of an inline run without its marks.
 * @example inlineText([{ type: 'em', children: [{ type: 'text', text: 'only' }] }]) // 'only'
 */
export function inlineText(children: readonly Inline[]): string {
  return children.map((child) => (child.type === 'text' ? child.text : inlineText(child.children))).join('');
}

/**
 * True where there is nothing to read: no blocks, or only white space.
 * @example isEmpty([{ type: 'p', children: [{ type: 'text', text: ' ' }] }]) // true
 */
export function isEmpty(tree: TextTree): boolean {
  return wordCount(tree) === 0;
}

/**
 * Words (runs without white space) in the text itself; list markers are not counted.
 * @example wordCount([{ type: 'p', children: [{ type: 'text', text: 'On track.' }] }]) // 2
 */
export function wordCount(tree: TextTree): number {
  return tree.reduce((count, block) => count + wordsIn(block), 0);
}

function wordsIn(block: Block): number {
  if (block.type !== 'p') return block.items.reduce((count, item) => count + wordCount(item), 0);
  const text = inlineText(block.children).trim();
  return text === '' ? 0 : text.split(/\s+/u).length;
}

function blockText(block: Block): string {
  if (block.type === 'p') return inlineText(block.children);
  return block.items
    .map((item, index) => {
      const marker = block.type === 'ul' ? '- ' : `${index + 1}. `;
      return marker + itemText(item).replaceAll('\n', `\n${' '.repeat(marker.length)}`);
    })
    .join('\n');
}

/** Within an item a following block needs no blank line: its indent already says that it belongs. */
function itemText(item: TextTree): string {
  return item.map(blockText).join('\n');
}
