import type { Route } from '../../route.ts';
import { builderPage, checkAgain, previewReport, publishReport } from './builder.tsx';
import {
  changeReaders,
  earlyFile,
  earlyMeasure,
  editionPage,
  editionSubject,
  withdrawTheEdition,
} from './edition.tsx';
import { chosenPeriod, reportsPage } from './reports.tsx';

const early = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  action: 'readEmbargoed',
  subject: editionSubject,
  handle,
});

/** Making reports, and reading them before everybody may. */
export const reportPages: readonly Route[] = [
  // A list of one's own: what somebody may read of it is decided line by line.
  { method: 'GET', path: '/reports', action: 'changeOwnSettings', handle: reportsPage },
  { method: 'GET', path: '/reports/new', action: 'buildReport', handle: chosenPeriod },
  { method: 'GET', path: '/reports/new/:period', action: 'buildReport', handle: builderPage },
  { method: 'POST', path: '/reports/new/:period', action: 'publishEdition', handle: publishReport },
  { method: 'POST', path: '/reports/new/:period/check', action: 'buildReport', handle: checkAgain },
  { method: 'POST', path: '/reports/new/:period/preview', action: 'buildReport', handle: previewReport },
  early('/reports/:edition', editionPage),
  early('/reports/:edition/index.html', editionPage),
  early('/reports/:edition/files/:name', earlyFile),
  early('/reports/:edition/measures/:measure', earlyMeasure),
  { method: 'POST', path: '/reports/:edition/readers', action: 'publishEdition', handle: changeReaders },
  {
    method: 'POST',
    path: '/reports/:edition/withdraw',
    action: 'withdrawEdition',
    handle: withdrawTheEdition,
  },
];
