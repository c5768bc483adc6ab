import type { Route } from '../../route.ts';
import { compareFile, comparePage } from './compare-page.tsx';

export const comparePages: readonly Route[] = [
  { method: 'GET', path: '/compare', action: 'readScorecard', handle: comparePage },
  { method: 'GET', path: '/compare/differences.csv', action: 'readScorecard', handle: compareFile },
];
