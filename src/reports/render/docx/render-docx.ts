import { Document, HeadingLevel, Packer, PageOrientation, Paragraph, TextRun } from 'docx';
import type { Renderer, Report, StatusMark } from '../../model/report.ts';
import { blockContent } from './blocks.ts';
import { ListCounter } from './commentary.ts';
import { wordText } from './marks.ts';
import { numbering } from './numbering.ts';
import { pageFooter, pageHeader } from './page-furniture.ts';
import { A4_PORTRAIT, MARGIN } from './page-size.ts';
import { drawPictures } from './pictures.ts';
import { settledBytes } from './settled-bytes.ts';
import { reportStyles, statusStyle } from './styles.ts';

/** The report as a Word document that a committee clerk can edit: styles, native lists, repeated header rows. */
export const renderDocx: Renderer = async (report) => {
  const context = {
    pictures: await drawPictures(report),
    lists: new ListCounter(),
    reportBasis: report.direction.basisInWords,
    ...bookmarks(report),
  };
  const document = new Document({
    title: wordText(`${report.title}, ${report.authority.name}, ${report.period.endLabel}`),
    subject: wordText(report.period.label),
    creator: wordText(report.authority.name),
    lastModifiedBy: wordText(report.authority.name),
    revision: 1,
    styles: reportStyles(report.language, statusMarks(report)),
    numbering,
    sections: [
      {
        properties: {
          page: { size: { ...A4_PORTRAIT, orientation: PageOrientation.LANDSCAPE }, margin: MARGIN },
        },
        headers: { default: pageHeader(report) },
        footers: { default: pageFooter(report) },
        children: [...titleLines(report), ...report.blocks.flatMap((block) => blockContent(block, context))],
      },
    ],
  });
  return {
    name: `${report.fileStem}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: settledBytes(await Packer.toBuffer(document), report.period.end, tableCaptions(report)),
  };
};

/** Names that Word takes for bookmarks: short, and of letters and digits alone. */
function bookmarks({ blocks }: Report): { marks?: ReadonlyMap<string, string> } {
  const contents = blocks.find((block) => block.type === 'contents');
  if (contents?.type !== 'contents') return {};
  return { marks: new Map(contents.entries.map(({ id }, index) => [id, `section${index + 1}`])) };
}

function titleLines(report: Report): Paragraph[] {
  // An edition says it at its foot, in words.
  const known = report.asAt === null || report.edition !== null ? '' : `, as known at ${report.asAt}`;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(wordText(report.title))] }),
    new Paragraph({
      style: 'Subtitle',
      children: [
        new TextRun(
          wordText(`${report.authority.name}, ${report.period.label}, to ${report.period.endLabel}${known}`),
        ),
      ],
    }),
  ];
}

/** Every status the report shows, once for each style it needs. */
function statusMarks(report: Report): StatusMark[] {
  const cells = report.blocks.flatMap((block) =>
    block.type === 'table' ? block.table.rows.flatMap((row) => row.cells) : [],
  );
  const marks = cells.flatMap((cell) => (cell.type === 'status' ? [cell.status] : []));
  const counted = report.blocks.flatMap((block) =>
    block.type === 'table' ? block.table.columns.flatMap(({ status }) => status ?? []) : [],
  );
  return [...new Map([...marks, ...counted].map((mark) => [statusStyle(mark), mark])).values()];
}

const tableCaptions = (report: Report): string[] =>
  report.blocks.flatMap((block) =>
    block.type === 'table' && block.table.rows.length > 0 ? [wordText(block.table.caption)] : [],
  );
