import type { Asked, Route } from '../../route.ts';
import { updateSubject } from '../../subject.ts';
import { act, autosave, show } from './act.tsx';
import { addEvidence, dropEvidence, evidenceFile, evidencePage } from './evidence.tsx';

const update = '/update/:period/:measure';

/** What may be read before it is approved is read here; what may be entered is decided once more by each use case. */
export const updatePages: readonly Route[] = [
  { method: 'GET', path: update, action: 'readUnapproved', subject: updateSubject, handle: show },
  { method: 'POST', path: update, action: 'readUnapproved', subject: updateSubject, handle: act },
  {
    method: 'POST',
    path: `${update}/draft`,
    action: 'enterUpdate',
    subject: updateSubject,
    handle: autosave,
  },
  {
    method: 'GET',
    path: `${update}/evidence`,
    action: 'readEvidence',
    subject: updateSubject,
    handle: (asked: Asked) => evidencePage(asked),
  },
  {
    method: 'POST',
    path: `${update}/evidence`,
    action: 'readEvidence',
    subject: updateSubject,
    takesFiles: true,
    handle: addEvidence,
  },
  {
    method: 'POST',
    path: `${update}/evidence/remove`,
    action: 'readEvidence',
    subject: updateSubject,
    handle: dropEvidence,
  },
  {
    method: 'GET',
    path: `${update}/evidence/:evidence/file`,
    action: 'readEvidence',
    subject: updateSubject,
    handle: evidenceFile,
  },
];
