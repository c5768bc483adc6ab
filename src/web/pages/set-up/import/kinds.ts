import type { ImportKind } from '../../../../importers/jobs.ts';

/** What can be brought in, in the order in which a new authority needs it. */
export const importKinds: readonly { kind: ImportKind; text: string; hint: string; template: boolean }[] = [
  {
    kind: 'measures',
    text: 'Measures',
    hint: 'What is counted: codes, titles, units, definition sheets, and the scorecard they belong to',
    template: true,
  },
  {
    kind: 'targets',
    text: 'Targets',
    hint: 'What is promised for each period and the year end',
    template: true,
  },
  {
    kind: 'series',
    text: 'Past figures',
    hint: 'Figures of earlier periods, so that trends and last year are there from the start',
    template: true,
  },
  {
    kind: 'updates',
    text: 'Updates',
    hint: 'Figures, forecasts and texts of one period. They count as approved: use a round for what is to be signed off',
    template: true,
  },
  {
    kind: 'peers',
    text: 'Values of other councils',
    hint: 'What other councils and averages such as England have, with its source, for comparison',
    template: true,
  },
  {
    kind: 'improvement-report',
    text: 'An improvement report as text',
    hint: 'A report in the layout of the Improvement Report - Council Scorecard, saved as plain text',
    template: false,
  },
];

export const isImportKind = (text: string): text is ImportKind =>
  importKinds.some(({ kind }) => kind === text);
