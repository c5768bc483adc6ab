import { inlineText } from '../../domain/commentary/plain-text.ts';
import type { Block, Inline, TextTree } from '../../domain/commentary/text-tree.ts';
import { type Mark, marked, tidyInlines } from './inline.ts';
import type { Piece } from './pieces.ts';

/** How to read text that stands in a list outside any item; the default makes it one item. */
export type LooseTextReader = (run: readonly Inline[], ordered: boolean) => Inline[][];

const asOneItem: LooseTextReader = (run) => [[...run]];

/**
 * Reduces what a parser found to the text tree: paragraphs and lists, marks kept. A paragraph inside a list but
 * outside its items is lifted out after the items so far, so an unclosed list does not swallow what follows it.
 */
export function reduce(pieces: readonly Piece[], looseText: LooseTextReader = asOneItem): TextTree {
  return blocksOf(pieces, [], looseText);
}

function blocksOf(pieces: readonly Piece[], marks: readonly Mark[], looseText: LooseTextReader): Block[] {
  const blocks: Block[] = [];
  let run: Inline[] = [];
  const flush = () => {
    blocks.push(...paragraph(run));
    run = [];
  };
  const walk = (children: readonly Piece[], outer: readonly Mark[]) => {
    for (const piece of children) {
      if (piece.kind === 'text') run.push(marked(piece.text, outer));
      else if (piece.kind === 'break') flush();
      else if (piece.kind === 'strong' || piece.kind === 'em')
        walk(piece.children, [...outer, { type: piece.kind }]);
      else if (piece.kind === 'link') walk(piece.children, [...outer, { type: 'link', href: piece.href }]);
      else {
        flush();
        if (piece.kind === 'list') blocks.push(...listBlocks(piece, outer, looseText));
        else walk(piece.children, outer);
        flush();
      }
    }
  };
  walk(pieces, marks);
  flush();
  return blocks;
}

function paragraph(run: readonly Inline[]): Block[] {
  const children = tidyInlines(run);
  // A paragraph of nothing but no-break spaces is an editor's way of leaving a blank line.
  return inlineText(children).trim() === '' ? [] : [{ type: 'p', children }];
}

function listBlocks(
  list: { ordered: boolean; children: readonly Piece[] },
  marks: readonly Mark[],
  looseText: LooseTextReader,
): Block[] {
  const blocks: Block[] = [];
  let items: TextTree[] = [];
  let loose: Piece[] = [];
  const endLoose = () => {
    for (const block of blocksOf(loose, marks, looseText)) {
      if (block.type === 'p') {
        for (const item of looseText(block.children, list.ordered)) items.push(paragraph(item));
      }
    }
    items = items.filter((item) => item.length > 0);
    loose = [];
  };
  const endList = () => {
    endLoose();
    if (items.length > 0) blocks.push({ type: list.ordered ? 'ol' : 'ul', items });
    items = [];
  };
  for (const piece of list.children) {
    if (piece.kind === 'item') {
      endLoose();
      items.push(blocksOf(piece.children, marks, looseText));
    } else if (piece.kind === 'list') {
      endLoose();
      // A list directly inside a list (no item around it) belongs to the item before it.
      const nested = listBlocks(piece, marks, looseText);
      items.push([...(items.pop() ?? []), ...nested]);
    } else if (piece.kind === 'block') {
      endList();
      blocks.push(...blocksOf([piece], marks, looseText));
    } else {
      loose.push(piece);
    }
  }
  endList();
  return blocks;
}
