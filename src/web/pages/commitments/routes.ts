import type { Route } from '../../route.ts';
import { measureSubject } from '../../subject.ts';
import { actOnCommitment, commitmentEvidenceFile } from './act.tsx';
import { commitmentPage } from './commitment-page.tsx';
import { forumCalendarPage, forumFeed, makeForumCalendar, stopForumCalendar } from './forum-calendar.tsx';
import { forwardPlanFile, forwardPlanPage } from './forward-plan.tsx';
import { commitmentsPage } from './list.tsx';
import { makeCommitment, newCommitmentPage } from './new.tsx';
import { commitmentSubject } from './subject.ts';
import { surgeryFile, surgeryPage } from './surgery.tsx';

const calendar = '/forward-plan/:forum/calendar';
const one = '/commitments/:commitment';
const fresh = '/measures/:measure/commitments/new';

/** What was promised, and what became of it. */
export const commitmentPages: readonly Route[] = [
  { method: 'GET', path: '/commitments', action: 'readCommitments', handle: commitmentsPage },
  {
    method: 'GET',
    path: one,
    action: 'readCommitments',
    subject: commitmentSubject,
    handle: (asked) => commitmentPage(asked),
  },
  {
    method: 'POST',
    path: one,
    action: 'changeCommitment',
    subject: commitmentSubject,
    takesFiles: true,
    handle: actOnCommitment,
  },
  {
    method: 'GET',
    path: `${one}/evidence/:evidence`,
    action: 'readEvidence',
    subject: commitmentSubject,
    handle: commitmentEvidenceFile,
  },
  {
    method: 'GET',
    path: fresh,
    action: 'makeCommitment',
    subject: measureSubject,
    handle: newCommitmentPage,
  },
  { method: 'GET', path: '/forward-plan', action: 'readCommitments', handle: forwardPlanPage },
  { method: 'GET', path: '/forward-plan/files/:format', action: 'readCommitments', handle: forwardPlanFile },
  { method: 'GET', path: calendar, action: 'readCommitments', handle: forumCalendarPage },
  { method: 'POST', path: calendar, action: 'readCommitments', handle: makeForumCalendar },
  { method: 'POST', path: `${calendar}/stop`, action: 'readCommitments', handle: stopForumCalendar },
  { method: 'GET', path: '/calendar/forum/:key.ics', action: 'readForumCalendar', handle: forumFeed },
  { method: 'GET', path: '/surgery', action: 'readCommitments', handle: surgeryPage },
  { method: 'GET', path: '/surgery/files/:format', action: 'readCommitments', handle: surgeryFile },
  { method: 'POST', path: fresh, action: 'makeCommitment', subject: measureSubject, handle: makeCommitment },
];
