import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isAllowedLink } from '../../domain/commentary/schema.ts';
import type { Piece } from './pieces.ts';

/**
 * CommonMark without what the text tree has no place for. What is switched off stays as typed, so an officer's
 * `> 95%`, `# of visits` or `<name of school>` is not taken for a quotation, a heading or a tag.
 */
const OFF = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
];

/** Refused before the parser: a line of a thousand `- - - -` would nest a thousand lists. */
export function markdownNesting(text: string): number {
  let deepest = 0;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    let markers = 0;
    for (const word of line.trimStart().split(/[ \t]+/u, 200)) {
      if (!/^(?:[-*+]|\d{1,9}[.)])$/u.test(word)) break;
      markers += 1;
    }
    deepest = Math.max(deepest, markers);
  }
  return deepest;
}

export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [{ disable: { null: OFF } }] });
}

export function piecesFromMarkdown(root: Root): Piece[] {
  return childrenOf(root);
}

function childrenOf(node: Nodes): Piece[] {
  return 'children' in node ? node.children.flatMap((child) => pieceOf(child)) : [];
}

function pieceOf(node: Nodes): Piece[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'strong':
      return [{ kind: 'strong', children: childrenOf(node) }];
    case 'emphasis':
      return [{ kind: 'em', children: childrenOf(node) }];
    case 'link':
      return linkPieces(node.url, childrenOf(node));
    case 'list':
      return listPieces(node.ordered === true, node.start ?? 1, childrenOf(node));
    case 'listItem':
      return [{ kind: 'item', children: childrenOf(node) }];
    default:
      return [{ kind: 'block', children: childrenOf(node) }];
  }
}

/** Only https and mailto may be a link; any other address stays as text after its words, so nothing is lost. */
function linkPieces(href: string, children: Piece[]): Piece[] {
  if (isAllowedLink(href)) return [{ kind: 'link', href, children }];
  const [only] = children;
  const isItsOwnWords = children.length === 1 && only?.kind === 'text' && only.text === href;
  return isItsOwnWords || href === '' ? children : [...children, { kind: 'text', text: ` (${href})` }];
}

/** A list that starts at 2018 is a sentence that starts with a year: its number is kept as text. */
function listPieces(ordered: boolean, start: number, items: Piece[]): Piece[] {
  if (!ordered || start === 1) return [{ kind: 'list', ordered, children: items }];
  return items.map((item, index) => numbered(`${start + index}. `, item));
}

/** Puts the number at the start of the item's own first paragraph. */
function numbered(number: string, item: Piece): Piece {
  const text: Piece = { kind: 'text', text: number };
  const [first, ...rest] = 'children' in item ? item.children : [];
  const opening: readonly Piece[] =
    first?.kind === 'block' ? first.children : first === undefined ? [] : [first];
  return { kind: 'block', children: [{ kind: 'block', children: [text, ...opening] }, ...rest] };
}
