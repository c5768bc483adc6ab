import type { Route } from '../../../route.ts';
import { levelsPage, saveLevels } from './levels-page.tsx';

export const levelPages: readonly Route[] = [
  { method: 'GET', path: '/set-up/levels', action: 'readSetUp', handle: levelsPage },
  { method: 'POST', path: '/set-up/levels', action: 'changeMeasures', handle: saveLevels },
];
