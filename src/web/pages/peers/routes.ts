import type { Route } from '../../route.ts';
import { comparisonPage } from './comparison-page.tsx';
import { saveExpected } from './save-expected.ts';

const path = '/measures/:measure/comparison';

export const peerPages: readonly Route[] = [
  { method: 'GET', path, action: 'readScorecard', handle: (asked) => comparisonPage(asked) },
  { method: 'POST', path: `${path}/expected`, action: 'changePeers', handle: saveExpected },
];
