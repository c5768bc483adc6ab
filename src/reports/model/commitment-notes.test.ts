import { expect, it } from 'vitest';
import { periodOf } from '../../domain/period/parse.ts';
import { notesOf, type PrintedCommitment } from './commitment-notes.ts';

const one = (more: Partial<PrintedCommitment>): PrintedCommitment => ({
  measure: 'M 1',
  period: '2018-19/Q2',
  what: 'Fill the posts',
  due: '2018-11-30',
  firstDue: '2018-11-30',
  moved: 0,
  state: 'open',
  closed: null,
  forumName: null,
  overdue: false,
  ...more,
});
const closed = (at: string, words: string) => ({ by: 'x', at, words, evidence: [] });

it.each<[string, Partial<PrintedCommitment>, string | null]>([
  ['open', {}, 'Promised for 30-Nov-2018: Fill the posts.'],
  ['open, before a forum', { forumName: 'Cabinet' }, 'Promised for 30-Nov-2018: Fill the posts (Cabinet).'],
  ['overdue', { overdue: true }, 'Overdue since 30-Nov-2018: Fill the posts.'],
  [
    'moved and overdue',
    { overdue: true, moved: 1, firstDue: '2018-10-31' },
    'Overdue since 30-Nov-2018: Fill the posts; first promised for 31-Oct-2018.',
  ],
  [
    'done in the period',
    { state: 'done', closed: closed('2018-10-20T09:00:00.000Z', 'All filled') },
    'Done: Fill the posts. All filled.',
  ],
  [
    'done before the period',
    { state: 'done', closed: closed('2018-09-30T09:00:00.000Z', 'All filled') },
    null,
  ],
  [
    'dropped',
    { state: 'dropped', closed: closed('2018-12-20T09:00:00.000Z', 'No money.') },
    'Dropped: Fill the posts. No money.',
  ],
  ['promised in a later round', { period: '2018-19/Q4' }, null],
])('what a report of the third quarter says of one that is %s', (_words, more, note) => {
  const notes = notesOf([one(more)], periodOf('2018-19/Q3'), new Set(['2018-19/Q4']));
  expect(notes).toEqual(note === null ? {} : { 'M 1': [note] });
});
