import { describe, expect, it } from 'vitest';
import { periodOf } from '../period/parse.ts';
import { afterwards } from './afterwards.ts';
import {
  type CommitmentDetail,
  type CommitmentRecord,
  type CommitmentVerb,
  commitmentOf,
  commitmentStates,
  inOrderOfDue,
  isOverdue,
} from './commitment.ts';
import { type Forum, forumsOn, meetingFor, meetingWithin } from './forum.ts';
import { commitmentRefusal, dueProblems, verbsFor, wordsProblems } from './guards.ts';

const promised = {
  what: 'Report on demand',
  kind: 'intervention',
  owner: 'tom',
  due: '2018-11-30',
  forum: 'scrutiny',
  source: null,
} as const;

const record = (
  sequence: number,
  verb: CommitmentVerb,
  detail: CommitmentDetail = {},
  reason: string | null = null,
): CommitmentRecord => ({
  commitment: 'c1',
  measure: 'M 1',
  period: '2018-19/Q2',
  sequence,
  verb,
  person: sequence === 1 ? 'tom' : 'judith',
  actingAs: 'contributor',
  at: `2018-10-0${sequence}T09:00:00.000Z`,
  reason,
  detail,
});
const made = record(1, 'promise', { promised });

describe('where a commitment stands', () => {
  it('is open from the promise on, and never made without one', () => {
    expect(commitmentOf([made])).toMatchObject({
      ...promised,
      id: 'c1',
      state: 'open',
      version: 1,
      firstDue: '2018-11-30',
      moved: 0,
      promisedBy: 'tom',
      closed: null,
    });
    expect(commitmentOf([])).toBeNull();
    expect(commitmentOf([record(1, 'note', { note: 'x' })])).toBeNull();
  });

  it('keeps the first day, and counts how often it was moved', () => {
    const one = commitmentOf([
      made,
      record(2, 'amend', { due: '2019-01-31' }, 'The meeting was cancelled'),
      record(3, 'amend', { due: '2019-02-19', owner: 'priya', forum: null }, 'Again'),
      record(4, 'amend', { owner: 'gareth' }, 'She has left'),
    ]);
    expect(one).toMatchObject({
      due: '2019-02-19',
      firstDue: '2018-11-30',
      moved: 2,
      owner: 'gareth',
      forum: null,
      version: 4,
    });
  });

  it('is done with its outcome, dropped with its reason, and open again when reopened', () => {
    const done = [made, record(2, 'discharge', { outcome: 'Considered; three actions', evidence: ['e1'] })];
    expect(commitmentOf(done)).toMatchObject({
      state: 'done',
      closed: { by: 'judith', words: 'Considered; three actions', evidence: ['e1'] },
    });
    expect(commitmentOf([made, record(2, 'drop', {}, 'The service was closed')])).toMatchObject({
      state: 'dropped',
      closed: { words: 'The service was closed' },
    });
    expect(commitmentOf([...done, record(3, 'reopen', {}, 'It was deferred')])).toMatchObject({
      state: 'open',
      closed: null,
      note: { text: 'It was deferred' },
    });
  });

  it.each<[string, 'open' | 'done' | 'dropped', boolean]>([
    ['2018-11-29', 'open', false],
    ['2018-11-30', 'open', false],
    ['2018-12-01', 'open', true],
    ['2018-12-01', 'done', false],
    ['2018-12-01', 'dropped', false],
  ])('on %s, %s: overdue %s', (today, state, overdue) => {
    expect(isOverdue({ state, due: '2018-11-30' }, today)).toBe(overdue);
  });

  it('lists the earliest due first, and what was closed last before the others that are closed', () => {
    const closed = (at: string) => ({ by: 'x', at, words: '', evidence: [] });
    const all = [
      { id: 'a', state: 'done', due: '2018-01-01', closed: closed('2018-02-01T00:00:00.000Z') },
      { id: 'b', state: 'open', due: '2019-03-01', closed: null },
      { id: 'c', state: 'open', due: '2018-12-01', closed: null },
      { id: 'd', state: 'dropped', due: '2018-01-01', closed: closed('2018-12-01T00:00:00.000Z') },
    ] as const;
    expect(inOrderOfDue(all).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  });
});

describe('what may be done to it', () => {
  it.each(commitmentStates)('%s: the verbs of the table and no others, each refusal in words', (state) => {
    const every: CommitmentVerb[] = ['promise', 'note', 'amend', 'discharge', 'drop', 'reopen'];
    for (const verb of every) {
      const refused = commitmentRefusal({ state }, verb);
      expect(refused === null).toBe(verbsFor({ state }).includes(verb));
      if (refused !== null) expect(refused).toMatch(/^This commitment .*\.$/);
    }
    expect(verbsFor({ state })).toEqual(
      state === 'open' ? ['note', 'amend', 'discharge', 'drop'] : ['reopen'],
    );
  });

  it.each<[string | null, boolean]>([
    ['2018-08-31', true],
    ['2014-01-09', true],
    ['2014-01-08', false],
    ['2024-01-09', true],
    ['2024-01-10', false],
    [null, false],
  ])('a day of %s is taken on 9 January 2019: %s', (day, taken) => {
    expect(dueProblems('due', day, '2019-01-09').length === 0).toBe(taken);
  });

  it('wants words, and not too many', () => {
    expect(wordsProblems('what', '  ', 'Say what')).toEqual([{ field: 'what', message: 'Say what' }]);
    expect(wordsProblems('what', 'x'.repeat(1_001), 'Say what')).toHaveLength(1);
    expect(wordsProblems('what', 'x'.repeat(1_000), 'Say what')).toEqual([]);
  });
});

describe('forums and their meetings', () => {
  const forum = { meetings: ['2018-11-06', '2018-11-20', '2019-02-19'] };
  it.each([
    ['2018-11-20', '2018-11-20'],
    ['2018-11-30', '2018-11-20'],
    ['2018-11-19', '2018-11-06'],
    ['2018-11-05', null],
    ['2018-12-31', null],
    ['2019-02-28', '2019-02-19'],
  ])('what is due on %s comes to the meeting of %s', (due, meeting) => {
    expect(meetingFor(forum, due)).toBe(meeting);
  });

  it('finds the first meeting within a month or a quarter', () => {
    expect(meetingWithin(forum, '2018-10-01', '2018-12-31')).toBe('2018-11-06');
    expect(meetingWithin(forum, '2018-12-01', '2018-12-31')).toBeNull();
  });

  it('knows which there are on a day', () => {
    const one = (id: string, validFrom: string, validTo: string | null) =>
      ({ id, validFrom, validTo }) as Forum;
    const all = [one('old', '2010-04-01', '2018-03-31'), one('new', '2018-04-01', null)];
    expect(forumsOn(all, '2018-03-31').map(({ id }) => id)).toEqual(['old']);
    expect(forumsOn(all, '2018-04-01').map(({ id }) => id)).toEqual(['new']);
  });
});

describe('did performance turn afterwards', () => {
  const points = ['2018-19/Q1', '2018-19/Q2', '2018-19/Q3', '2018-19/Q4'].map((code) => ({
    period: periodOf(code),
  }));
  const codes = (doneOn: string, promisedIn = '2018-19/Q1') => {
    const found = afterwards(points, promisedIn, doneOn);
    return [
      found.before?.period.code ?? null,
      found.atDischarge?.period.code ?? null,
      found.following.map(({ period }) => period.code.slice(-2)).join(' '),
    ];
  };
  it.each([
    ['2018-08-20', ['2018-19/Q1', '2018-19/Q2', 'Q3 Q4']],
    ['2018-07-01', ['2018-19/Q1', '2018-19/Q2', 'Q3 Q4']],
    ['2019-03-31', ['2018-19/Q1', '2018-19/Q4', '']],
    ['2019-06-01', ['2018-19/Q1', null, '']],
  ])('done on %s', (day, expected) => {
    expect(codes(day)).toEqual(expected);
  });
  it('says nothing of a period it does not hold', () => {
    expect(codes('2018-08-20', '2017-18/Q4')[0]).toBeNull();
  });
});
