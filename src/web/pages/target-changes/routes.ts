import type { Asked, Route } from '../../route.ts';
import { ownSubject } from '../../subject.ts';
import { addEvidence, decide, evidenceFile, removeEvidence, withdraw } from './act.ts';
import { proposalList } from './list.tsx';
import { proposalPage } from './proposal-page.tsx';
import { addProposal, changeProposal, editProposal, newProposal } from './propose.tsx';
import { scheduleFile, schedulePage } from './schedule.tsx';
import { proposalSubject } from './subject.ts';

const one = '/target-changes/:proposal';
/** Whoever may propose for something sees the form; what they may propose for is decided by the use case. */
const propose = { action: 'proposeTargetChange', subject: ownSubject } as const;
const ofOne = { subject: proposalSubject } as const;

/** The list holds what somebody may read: it is asked about nothing in particular. */
const listSubject = async () => ({ relation: 'other' as const, state: 'proposed' });

export const targetChangePages: readonly Route[] = [
  {
    method: 'GET',
    path: '/target-changes',
    action: 'readTargetChanges',
    subject: listSubject,
    handle: proposalList,
  },
  {
    method: 'GET',
    path: '/target-changes/schedule',
    action: 'readTargetChanges',
    subject: listSubject,
    handle: schedulePage,
  },
  {
    method: 'GET',
    path: '/target-changes/schedule/:file',
    action: 'readTargetChanges',
    subject: listSubject,
    handle: scheduleFile,
  },
  { method: 'GET', path: '/target-changes/new', ...propose, handle: newProposal },
  { method: 'POST', path: '/target-changes/new', ...propose, handle: addProposal },
  {
    method: 'GET',
    path: one,
    action: 'readTargetChanges',
    ...ofOne,
    handle: (asked: Asked) => proposalPage(asked),
  },
  { method: 'GET', path: `${one}/edit`, action: 'proposeTargetChange', ...ofOne, handle: editProposal },
  { method: 'POST', path: `${one}/edit`, action: 'proposeTargetChange', ...ofOne, handle: changeProposal },
  {
    method: 'POST',
    path: `${one}/evidence`,
    action: 'proposeTargetChange',
    ...ofOne,
    takesFiles: true,
    handle: addEvidence,
  },
  {
    method: 'POST',
    path: `${one}/evidence/remove`,
    action: 'proposeTargetChange',
    ...ofOne,
    handle: removeEvidence,
  },
  {
    method: 'GET',
    path: `${one}/evidence/:evidence/file`,
    action: 'readTargetChanges',
    ...ofOne,
    handle: evidenceFile,
  },
  { method: 'POST', path: `${one}/decide`, action: 'decideTargetChange', ...ofOne, handle: decide },
  { method: 'POST', path: `${one}/withdraw`, action: 'withdrawTargetChange', ...ofOne, handle: withdraw },
];
