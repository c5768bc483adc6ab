import type { Promised } from '../domain/commitment/commitment.ts';
import type { Store } from '../store/database.ts';
import { writeSetting } from '../store/settings.ts';
import { inTransaction } from '../store/transaction.ts';
import { confirmSuggestion, declineSuggestion } from '../workflow/commitments/answer-suggestion.ts';
import { type CommitmentChange, changeCommitment } from '../workflow/commitments/change-commitment.ts';
import { promiseCommitment } from '../workflow/commitments/promise.ts';
import { FORUMS_SETTING } from '../workflow/queries/forums.ts';
import type { Acting } from '../workflow/round/acting.ts';
import { authority } from './authority.ts';
import { demoForums } from './forums.ts';
import { demoResponsibilities, performanceManager } from './people/people.ts';

/** Somebody of the demonstration at a moment. */
type ActingAt = (id: string, actors: Acting['actors'], now: string) => Acting;

interface Story {
  measure: string;
  /** The quarter in which it was promised, and the moment; the second of the year unless told otherwise. */
  promised?: { period: string; on: string };
  what: string;
  due: string;
  kind?: Promised['kind'];
  forum?: string;
  /** The sentence of the second quarter's texts that it was made of. */
  words?: string;
  since?: readonly { on: string; by?: 'owner' | 'director'; change: CommitmentChange }[];
}

const nothing = { title: '', url: '', file: null };
const minutes = (title: string, text: string) => ({
  title,
  url: '',
  file: { name: 'minutes.txt', bytes: new TextEncoder().encode(text) },
});

/** What was promised in the second quarter, and what has become of it by the ninth of January. */
const stories: readonly Story[] = [
  {
    measure: 'SS PM07',
    promised: { period: '2017-18/Q4', on: '2018-04-05T09:00:00.000Z' },
    what: 'Performance surgery on demand',
    due: '2018-04-24',
    forum: 'performance-surgery',
    since: [
      {
        on: '2018-04-25T09:30:00.000Z',
        change: {
          verb: 'discharge',
          outcome:
            'Held on 24 April. A senior manager agrees every admission from July on, and plans are reviewed weekly.',
          proof: nothing,
        },
      },
    ],
  },
  {
    measure: 'SS PM07',
    what: 'Review of demand on children’s services',
    due: '2018-11-20',
    forum: 'executive-scrutiny-board',
    words: 'Scrutiny will review demand in November 2018.',
    since: [
      {
        on: '2018-11-21T11:00:00.000Z',
        change: {
          verb: 'discharge',
          outcome:
            'Considered on 20 November. The board asked for weekly figures on who leaves care, and for a second look in April.',
          proof: minutes(
            'Minutes, Executive Scrutiny Board, 20 November 2018',
            'Item 6: demand. Resolved: weekly figures.',
          ),
        },
      },
    ],
  },
  {
    measure: 'SS PM23b',
    what: 'Discussion of carers and placements',
    due: '2018-11-20',
    forum: 'executive-scrutiny-board',
    words: 'Scrutiny will consider carers and placements in November 2018.',
    since: [
      {
        on: '2018-11-19T09:30:00.000Z',
        change: {
          verb: 'amend',
          due: '2019-01-22',
          owner: 'tessa.quill',
          forum: 'executive-scrutiny-board',
          reason: 'The board ran out of time in November and took this item over to January.',
        },
      },
    ],
  },
  {
    measure: 'AHH 02D',
    what: 'Peer review of how enquiries are answered',
    due: '2018-10-10',
    forum: 'adult-services-peer-review',
    since: [
      {
        on: '2018-10-29T15:00:00.000Z',
        change: {
          verb: 'discharge',
          outcome:
            'The review found the first contact strong, and waits for equipment too long. Four recommendations.',
          proof: nothing,
        },
      },
    ],
  },
  {
    measure: 'AHH 02D',
    what: 'Cut the wait for equipment to five days, as the peer review recommended',
    due: '2018-12-21',
    kind: 'action',
  },
  {
    measure: 'SEND 6',
    what: 'Fill the four vacant posts in the SEND team',
    due: '2018-11-30',
    kind: 'action',
    since: [
      {
        on: '2018-12-17T10:00:00.000Z',
        change: { verb: 'note', note: 'Three of the four have begun. The last post is advertised again.' },
      },
    ],
  },
  {
    measure: 'SEND 6',
    what: 'Performance surgery on education, health and care plans',
    due: '2019-03-07',
    forum: 'performance-surgery',
  },
  {
    measure: 'EARS PM53',
    what: 'Review of sickness absence, with return interviews in its scope',
    due: '2019-02-19',
    forum: 'executive-scrutiny-board',
    words: 'Scrutiny will look at this as part of its review of sickness in February 2019.',
  },
  {
    measure: 'YA&H PM08',
    what: 'Change to this year’s target for affordable homes',
    due: '2018-11-14',
    forum: 'cabinet',
    since: [
      {
        on: '2018-11-15T09:00:00.000Z',
        change: {
          verb: 'discharge',
          outcome: 'Cabinet left the target as it is and asked for a report in July.',
          proof: nothing,
        },
      },
    ],
  },
  {
    measure: 'CM PM24',
    what: 'Overtime on Saturdays until the backlog of new claims is cleared',
    due: '2018-12-15',
    kind: 'action',
    since: [
      {
        on: '2018-12-03T09:00:00.000Z',
        by: 'director',
        change: {
          verb: 'drop',
          reason: 'The budget for overtime was spent by November; two posts moved from Council Tax instead.',
        },
      },
    ],
  },
  {
    measure: 'HOM 2.4',
    what: 'Second landlord fair for families in temporary homes',
    due: '2019-01-31',
    kind: 'action',
  },
  {
    measure: 'LEI 3',
    what: 'Agree the winter opening hours of the two pools',
    due: '2018-12-14',
    kind: 'action',
  },
  {
    measure: 'WST-1',
    what: 'Report on the trial of larger bins in two wards',
    due: '2019-01-24',
    forum: 'corporate-leadership-team',
  },
];

