import type { Route } from '../../route.ts';
import { comparisonPage } from './comparison-page.tsx';
import { comparisonFile, comparisonPicture } from './files.ts';
import { saveExpected } from './save-expected.ts';

const path = '/measures/:measure/comparison';

export const peerPages: readonly Route[] = [
  { method: 'GET', path, action: 'readScorecard', handle: (asked) => comparisonPage(asked) },
  { method: 'GET', path: `${path}/comparison.csv`, action: 'readScorecard', handle: comparisonFile },
  ...(['councils', 'funnel'] as const).flatMap((what) =>
    (['svg', 'png'] as const).map(
      (format): Route => ({
        method: 'GET',
        path: `${path}/${what}.${format}`,
        action: 'readScorecard',
        handle: comparisonPicture(what, format),
      }),
    ),
  ),
  { method: 'POST', path: `${path}/expected`, action: 'changePeers', handle: saveExpected },
];
