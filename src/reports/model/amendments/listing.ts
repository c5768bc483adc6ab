import type { Cell, FigureCell, Table } from '../report.ts';
import { type AmendmentRecord, amendmentRecords, type ScheduledChange } from './scheduled-change.ts';

const columns: readonly [key: string, heading: string, width: number, cell: (of: AmendmentRecord) => Cell][] =
  [
    ['proposal', 'Proposal', 5, ({ proposal }) => text(String(proposal))],
    ['change', 'Change', 8, ({ change }) => text(change)],
    ['directorate', 'Directorate', 8, ({ directorate }) => text(directorate)],
    ['code', 'Code', 6, ({ code }) => text(code)],
    ['title', 'Measure', 14, ({ title }) => text(title)],
    ['holds_from', 'Holds from', 6, ({ from }) => text(from)],
    ['about', 'For', 7, ({ about }) => text(about ?? '')],
    ['old_target', 'Old target', 5, ({ was }) => figure(was)],
    ['new_target', 'New target', 5, ({ proposed }) => figure(proposed)],
    ['becomes', 'Becomes', 8, ({ becomes }) => text(becomes)],
    ['reason', 'Why', 14, ({ reason }) => text(reason)],
    ['state', 'State', 5, ({ state }) => text(state)],
    ['decision', 'Decision', 9, ({ decision }) => text(decision)],
    ['status_without', 'Status without it', 5, ({ effect }) => text(effect?.now.without.label ?? '')],
    ['status_with', 'Status with it', 5, ({ effect }) => text(effect?.now.with.label ?? '')],
    [
      'forecast_status_without',
      'Forecast status without it',
      5,
      ({ effect }) => text(effect?.forecast.without.label ?? ''),
    ],
    [
      'forecast_status_with',
      'Forecast status with it',
      5,
      ({ effect }) => text(effect?.forecast.with.label ?? ''),
    ],
  ];

const text = (words: string): Cell => ({ type: 'text', text: words });
const figure = (of: FigureCell | null): Cell => (of === null ? text('') : { type: 'figure', figure: of });

/** The changes for data formats: one row a target that changes, or a change that names none. */
export const amendmentListing = (changes: readonly ScheduledChange[]): Table => ({
  id: 'amendments',
  caption: 'Amendments',
  layout: 'plain',
  columns: columns.map(([key, heading, width]) => ({
    key,
    heading,
    width,
    align: key.endsWith('_target') ? 'end' : 'start',
  })),
  rows: changes.flatMap(amendmentRecords).map((record, index) => ({
    id: `amendment-${index + 1}`,
    cells: columns.map(([, , , cell]) => cell(record)),
  })),
  empty: 'No changes.',
});
