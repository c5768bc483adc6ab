import { describe, expect, it } from 'vitest';
import { decisionProblems, proposalRefusal } from './guards.ts';
import {
  emptyProposal,
  type ProposalRecord,
  type ProposalState,
  type ProposalVerb,
  proposalOf,
} from './proposal.ts';

const record = (
  sequence: number,
  verb: ProposalVerb,
  more: Partial<ProposalRecord> = {},
): ProposalRecord => ({
  proposal: 1,
  sequence,
  verb,
  person: 'tom',
  actingAs: 'contributor',
  at: `2018-10-0${sequence}T09:00:00.000Z`,
  reason: null,
  content: verb === 'save' || verb === 'propose' ? emptyProposal : null,
  detail: {},
  ...more,
});
const decision = { by: 'Cabinet', on: '2018-11-14', reference: 'CAB/18/112' };

describe('where a proposal stands', () => {
  it.each<[ProposalVerb[], ProposalState]>([
    [['save'], 'draft'],
    [['propose'], 'proposed'],
    [['save', 'propose'], 'proposed'],
    [['propose', 'attach', 'approve'], 'approved'],
    [['propose', 'refuse'], 'refused'],
    [['save', 'withdraw'], 'withdrawn'],
  ])('%j: %s', (verbs, state) => {
    const records = verbs.map((verb, index) => record(index + 1, verb, { detail: { decision } }));
    expect(proposalOf(records)).toMatchObject({ state, version: verbs.length });
  });

  it('keeps evidence until it is taken off the list', () => {
    const evidence = { id: 'e1', title: 'Extract', url: null, file: null };
    const records = [record(1, 'propose'), record(2, 'attach', { detail: { evidence } })];
    expect(proposalOf(records)?.evidence).toMatchObject([{ id: 'e1', person: 'tom' }]);
    expect(proposalOf([...records, record(3, 'detach', { detail: { removes: 'e1' } })])?.evidence).toEqual(
      [],
    );
  });
});

describe('what may be done to a proposal', () => {
  const standing = (state: ProposalState, kind: 'forum' | 'person' = 'forum') => ({
    state,
    writtenBy: 'tom',
    proposedBy: 'tom',
    decider: { kind, name: 'Cabinet', meets: null },
  });
  const verbs: ProposalVerb[] = ['save', 'propose', 'attach', 'detach', 'approve', 'refuse', 'withdraw'];
  it.each<[ProposalState, ProposalVerb[]]>([
    ['draft', ['save', 'propose', 'attach', 'detach', 'withdraw']],
    ['proposed', ['attach', 'detach', 'approve', 'refuse', 'withdraw']],
    ['approved', []],
    ['refused', []],
    ['withdrawn', []],
  ])('%s', (state, allowed) => {
    expect(
      verbs.filter((verb) => proposalRefusal(standing(state), { verb, person: 'nadia' }) === null),
    ).toEqual(allowed);
  });

  it('nobody decides what they proposed; what a forum decided may be recorded by who proposed it', () => {
    const own = { verb: 'approve', person: 'tom' } as const;
    expect(proposalRefusal(standing('proposed', 'person'), own)).toContain('somebody else');
    expect(proposalRefusal(standing('proposed', 'forum'), own)).toBeNull();
    expect(proposalRefusal(standing('proposed', 'person'), { ...own, person: 'nadia' })).toBeNull();
  });

  it.each([
    [{ by: 'Cabinet', on: '2018-11-14', reference: 'CAB/18/112' }, []],
    [{ by: '', on: null, reference: '' }, ['by', 'on', 'reference']],
    [{ by: 'Cabinet', on: '2019-01-10', reference: 'CAB/18/112' }, ['on']],
  ])('a decision %j', (given, fields) => {
    expect(decisionProblems(given, '2019-01-09').map(({ field }) => field)).toEqual(fields);
  });
});
