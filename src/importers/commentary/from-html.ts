import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { isAllowedLink } from '../../domain/commentary/schema.ts';
import { BLOCK_NAMES, INLINE_NAMES, LIST_NAMES, SILENT_NAMES } from './html-names.ts';
import { gateMarkup } from './markup-gate.ts';
import type { Piece } from './pieces.ts';

const parser = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSanitize, {
    tagNames: [...BLOCK_NAMES, ...INLINE_NAMES, ...LIST_NAMES],
    attributes: { a: ['href'] },
    protocols: { href: ['https', 'mailto'] },
    strip: [...SILENT_NAMES],
    ancestors: {},
    clobber: [],
    clobberPrefix: '',
    allowComments: false,
    allowDoctypes: false,
  })
  .freeze();

/** Parses HTML that has been through `gateMarkup`, and drops everything that the text tree has no place for. */
export function piecesFromHtml(html: string): Piece[] {
  return childrenOf(parser.runSync(parser.parse(html)) as Nodes);
}

/**
 * Text in which only complete entities mean anything: `R&amp;D` is `R&D`; `x<y & y<z` and `AT&T;` stay as typed.
 */
export function decodeEntities(text: string): string {
  // A parser is slow on long text, and most ampersands are just that.
  if (!COMPLETE_ENTITY.test(text)) return text;
  return piecesFromHtml(gateMarkup(text, 'none').html)
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('');
}

const COMPLETE_ENTITY = /&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});/;

function childrenOf(node: Nodes): Piece[] {
  return 'children' in node ? node.children.flatMap((child) => pieceOf(child)) : [];
}

function pieceOf(node: Nodes): Piece[] {
  if (node.type === 'text') return [{ kind: 'text', text: node.value }];
  if (node.type !== 'element') return [];
  const children = childrenOf(node);
  const name = node.tagName;
  if (name === 'br') return [{ kind: 'break' }];
  if (name === 'ul' || name === 'ol') return [{ kind: 'list', ordered: name === 'ol', children }];
  if (name === 'li') return [{ kind: 'item', children }];
  if (name === 'strong' || name === 'b') return [{ kind: 'strong', children }];
  if (name === 'em' || name === 'i') return [{ kind: 'em', children }];
  if (name === 'a') {
    const href = node.properties.href;
    return typeof href === 'string' && isAllowedLink(href) ? [{ kind: 'link', href, children }] : children;
  }
  return BLOCK_NAMES.has(name) ? [{ kind: 'block', children }] : children;
}
