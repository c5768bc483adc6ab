import { plainText } from '../../domain/commentary/plain-text.ts';
import type { TextTree } from '../../domain/commentary/text-tree.ts';
import { decodeEntities, piecesFromHtml } from '../commentary/from-html.ts';
import { gateMarkup } from '../commentary/markup-gate.ts';
import { reduce } from '../commentary/reduce.ts';

/** One line of text with its spacing made plain; a no-break space is a space in codes and figures. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * The paragraphs of a cell that is not commentary, each on one line. A cell without a known tag is plain text,
 * in which only complete entities are decoded.
 */
export function cellParagraphs(cell: string): string[] {
  const gated = gateMarkup(cell, 'legacy');
  if (gated.tags === 0) return [oneLine(decodeEntities(cell))].filter((text) => text !== '');
  const tree: TextTree = reduce(piecesFromHtml(gated.html));
  return tree.map((block) => oneLine(plainText([block])));
}

/** The whole cell on one line. */
export function cellText(cell: string): string {
  return cellParagraphs(cell).join(' ');
}

/** Turns a raw cell into text; see `rememberingDecoder`. */
export type Decoder = (raw: string) => string;

/** Different marked-up lines that are decoded; a file with more of them is no report, and they stay as they are. */
const MOST_DECODED = 2_000;

/** `cellText` for lines that every page repeats: each is decoded once, and a hostile file cannot make it work long. */
export function rememberingDecoder(): Decoder {
  const known = new Map<string, string>();
  return (raw) => {
    if (!/[<&]/.test(raw)) return oneLine(raw);
    const before = known.get(raw);
    if (before !== undefined) return before;
    if (known.size >= MOST_DECODED) return oneLine(raw);
    const text = cellText(raw);
    known.set(raw, text);
    return text;
  };
}
