import { ExternalHyperlink, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Inline, TextBlock, TextTree } from '../../model/report.ts';
import { wordText } from './marks.ts';
import { BULLETS, DEEPEST_LEVEL, NUMBERS } from './numbering.ts';

interface Emphasis {
  bold?: true;
  italics?: true;
  style?: string;
}

/** Counts the numbered lists of one document, so that each begins at 1 again. */
export class ListCounter {
  #last = 0;

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}

/** A commentary as native paragraphs and lists. */
export function commentaryParagraphs(tree: TextTree, lists: ListCounter): Paragraph[] {
  return tree.flatMap((block) =>
    block.type === 'p'
      ? [new Paragraph({ style: 'Commentary', children: runs(block.children, {}) })]
      : listParagraphs(block, 0, lists),
  );
}

function listParagraphs(
  list: Extract<TextBlock, { items: unknown }>,
  depth: number,
  lists: ListCounter,
): Paragraph[] {
  const ordered = list.type === 'ol';
  const level = Math.min(depth, DEEPEST_LEVEL);
  const numbering = { reference: ordered ? NUMBERS : BULLETS, level, instance: ordered ? lists.next() : 0 };
  return list.items.flatMap((item) => {
    let marked = false;
    return item.flatMap((block) => {
      if (block.type !== 'p') return listParagraphs(block, depth + 1, lists);
      const children = runs(block.children, {});
      if (marked) {
        return [new Paragraph({ style: 'ListContinue', indent: { left: 227 * (level + 1) }, children })];
      }
      marked = true;
      return [new Paragraph({ style: ordered ? 'ListNumber' : 'ListBullet', numbering, children })];
    });
  });
}

/** Emphasis inside emphasis keeps both: a character style for one, plain marks for a mixture. */
function runs(inlines: readonly Inline[], emphasis: Emphasis): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    if (inline.type === 'text') return [textRun(inline.text, emphasis)];
    if (inline.type === 'strong') return runs(inline.children, { ...emphasis, bold: true });
    if (inline.type === 'em') return runs(inline.children, { ...emphasis, italics: true });
    const children = runs(inline.children, { ...emphasis, style: 'Hyperlink' });
    return [new ExternalHyperlink({ link: inline.href, children })];
  });
}

function textRun(text: string, { bold, italics, style }: Emphasis): TextRun {
  if (!style && bold && !italics) return new TextRun({ style: 'StrongText', children: [wordText(text)] });
  if (!style && italics && !bold) return new TextRun({ style: 'EmphasisText', children: [wordText(text)] });
  return new TextRun({
    children: [wordText(text)],
    ...(bold ? { bold } : {}),
    ...(italics ? { italics } : {}),
    ...(style ? { style } : {}),
  });
}
