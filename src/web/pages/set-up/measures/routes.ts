import type { Route } from '../../../route.ts';
import { measureList } from './list.tsx';
import { addMeasure, changeMeasure, measurePage, newMeasurePage, retire } from './measure-page.tsx';

const action = 'changeMeasures';

export const measurePages: readonly Route[] = [
  { method: 'GET', path: '/set-up/measures', action: 'readSetUp', handle: measureList },
  { method: 'GET', path: '/set-up/measures/new', action, handle: newMeasurePage },
  { method: 'POST', path: '/set-up/measures/new', action, handle: addMeasure },
  { method: 'GET', path: '/set-up/measures/:measure', action: 'readSetUp', handle: measurePage },
  { method: 'POST', path: '/set-up/measures/:measure', action, handle: changeMeasure },
  { method: 'POST', path: '/set-up/measures/:measure/retire', action, handle: retire },
];
