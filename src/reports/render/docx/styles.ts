import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { StatusMark } from '../../model/report.ts';
import { wordColour } from './marks.ts';

const FONT = 'Arial';
const INK = '1B1F23';
const QUIET = '484F54';
const ACCENT = '14406B';

/** Name of the paragraph style that carries a status: one for each outcome, so that a clerk can change it once. */
export const statusStyle = (mark: StatusMark): string =>
  `Status-${mark.outcome.replace(/[^A-Za-z0-9]/g, '-')}`;

/** Every look the document uses, by name: paragraphs point here instead of being formatted one by one. */
export function reportStyles(language: string, marks: readonly StatusMark[]): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: 20, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 100, line: 252, lineRule: 'auto' } },
      },
      heading1: heading(0, 36, 0, 60),
      heading2: heading(1, 26, 180, 60, ACCENT),
      heading3: heading(2, 22, 200, 80),
      heading4: heading(3, 20, 160, 60),
      caption: {
        run: { bold: false, italics: false, size: 18, color: QUIET },
        paragraph: { keepNext: true, spacing: { before: 60, after: 60 } },
      },
      hyperlink: { run: { color: '1D5FA8', underline: {} } },
    },
    paragraphStyles: [...PARAGRAPHS, ...marks.map(statusParagraph)],
    characterStyles: [
      { id: 'MeasureCode', name: 'Measure Code', run: { bold: true } },
      { id: 'Figure', name: 'Figure', run: { bold: true } },
      { id: 'FigureUnit', name: 'Figure Unit', run: { size: 15 } },
      { id: 'StrongText', name: 'Strong Text', run: { bold: true } },
      { id: 'ChartHeadline', name: 'Chart Headline', run: { size: 16, color: QUIET } },
      { id: 'EmphasisText', name: 'Emphasis Text', run: { italics: true } },
    ],
  };
}

const heading = (outlineLevel: number, size: number, before: number, after: number, color = INK) => ({
  run: { font: FONT, size, bold: true, color },
  paragraph: { keepNext: true, keepLines: true, outlineLevel, spacing: { before, after } },
});

const style = (
  id: string,
  name: string,
  run: IParagraphStyleOptions['run'] = {},
  paragraph: IParagraphStyleOptions['paragraph'] = {},
  basedOn = 'Normal',
): IParagraphStyleOptions => ({ id, name, basedOn, quickFormat: true, run, paragraph });

const tight = { spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' } } as const;

/** Room for `Forecast` before its figure. */
const LABEL_WIDTH = 760;

const PARAGRAPHS: readonly IParagraphStyleOptions[] = [
  style('Subtitle', 'Subtitle', { size: 22, color: QUIET }, { spacing: { after: 120 } }),
  style('Lead', 'Lead', { size: 23 }, { spacing: { before: 40, after: 100 } }),
  style('Note', 'Note', { size: 18, color: QUIET }, { spacing: { after: 50 } }),
  style('NoteList', 'Note List', { size: 18, color: QUIET }, { spacing: { after: 40 } }),
  style('TableText', 'Table Text', { size: 17 }, tight),
  style('TableNumber', 'Table Number', {}, { alignment: 'right' }, 'TableText'),
  style('TableCentred', 'Table Centred', {}, { alignment: 'center' }, 'TableText'),
  style('ContentsPart', 'Contents Part', { bold: true }, { spacing: { before: 120, after: 40 } }),
  style('ContentsSection', 'Contents Section', {}, { indent: { left: 360 }, spacing: { after: 20 } }),
  style('TableHeading', 'Table Heading', { bold: true }, { keepNext: true }, 'TableText'),
  style('TableNote', 'Table Note', { size: 15, color: QUIET }, {}, 'TableText'),
  style('TableNumberNote', 'Table Number Note', {}, { alignment: 'right' }, 'TableNote'),
  style(
    'FigureHeading',
    'Figure Heading',
    { size: 17, color: QUIET },
    { keepNext: true, spacing: { before: 40 } },
    'TableText',
  ),
  // The figures of a measure stand below each other, behind their labels.
  style(
    'FigureLine',
    'Figure Line',
    {},
    { indent: { left: LABEL_WIDTH, hanging: LABEL_WIDTH } },
    'TableText',
  ),
  style('ChartEnds', 'Chart Ends', { size: 13, color: QUIET }, {}, 'TableText'),
  style(
    'ChartWithWords',
    'Chart with Words',
    { size: 17 },
    { keepLines: true, spacing: { before: 120, after: 160 } },
    'TableText',
  ),
  style('Direction', 'Direction of Travel', { bold: true }, { spacing: { before: 60 } }, 'TableText'),
  style('Commentary', 'Commentary', {}, { spacing: { after: 70 } }, 'TableText'),
  style('ListBullet', 'List Bullet', {}, { spacing: { after: 40 } }, 'TableText'),
  style('ListNumber', 'List Number', {}, { spacing: { after: 40 } }, 'TableText'),
  style('ListContinue', 'List Continue', {}, { spacing: { after: 40 } }, 'TableText'),
  // Word wants a paragraph after a table: as good as no height, or it may take a page of its own.
  style(
    'AfterTable',
    'After Table',
    { size: 2 },
    { spacing: { before: 0, after: 100, line: 20, lineRule: 'exact' } },
  ),
  style('Status', 'Status', { bold: true }, {}, 'TableText'),
  style(
    'Header',
    'header',
    { size: 16, color: QUIET },
    {
      ...tight,
      border: { bottom: { style: 'single', size: 4, space: 3, color: '8A949B' } },
    },
  ),
  style(
    'Footer',
    'footer',
    { size: 16, color: QUIET },
    {
      ...tight,
    },
  ),
];

function statusParagraph(mark: StatusMark): IParagraphStyleOptions {
  const colour = wordColour(mark.background);
  const edge = { style: 'single', size: 8, space: 1, color: colour } as const;
  return style(
    statusStyle(mark),
    `Status ${mark.outcome}`,
    { color: wordColour(mark.foreground) },
    {
      shading: { type: 'clear', color: 'auto', fill: colour },
      border: { top: edge, right: edge, bottom: edge, left: edge },
      spacing: { before: 20, after: 40, line: 240, lineRule: 'auto' },
    },
    'Status',
  );
}
