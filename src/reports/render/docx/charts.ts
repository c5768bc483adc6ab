import { ImageRun, type ISectionPropertiesOptions, Paragraph, SectionType, TextRun } from 'docx';
import { headlineOf } from '../../model/charts/chart.ts';
import type { ReportBlock } from '../../model/report.ts';
import type { CellContext } from './cells.ts';
import { wordText } from './marks.ts';
import { TEXT_WIDTH } from './page-size.ts';

type ChartsBlock = Extract<ReportBlock, { type: 'charts' }>;

const ACROSS = 4;
const GAP = 400;
const COLUMN = Math.floor((TEXT_WIDTH - GAP * (ACROSS - 1)) / ACROSS);

/** Small charts stand in columns of text, which a clerk can edit and a screen reader follows; a table would only lay them out. */
export const chartColumns: ISectionPropertiesOptions = {
  type: SectionType.CONTINUOUS,
  column: { count: ACROSS, space: GAP, equalWidth: true },
};

/** Of each chart what it is of, what it says and the picture, in one paragraph that no column cuts; how it was made, where there is room. */
export const chartParagraphs = ({ size, charts }: ChartsBlock, { pictures }: CellContext): Paragraph[] =>
  charts.flatMap((each) => {
    const { code, chart } = each;
    const isSmall = size === 'small';
    const picture = pictures.of(each, isSmall ? COLUMN : TEXT_WIDTH);
    const name = [
      new TextRun({ text: wordText(code), style: 'MeasureCode' }),
      new TextRun(wordText(` ${chart.title}`)),
    ];
    const says = new TextRun({
      text: wordText(headlineOf(chart)),
      style: 'ChartHeadline',
      ...(isSmall ? { break: 1 } : {}),
    });
    const drawn = picture === null ? [] : [new TextRun({ text: '', break: 1 }), new ImageRun(picture)];
    const notes = isSmall ? [] : chart.notes;
    return [
      new Paragraph({ style: 'ChartWithWords', children: [...(isSmall ? name : []), says, ...drawn] }),
      ...notes.map((note) => new Paragraph({ style: 'Note', children: [new TextRun(wordText(note))] })),
    ];
  });
