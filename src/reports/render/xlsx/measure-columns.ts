import type { SheetCell } from '../../../formats/xlsx/workbook-contents.ts';
import { longPartNotes } from '../../model/part-notes.ts';
import { plainText } from '../../model/plain-text.ts';
import type { FigureCell, MeasureRecord, Report } from '../../model/report.ts';
import { figure, number, text, unitName } from './cells.ts';
import { shownSuffix } from './number-format.ts';
import { widthForFigures, widthForText } from './row-height.ts';
import { status, statusMarks } from './status-rules.ts';

/** One column of the sheet of measures. */
export interface MeasureColumn {
  heading: string;
  /** In characters. */
  width: number;
  numeric?: true;
  holdsStatus?: true;
  /** On paper this column and those behind it stand on a page of their own. */
  pageBegins?: true;
  cell: (measure: MeasureRecord) => SheetCell | null;
}

/** The columns of a report, in the authority's words where it has words for them. */
export function measureColumns({ columns, kind, measures, scheme }: Report): MeasureColumn[] {
  const wide = widthForFigures(
    Math.max(
      0,
      ...measures.flatMap(figuresOf).map(([, { kind: of, display, format }]) => {
        const suffix = format?.suffix ?? '';
        return of === 'number' ? display.length - suffix.length + shownSuffix(suffix).length : 0;
      }),
    ),
  );
  const textWidth = widthForText(
    Math.max(
      0,
      ...measures.flatMap(({ commentary }) =>
        Object.values(commentary).map((tree) => plainText(tree).length),
      ),
    ),
  );
  // With the shape and a little room.
  const statusWidth = Math.min(
    24,
    Math.max(13, ...statusMarks({ measures, scheme }).map(({ label }) => label.length + 5)),
  );
  const commentary: MeasureColumn[] = [
    {
      heading: columns.context,
      width: textWidth,
      pageBegins: true,
      cell: (measure) => text(plainText(measure.commentary.context)),
    },
    {
      heading: columns.actions,
      width: textWidth,
      cell: (measure) => text(plainText(measure.commentary.actions)),
    },
    {
      heading: columns.intervention,
      width: textWidth,
      cell: (measure) => text(plainText(measure.commentary.intervention)),
    },
  ];
  return [
    { heading: 'Code', width: 12, cell: ({ code }) => text(code) },
    { heading: 'Measure', width: 32, cell: ({ title }) => text(title) },
    { heading: 'Directorate', width: 16, cell: ({ directorate }) => text(directorate) },
    { heading: 'Service', width: 14, cell: ({ service }) => text(service) },
    { heading: 'Unit', width: 14, cell: ({ unit }) => text(unitName(unit)) },
    { heading: 'Target', width: wide, numeric: true, cell: ({ target }) => figure(target) },
    { heading: 'Actual', width: wide, numeric: true, cell: ({ actual }) => figure(actual) },
    {
      heading: columns.status,
      width: statusWidth,
      holdsStatus: true,
      cell: (measure) => status(measure.status),
    },
    { heading: 'Variance (%)', width: 11, numeric: true, cell: ({ variance }) => variancePercent(variance) },
    {
      heading: 'Forecast target',
      width: wide,
      numeric: true,
      cell: ({ forecastTarget }) => figure(forecastTarget),
    },
    { heading: 'Forecast', width: wide, numeric: true, cell: ({ forecast }) => figure(forecast) },
    {
      heading: columns.forecastStatus,
      width: statusWidth,
      holdsStatus: true,
      cell: (measure) => status(measure.forecastStatus),
    },
    { heading: 'Direction of travel', width: 13, cell: ({ direction }) => text(direction.label) },
    ...(kind === 'scorecard' && measures.some(({ signal }) => signal !== null)
      ? [
          {
            heading: 'Control chart',
            width: 24,
            cell: ({ signal }: MeasureRecord) => text(signal?.brief ?? null),
          },
        ]
      : []),
    { heading: 'Notes', width: kind === 'scorecard' ? 44 : 22, cell: (measure) => text(notes(measure)) },
    ...(kind === 'scorecard' ? [] : commentary),
  ];
}

const variancePercent = (exact: string | null): SheetCell | null =>
  exact === null ? null : number(exact, '+0.00;-0.00;0.00');

/** The four figures of a measure with their names. */
export const figuresOf = (measure: MeasureRecord): [string, FigureCell][] => [
  ['Target', measure.target],
  ['Actual', measure.actual],
  ['Forecast target', measure.forecastTarget],
  ['Forecast', measure.forecast],
];

function notes(measure: MeasureRecord): string {
  const ofFigures = figuresOf(measure).flatMap(([name, figure]) =>
    figure.notes.map((note) => `${name}: ${note}`),
  );
  const ofParts = longPartNotes(measure.parts).map((note) => `Actual: ${note}`);
  const asPublished = [
    ...(measure.status.asPublished ? ['Status: as published'] : []),
    ...(measure.forecastStatus.asPublished ? ['Forecast status: as published'] : []),
    ...(measure.direction.asPublished ? [`Direction of travel: ${measure.direction.basis}`] : []),
  ];
  return [...measure.notes, ...ofFigures, ...ofParts, ...asPublished].join('\n');
}
