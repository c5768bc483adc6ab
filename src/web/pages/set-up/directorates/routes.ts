import type { Route } from '../../../route.ts';
import { directorateList } from './list.tsx';
import { addUnit, changeUnit, endTheUnit, newUnitPage, unitPage } from './unit-page.tsx';

const action = 'changeOrganisation';

export const directoratePages: readonly Route[] = [
  { method: 'GET', path: '/set-up/directorates', action: 'readSetUp', handle: directorateList },
  { method: 'GET', path: '/set-up/directorates/new', action, handle: newUnitPage },
  { method: 'POST', path: '/set-up/directorates/new', action, handle: addUnit },
  { method: 'GET', path: '/set-up/directorates/:unit', action, handle: unitPage },
  { method: 'POST', path: '/set-up/directorates/:unit', action, handle: changeUnit },
  { method: 'POST', path: '/set-up/directorates/:unit/end', action, handle: endTheUnit },
];
