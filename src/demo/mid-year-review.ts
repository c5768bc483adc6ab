import { emptyProposal, type ProposalContent } from '../domain/proposal/proposal.ts';
import type { Store } from '../store/database.ts';
import { readProposalRecords } from '../store/proposals.ts';
import { decideProposal } from '../workflow/proposals/decide.ts';
import { attachEvidence } from '../workflow/proposals/evidence.ts';
import { saveProposal } from '../workflow/proposals/propose.ts';
import type { Acting, ReadText } from '../workflow/round/acting.ts';
import { authority } from './authority.ts';
import { demoPeople } from './people/people.ts';

interface Story {
  by: string;
  at: string;
  content: Partial<ProposalContent>;
  evidence?: { title: string; url: string };
  /** What Cabinet decided; absent where it has not yet. */
  decided?: { outcome: 'approve' | 'refuse'; reference: string; note: string };
}

const november = { kind: 'forum', name: 'Cabinet', meets: '2018-11-14' } as const;
const february = { kind: 'forum', name: 'Cabinet', meets: '2019-02-13' } as const;

/** The mid-year review: what services asked for after the second quarter, and what became of it. */
const stories: readonly Story[] = [
  {
    by: 'simone.achebe',
    at: '2018-10-22T10:15:00.000Z',
    content: {
      measures: ['CP 08f'],
      from: '2018-19/Q3',
      values: { '2018-19/Q3 target': '8.6', '2018-19 target': '11.5' },
      reason:
        'The target of 8.4 days assumed that absence in the depots would fall by a third in one year. With what has been put in place since, 11.5 days can be reached and is still better than last year',
      decider: november,
    },
    evidence: {
      title: 'Absence by service, April to September 2018',
      url: 'https://intranet.borchester.example/people/absence-2018-q2',
    },
    decided: {
      outcome: 'approve',
      reference: 'CAB/18/112',
      note: 'Cabinet asked for the original target to stay in view until the year end',
    },
  },
  {
    by: 'priya.nandra',
    at: '2018-10-23T14:40:00.000Z',
    content: {
      measures: ['YA&H PM08'],
      from: '2018-19/Q3',
      values: { '2018-19/Q3 target': '55', '2018-19 target': '95' },
      reason: 'Two of the larger sites will not be handed over before the summer of 2019',
      decider: november,
    },
    decided: {
      outcome: 'refuse',
      reference: 'CAB/18/114',
      note: 'The programme is expected to find other sites before the year end',
    },
  },
  {
    by: 'nadia.hussain',
    at: '2018-10-25T09:05:00.000Z',
    content: {
      kind: 'combine',
      measures: ['CSC 1.6', 'IG/20'],
      from: '2019-20/Q1',
      values: { '2019-20 target': '91.0' },
      results: [{ code: 'CSC 1.6', title: 'Complaints and information requests answered in time' }],
      comparable: 'no',
      reason: 'One team has answered both since June, and reports them from one system',
      decider: november,
    },
    decided: { outcome: 'approve', reference: 'CAB/18/113', note: '' },
  },
  {
    by: 'amir.qadri',
    at: '2018-12-06T11:20:00.000Z',
    content: {
      measures: ['Regen PM21'],
      from: '2018-19/Q4',
      values: { '2018-19 target': '60' },
      reason:
        'One of the two support programmes ended in October. 60 is what the other can still bring before April',
      decider: february,
    },
  },
];

/** Writes the demonstration's mid-year review, by the use cases that anybody uses. A second time nothing is changed. */
export async function fillMidYearReview(store: Store, readText: ReadText): Promise<void> {
  if ((await readProposalRecords(store, authority.code)).size > 0) return;
  const acting = (id: string, now: string): Acting => {
    const person = demoPeople.find((one) => one.id === id);
    if (person === undefined) throw new RangeError(`nobody at Borchester is called ${id}`);
    return {
      authority: authority.code,
      person: { id, directorate: person.directorate },
      actors: person.roles,
      now,
      today: now.slice(0, 10),
      readText,
    };
  };
  const open: { number: number; story: Story }[] = [];
  for (const story of stories) {
    const content = { ...emptyProposal, ...story.content };
    const by = acting(story.by, story.at);
    const number = await saveProposal(store, by, null, 'propose', content);
    if (story.evidence !== undefined) {
      await attachEvidence(store, by, number, { ...story.evidence, file: null });
    }
    open.push({ number, story });
  }
  for (const { number, story } of open) {
    if (story.decided === undefined) continue;
    const recorder = acting('nadia.hussain', '2018-11-15T09:30:00.000Z');
    const decision = { ...story.decided, by: 'Cabinet', on: '2018-11-14' };
    await decideProposal(store, recorder, number, null, decision);
  }
}
