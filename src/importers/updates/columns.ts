import type { Column } from '../table/column.ts';

/** The columns of an update file, in the order of the template. */
export const UPDATE_COLUMNS: readonly Column[] = [
  {
    key: 'code',
    heading: 'Code',
    alsoCalled: ['Measure code', 'Measure', 'Ref', 'Reference'],
    required: true,
  },
  { key: 'title', heading: 'Title', alsoCalled: ['Measure title', 'Name'], shownOnly: true },
  { key: 'directorate', heading: 'Directorate', shownOnly: true },
  { key: 'unit', heading: 'Unit', shownOnly: true },
  { key: 'target', heading: 'Target this period', shownOnly: true },
  { key: 'yearTarget', heading: 'Target for the year', shownOnly: true },
  { key: 'previous', heading: 'Previous actual', shownOnly: true },
  { key: 'period', heading: 'Period', alsoCalled: ['Reporting period'] },
  { key: 'actual', heading: 'Actual', alsoCalled: ['Value', 'Actual value'] },
  { key: 'toDate', heading: 'To date', alsoCalled: ['Year to date', 'YTD', 'Actual to date'] },
  { key: 'numerator', heading: 'Numerator' },
  { key: 'denominator', heading: 'Denominator' },
  { key: 'forecast', heading: 'Forecast', alsoCalled: ['Year end forecast', 'Forecast year end'] },
  { key: 'outturn', heading: 'Outturn', alsoCalled: ['Year end actual'] },
  { key: 'reason', heading: 'Reason for no figure', alsoCalled: ['Reason', 'No figure because'] },
  { key: 'provisional', heading: 'Provisional' },
  { key: 'flags', heading: 'Flags' },
  { key: 'dataPeriod', heading: 'Data period' },
  { key: 'context', heading: 'Context', alsoCalled: ['Context for current performance', 'Commentary'] },
  {
    key: 'actions',
    heading: 'Improvement actions',
    alsoCalled: ['Improvement actions taken', 'Actions'],
  },
  {
    key: 'intervention',
    heading: 'Intervention',
    alsoCalled: ['Intervention / review', 'Intervention/review'],
  },
  { key: 'note', heading: 'Note', alsoCalled: ['Notes'] },
  { key: 'partOf', heading: 'Part of', alsoCalled: ['Broken down by', 'Breakdown'] },
  { key: 'part', heading: 'Part', alsoCalled: ['Part name'] },
];
