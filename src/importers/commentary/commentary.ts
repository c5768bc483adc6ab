import { COMMENTARY_LIMITS, measureTree } from '../../domain/commentary/schema.ts';
import type { CommentaryText } from '../../domain/commentary/text-tree.ts';
import { piecesFromHtml } from './from-html.ts';
import { markdownNesting, parseMarkdown, piecesFromMarkdown } from './from-markdown.ts';
import { piecesFromPlain } from './from-plain.ts';
import { gateMarkup } from './markup-gate.ts';
import type { Piece } from './pieces.ts';
import { treeOfPlainLine } from './plain-line.ts';
import { reduce } from './reduce.ts';

export interface CommentaryLimits {
  characters: number;
  nesting: number;
}

/** What is wrong with one text; the caller knows the file, row and column. */
export interface CommentaryProblem {
  message: string;
  remedy: string;
}

export type CommentaryResult = { text: CommentaryText } | { problem: CommentaryProblem };

/** A paragraph and the text in it. */
const PARAGRAPH_NESTING = 2;

/**
 * Commentary from what was typed or imported, in the format that its source declares: it is never guessed,
 * because guessing loses text such as `<name of school>`. Too long or too deeply nested is refused before a
 * parser sees it. The raw text is kept beside the tree.
 * @example commentaryFrom('- late bins\n- full bins', 'markdown')
 */
export function commentaryFrom(
  raw: string,
  format: CommentaryText['format'],
  limits: CommentaryLimits = COMMENTARY_LIMITS,
): CommentaryResult {
  const long = tooLong(raw, limits);
  if (long !== null) return { problem: long };
  const tidy = format === 'plain' && limits.nesting >= PARAGRAPH_NESTING ? treeOfPlainLine(raw) : null;
  if (tidy !== null) return { text: { tree: tidy, raw, format } };
  let pieces: Piece[];
  if (format === 'html') {
    const gated = gateMarkup(raw, 'declared');
    if (gated.nesting > limits.nesting) return { problem: tooDeep(limits) };
    pieces = piecesFromHtml(gated.html);
  } else if (format === 'markdown') {
    if (markdownNesting(raw) > limits.nesting) return { problem: tooDeep(limits) };
    const parsed = parseMarkdown(raw);
    // Lists take two levels of Markdown's tree for one of ours.
    if (measureTree(parsed).nesting > limits.nesting * 2 + 2) return { problem: tooDeep(limits) };
    pieces = piecesFromMarkdown(parsed);
  } else {
    pieces = piecesFromPlain(raw);
  }
  const tree = reduce(pieces);
  if (measureTree(tree).nesting > limits.nesting) return { problem: tooDeep(limits) };
  return { text: { tree, raw, format } };
}

export function tooLong(raw: string, limits: CommentaryLimits): CommentaryProblem | null {
  if (raw.length <= limits.characters) return null;
  return {
    message: `The text has ${grouped(raw.length)} characters. The most that can be kept is ${grouped(limits.characters)}.`,
    remedy: 'Shorten it, or put the detail in a document and say where that is.',
  };
}

export function tooDeep(limits: CommentaryLimits): CommentaryProblem {
  return {
    message: `The text has formatting nested more than ${limits.nesting} levels deep.`,
    remedy: 'Copy it as plain text and paste it again.',
  };
}

/** Thousands with commas, without asking the machine for its language. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
