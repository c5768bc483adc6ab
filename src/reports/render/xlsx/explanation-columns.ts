import { headlineOf } from '../../model/charts/chart.ts';
import type { MeasureRecord, OriginalRecord, Report } from '../../model/report.ts';
import { figure, text } from './cells.ts';
import { figuresOf, type MeasureColumn } from './measure-columns.ts';
import { status } from './status-rules.ts';

/** The columns that say why: for whoever asks, out of the way of whoever reads. */
export function explanationColumns({ columns, measures }: Report): MeasureColumn[] {
  return [
    { heading: 'Code', width: 12, cell: ({ code }) => text(code) },
    { heading: 'Measure', width: 32, cell: ({ title }) => text(title) },
    { heading: columns.status, width: 14, holdsStatus: true, cell: (measure) => status(measure.status) },
    { heading: 'Why it has this status', width: 40, cell: (measure) => text(measure.status.explanation) },
    { heading: 'What would change it', width: 34, cell: (measure) => text(measure.status.distance) },
    {
      heading: columns.forecastStatus,
      width: 14,
      holdsStatus: true,
      cell: (measure) => status(measure.forecastStatus),
    },
    {
      heading: 'Why the forecast has its status',
      width: 40,
      cell: (measure) => text(measure.forecastStatus.explanation),
    },
    ...originalColumns(measures),
    {
      heading: 'Direction of travel',
      width: 15,
      pageBegins: true,
      cell: ({ direction }) => text(direction.label),
    },
    {
      heading: 'Why this direction of travel',
      width: 40,
      cell: ({ direction }) => text(direction.explanation),
    },
    {
      heading: 'Basis of the direction of travel',
      width: 28,
      cell: ({ direction }) => text(direction.basis),
    },
    ...signalColumns(measures),
    ...chartColumns(measures),
    { heading: 'Why figures are missing', width: 26, cell: (measure) => text(reasons(measure)) },
    { heading: 'Flags', width: 14, pageBegins: true, cell: ({ flags }) => text(flags.join('\n')) },
    { heading: 'Polarity', width: 11, cell: ({ polarity }) => text(polarity) },
    { heading: 'Period basis', width: 13, cell: ({ periodBasis }) => text(periodBasis) },
    { heading: 'Also known as', width: 22, cell: ({ aliases }) => text(aliases.join('\n')) },
    { heading: 'Why the report shows it', width: 26, cell: (measure) => text(measure.selectedBecause) },
  ];
}

/** Only where a measure has a control chart that says something. */
const signalColumns = (measures: Report['measures']): MeasureColumn[] =>
  measures.every(({ signal }) => signal === null)
    ? []
    : [
        {
          heading: 'What the control chart says',
          width: 40,
          cell: ({ signal }) => text(signal?.sentence ?? null),
        },
      ];

/** Only where a measure has a chart; its figures are in a sheet of their own. */
const chartColumns = (measures: Report['measures']): MeasureColumn[] =>
  measures.every(({ chart }) => chart === null)
    ? []
    : [
        {
          heading: 'What the chart says',
          width: 40,
          cell: ({ chart }) => text(chart === null ? null : headlineOf(chart)),
        },
      ];

/** Only where a target was changed: what was promised first, and the status against it. */
function originalColumns(measures: Report['measures']): MeasureColumn[] {
  if (measures.every(({ original }) => original === undefined)) return [];
  const pair = (name: string, of: (measure: MeasureRecord) => OriginalRecord | null): MeasureColumn[] => [
    {
      heading: `Original ${name}`,
      width: 14,
      numeric: true,
      cell: (measure) => {
        const found = of(measure);
        return found === null ? null : figure(found.target);
      },
    },
    {
      heading: `Status against the original ${name}`,
      width: 16,
      holdsStatus: true,
      cell: (measure) => {
        const found = of(measure);
        return found === null ? null : status(found.status);
      },
    },
  ];
  const [first, ...rest] = [
    ...pair('target', ({ original }) => original?.now ?? null),
    ...pair('forecast target', ({ original }) => original?.forecast ?? null),
  ];
  return first === undefined ? [] : [{ ...first, pageBegins: true }, ...rest];
}

/** `Actual: awaited`, a line each, by the codes that the data formats use. */
const reasons = (measure: MeasureRecord): string =>
  figuresOf(measure)
    .flatMap(([name, { missing }]) => (missing === null ? [] : [`${name}: ${missing}`]))
    .join('\n');
