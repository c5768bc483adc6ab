import type { Asked, Route } from '../../route.ts';
import { ownSubject, updateSubject } from '../../subject.ts';
import { approvePage } from './approve-page.tsx';
import { decide } from './decide.ts';
import { approveTicked, queuePage } from './queue.tsx';

const update = '/approve/:period/:measure';

/** Who may read an update may open it here; who may decide about it, each use case says. */
export const approvePages: readonly Route[] = [
  {
    method: 'GET',
    path: '/approve',
    action: 'readOwnWork',
    subject: ownSubject,
    handle: (asked: Asked) => queuePage(asked),
  },
  { method: 'POST', path: '/approve', action: 'readOwnWork', subject: ownSubject, handle: approveTicked },
  {
    method: 'GET',
    path: update,
    action: 'readUnapproved',
    subject: updateSubject,
    handle: (asked: Asked) => approvePage(asked),
  },
  { method: 'POST', path: update, action: 'readUnapproved', subject: updateSubject, handle: decide },
];
