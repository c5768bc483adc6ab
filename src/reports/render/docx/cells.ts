import { ImageRun, Paragraph, Tab, TextRun } from 'docx';
import type {
  Cell,
  Column,
  DirectionMark,
  FigureCell,
  FigureGroup,
  Sparkline,
  StatusMark,
} from '../../model/report.ts';
import { shapeCharacter } from '../../model/shape-character.ts';
import { commentaryParagraphs, type ListCounter } from './commentary.ts';
import { directionCharacter, wordText } from './marks.ts';
import type { Pictures } from './pictures.ts';
import { statusStyle } from './styles.ts';

const TEXT_STYLES: Record<Column['align'], string> = {
  start: 'TableText',
  end: 'TableNumber',
  centre: 'TableCentred',
};

/** What a cell needs besides itself: what the whole document shares. */
export interface CellContext {
  pictures: Pictures;
  lists: ListCounter;
  /** The basis of the direction of travel that the report states at its front. */
  reportBasis: string;
  /** Of a document with contents: the name of the bookmark at each heading, by its id. */
  marks?: ReadonlyMap<string, string>;
  /** In the row that sums up a table. */
  strong?: boolean;
}

/** The paragraphs of a table cell whose text has so much width, in twips. */
export function cellContent(
  cell: Cell,
  align: Column['align'],
  context: CellContext,
  width: number,
): Paragraph[] {
  switch (cell.type) {
    case 'text':
      return [line(cell.text, TEXT_STYLES[align], context.strong)];
    case 'count':
      return [line(String(cell.count), TEXT_STYLES[align], context.strong)];
    case 'measure':
      return measure(cell);
    case 'figure':
      return [
        line(cell.figure.display, TEXT_STYLES[align]),
        ...cell.figure.notes.map((each) => line(each, align === 'end' ? 'TableNumberNote' : 'TableNote')),
      ];
    case 'performance':
      return [
        ...cell.groups.flatMap(figureGroup),
        ...direction(cell.direction, context.reportBasis, cell.detail === 'brief'),
      ];
    case 'status':
      return status(cell.status, cell.detail === 'brief');
    case 'direction':
      return direction(cell.direction, context.reportBasis, cell.detail === 'brief');
    case 'commentary':
      return cell.tree.length > 0 ? commentaryParagraphs(cell.tree, context.lists) : [note(cell.missing)];
    case 'chart': {
      const picture = context.pictures.of(cell.chart, width);
      return picture
        ? [new Paragraph({ style: 'TableText', children: [new ImageRun(picture)] }), ends(cell.chart, width)]
        : [note(cell.chart.description)];
    }
  }
}

const line = (text: string, style = 'TableText', strong = false): Paragraph =>
  new Paragraph({ style, children: [strong ? run(text, 'StrongText') : run(text)] });

/** First and last period, below the two ends of the line. */
const ends = ({ points }: Sparkline, width: number): Paragraph => {
  const [first, last] = [points[0]?.label ?? '', points.at(-1)?.label ?? ''];
  return new Paragraph({
    style: 'ChartEnds',
    tabStops: [{ type: 'right', position: width }],
    children: [new TextRun({ children: first === last ? [last] : [first, new Tab(), last] })],
  });
};

const note = (text: string): Paragraph => line(text, 'TableNote');

const run = (text: string, style?: string): TextRun =>
  new TextRun({ children: [wordText(text)], ...(style ? { style } : {}) });

function measure(cell: Extract<Cell, { type: 'measure' }>): Paragraph[] {
  const aliases = cell.aliases.map((alias) => ` (${alias})`).join('');
  return [
    new Paragraph({
      style: 'TableText',
      children: [run(`${cell.code}${aliases}`, 'MeasureCode'), run(` ${cell.title}`)],
    }),
    ...cell.notes.map(note),
  ];
}

function figureGroup(group: FigureGroup): Paragraph[] {
  const entries = group.entries.flatMap(({ label, figure }) => [
    figureLine(label, figure),
    ...figure.notes.map(note),
  ]);
  return group.heading === '' ? entries : [line(group.heading, 'FigureHeading'), ...entries];
}

const figureLine = (label: string, figure: FigureCell): Paragraph =>
  new Paragraph({
    style: 'FigureLine',
    children: [
      // Beside a long label, as other languages have, there is no room for a column of figures.
      label.length <= SHORT_LABEL
        ? new TextRun({ children: [wordText(label), new Tab()] })
        : run(`${label} `),
      ...figureRuns(figure),
    ],
  });

const SHORT_LABEL = 8;

/** A unit of many words stands behind its number in smaller letters. */
function figureRuns({ display, format }: FigureCell): TextRun[] {
  const suffix = format?.suffix ?? '';
  if (suffix.length <= 8 || !display.endsWith(suffix)) return [run(display, 'Figure')];
  return [run(display.slice(0, -suffix.length), 'Figure'), run(suffix, 'FigureUnit')];
}

/** The basis that the whole report has is said at its front; only another one is repeated here. */
function direction(mark: DirectionMark, reportBasis: string, briefly = false): Paragraph[] {
  const known = mark.explanation !== '' && mark.basis.toLowerCase() === reportBasis.toLowerCase();
  const reason = briefly && mark.brief !== '' ? mark.brief : mark.explanation;
  const lines = [known ? '' : mark.basis, reason, mark.signal ?? ''].filter((text) => text !== '');
  return [line(`${directionCharacter(mark.symbol)} ${mark.label}`, 'Direction'), ...lines.map(note)];
}

export const statusWord = ({ shape, label }: StatusMark): string =>
  wordText(`${shapeCharacter(shape)}\u00a0${label}`);

/** Shape and word in a paragraph whose style has the colour: whoever changes a status changes its style. */
function status(mark: StatusMark, briefly: boolean): Paragraph[] {
  const reason = briefly ? mark.brief : mark.explanation;
  return [
    line(statusWord(mark), statusStyle(mark)),
    ...(mark.asPublished ? [note('as published')] : []),
    ...(reason === '' ? [] : [note(reason)]),
    ...(mark.original === undefined ? [] : [note(mark.original)]),
  ];
}