const PROMISED = '2018-10-11T14:00:00.000Z';

/** Borchester's forums, and what was promised before them: open, overdue, done, moved and dropped. */
export async function fillDemoCommitments(store: Store, actingAt: ActingAt): Promise<void> {
  const { code } = authority;
  const team = (now: string) => actingAt(performanceManager.id, ['performanceTeam'], now);
  await inTransaction(store, (tx) =>
    writeSetting(tx, code, FORUMS_SETTING, demoForums, {
      recordedAt: '2018-04-03T09:00:00.000Z',
      actor: performanceManager.id,
      reason: 'Set-up',
    }).then(() => undefined),
  );
  for (const {
    measure,
    what,
    due,
    kind = 'intervention',
    forum = null,
    words,
    since = [],
    promised,
  } of stories) {
    const responsible = demoResponsibilities.find((one) => one.measure === measure);
    const owner = responsible?.owner ?? performanceManager.id;
    const about = { measure, period: promised?.period ?? '2018-19/Q2' };
    const source = words === undefined ? null : { part: 'intervention' as const, words };
    const wanted = { what, kind, owner, due, forum, source };
    const officer = actingAt(owner, ['contributor'], promised?.on ?? PROMISED);
    const id =
      words === undefined
        ? await promiseCommitment(store, officer, about, wanted)
        : await confirmSuggestion(store, officer, about, words, wanted);
    for (const { on, by = 'owner', change } of since) {
      const director = responsible?.approvers.headOfService ?? performanceManager.id;
      const acting =
        by === 'owner' ? actingAt(owner, ['contributor'], on) : actingAt(director, ['approver'], on);
      await changeCommitment(store, acting, id, null, change);
    }
  }
  const about = { measure: 'L&I PM02a', period: '2018-19/Q2' };
  await declineSuggestion(store, team(PROMISED), about, 'Scrutiny will see the final results.');
}
