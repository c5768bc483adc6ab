import type { CellLook, Highlight, SheetCell } from '../../../formats/xlsx/workbook-contents.ts';
import type { Report, StatusMark } from '../../model/report.ts';
import { shapeCharacter } from '../../model/shape-character.ts';

/** A status as its word alone: rules give it shape and colour, so that they follow the word when it is changed. */
export const status = (mark: StatusMark): SheetCell => ({
  kind: 'text',
  text: mark.label,
  style: { bold: true, vertical: 'top', horizontal: 'center', border: 'D5DADD' },
});

/** Every status the report shows or explains, once a word. */
export function statusMarks(report: Pick<Report, 'scheme' | 'measures'>): StatusMark[] {
  const marks = [
    ...report.scheme.key.map((line) => line.status),
    ...report.measures.flatMap(({ status: now, forecastStatus, original }) => [
      now,
      forecastStatus,
      ...[original?.now, original?.forecast].flatMap((each) => (each ? [each.status] : [])),
    ]),
  ];
  const first = new Map<string, StatusMark>();
  for (const mark of marks) if (!first.has(mark.label)) first.set(mark.label, mark);
  return [...first.values()];
}

/** Rules that colour the word of a status wherever it stands in the ranges. */
export const statusRules = (marks: readonly StatusMark[], ranges: readonly string[]): Highlight[] =>
  ranges.flatMap((range) =>
    marks.map((mark) => ({
      range,
      when: { equals: mark.label },
      style: { ...statusLook(mark), format: statusFormat(mark) },
    })),
  );

/** Shows the shape before the word and leaves the value alone. */
export const statusFormat = ({ shape }: StatusMark): string => `"${shapeCharacter(shape)} "@`;

export const statusLook = (mark: StatusMark): Pick<CellLook, 'bold' | 'colour' | 'fill'> => ({
  bold: true,
  fill: spreadsheetColour(mark.background),
  colour: spreadsheetColour(mark.foreground),
});

const spreadsheetColour = (hex: string): string => hex.replace('#', '').toUpperCase();
