import { Bookmark, HeadingLevel, ImageRun, InternalHyperlink, Paragraph, type Table, TextRun } from 'docx';
import type { ContentsEntry, ReportBlock } from '../../model/report.ts';
import type { CellContext } from './cells.ts';
import { chartParagraphs } from './charts.ts';
import { commentaryParagraphs } from './commentary.ts';
import { wordText } from './marks.ts';
import { BULLETS } from './numbering.ts';
import { TEXT_WIDTH } from './page-size.ts';
import { wordTable } from './table.ts';

const HEADINGS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;
const ROLES = { lead: 'Lead', plain: 'Normal', note: 'Note' } as const;

/** One block of the report as paragraphs and tables. */
export function blockContent(block: ReportBlock, context: CellContext): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [heading(block, context)];
    case 'contents':
      return contents(block.entries, context);
    case 'paragraph':
      return [styled(block.text, ROLES[block.role])];
    case 'list':
      return block.items.map((item) => bullet(item));
    case 'text':
      return commentaryParagraphs(block.tree, context.lists);
    case 'chart': {
      const picture = context.pictures.of(block.chart, TEXT_WIDTH);
      return picture
        ? [new Paragraph({ children: [new ImageRun(picture)] })]
        : [styled(block.chart.description, 'Note')];
    }
    case 'charts':
      return chartParagraphs(block, context);
    case 'table': {
      const { table } = block;
      if (table.rows.length === 0) return [styled(table.empty, 'Normal')];
      // The heading above a table of measures already says what it holds; its caption stays as alternative text.
      const caption = table.layout === 'plain' ? [styled(table.caption, 'Caption')] : [];
      return [...caption, wordTable(table, context), styled('', 'AfterTable')];
    }
  }
}

/** Where contents lead to a heading it is marked; the parts of a document of several reports begin on a new page. */
function heading(
  { level, text, id }: Extract<ReportBlock, { type: 'heading' }>,
  { marks }: CellContext,
): Paragraph {
  const words = new TextRun(wordText(text));
  const mark = marks?.get(id);
  return new Paragraph({
    heading: HEADINGS[level],
    pageBreakBefore: marks !== undefined && level === 2,
    children: mark === undefined ? [words] : [new Bookmark({ id: mark, children: [words] })],
  });
}

function contents(entries: readonly ContentsEntry[], { marks }: CellContext): Paragraph[] {
  const title = new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun('Contents')] });
  return [
    title,
    ...entries.map(({ level, text, id }) => {
      const words = new TextRun({ text: wordText(text), style: 'Hyperlink' });
      return new Paragraph({
        style: level === 2 ? 'ContentsPart' : 'ContentsSection',
        children: [new InternalHyperlink({ anchor: marks?.get(id) ?? id, children: [words] })],
      });
    }),
  ];
}

const bullet = (text: string): Paragraph =>
  new Paragraph({
    style: 'NoteList',
    numbering: { reference: BULLETS, level: 0, instance: 0 },
    children: [new TextRun(wordText(text))],
  });

const styled = (text: string, style: string): Paragraph =>
  new Paragraph({ style, children: text === '' ? [] : [new TextRun(wordText(text))] });
