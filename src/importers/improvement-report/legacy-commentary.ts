import { measureTree } from '../../domain/commentary/schema.ts';
import type { CommentaryText, TextTree } from '../../domain/commentary/text-tree.ts';
import { type CommentaryProblem, tooDeep, tooLong } from '../commentary/commentary.ts';
import { decodeEntities, piecesFromHtml } from '../commentary/from-html.ts';
import { piecesFromPlain } from '../commentary/from-plain.ts';
import { gateMarkup } from '../commentary/markup-gate.ts';
import { reduce } from '../commentary/reduce.ts';
import { joinMarkedParagraphs, splitDashedItems } from './dash-lists.ts';
import type { LegacyLimits } from './limits.ts';

/** A commentary cell as read; `repairs` says in words where its lists were put together. */
export type LegacyCommentary = { text: CommentaryText; repairs: string[] } | { problem: CommentaryProblem };

/**
 * Reads a commentary cell of the founding layout, which declares no format: with a known tag in it, it is HTML
 * (words in angle brackets that are no tag stay words); without, it is plain text and survives exactly.
 */
export function readLegacyCommentary(raw: string, limits: LegacyLimits): LegacyCommentary {
  const long = tooLong(raw, limits);
  if (long !== null) return { problem: long };
  const gated = gateMarkup(raw, 'legacy');
  if (gated.nesting > limits.nesting) return { problem: tooDeep(limits) };
  const repairs: string[] = [];
  let tree: TextTree;
  if (gated.tags === 0) {
    tree = reduce(piecesFromPlain(decodeEntities(raw)));
  } else {
    let unmarked = 0;
    tree = joinMarkedParagraphs(
      reduce(piecesFromHtml(gated.html), (run) => {
        const items = splitDashedItems(run);
        unmarked += items.length;
        return items;
      }),
    );
    if (gated.unclosedLists > 0)
      repairs.push('a list is not closed, and was ended before the next paragraph');
    if (unmarked > 0)
      repairs.push(`a list has no items marked, and was split at its dashes into ${unmarked}`);
  }
  if (measureTree(tree).nesting > limits.nesting) return { problem: tooDeep(limits) };
  return { text: { tree, raw, format: gated.tags === 0 ? 'plain' : 'html' }, repairs };
}
