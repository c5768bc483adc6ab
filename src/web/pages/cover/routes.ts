import type { Route } from '../../route.ts';
import { coverPage, postCover } from './cover-page.tsx';
import { coverDocument } from './document.ts';

/** The words of a cover report, and the report and the pack as they would be made now. */
export const coverPages: readonly Route[] = [
  { method: 'GET', path: '/cover/:period', action: 'writeCover', handle: coverPage },
  { method: 'POST', path: '/cover/:period', action: 'writeCover', handle: postCover },
  { method: 'GET', path: '/cover/:period/:name', action: 'writeCover', handle: coverDocument },
];
