import type { Route } from '../../route.ts';
import { updateSubject } from '../../subject.ts';
import { checkRestatement, restatePage, saveRestatement } from './restate-page.tsx';

const about = { action: 'restateFigure', subject: updateSubject } as const;

export const restatePages: readonly Route[] = [
  { method: 'GET', path: '/restate/:period/:measure', ...about, handle: restatePage },
  { method: 'POST', path: '/restate/:period/:measure', ...about, handle: checkRestatement },
  { method: 'POST', path: '/restate/:period/:measure/save', ...about, handle: saveRestatement },
];
