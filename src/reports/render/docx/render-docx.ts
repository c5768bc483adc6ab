import {
  Document,
  HeadingLevel,
  type ISectionPropertiesOptions,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Renderer, Report, ReportBlock, StatusMark } from '../../model/report.ts';
import { blockContent } from './blocks.ts';
import { chartColumns } from './charts.ts';
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
    sections: inColumns(report.blocks).map(({ blocks, properties }, index) => ({
      properties: { ...properties, page },
      ...(index === 0
        ? { headers: { default: pageHeader(report) }, footers: { default: pageFooter(report) } }
        : {}),
      children: [
        ...(index === 0 ? titleLines(report) : []),
        ...blocks.flatMap((block) => blockContent(block, context)),
      ],
    })),
  });
  return {
    name: `${report.fileStem}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: settledBytes(await Packer.toBuffer(document), report.period.end, tableCaptions(report)),
  };
};

const page = { size: { ...A4_PORTRAIT, orientation: PageOrientation.LANDSCAPE }, margin: MARGIN };

/** A run of blocks, as Word has it: small charts stand in columns, and what follows goes on across the page. */
interface Run {
  blocks: ReportBlock[];
  properties: ISectionPropertiesOptions;
}

function inColumns(blocks: readonly ReportBlock[]): Run[] {
  const runs: Run[] = [{ blocks: [], properties: {} }];
  for (const block of blocks) {
    const last = runs.at(-1)!;
    const isInColumns = block.type === 'charts' && block.size === 'small';
    const wasInColumns = last.properties === chartColumns;
    if (isInColumns) {
      // With the words above them on a page of their own: half a column would part a chart from its words.
      const at = last.blocks.findLastIndex(({ type }) => type === 'heading');
      if (at > 0) runs.push({ blocks: last.blocks.splice(at), properties: { type: SectionType.NEXT_PAGE } });
      runs.push({ blocks: [block], properties: chartColumns });
    } else if (wasInColumns) runs.push({ blocks: [block], properties: { type: SectionType.CONTINUOUS } });
    else last.blocks.push(block);
  }
  return runs;
}

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
