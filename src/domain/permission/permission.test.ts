import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updateStates } from '../round/update.ts';
import { actions } from './action.ts';
import { can, hasRow, relationsFor } from './can.ts';
import { type Actor, policy } from './policy.ts';
import { relationTo } from './relation.ts';

const actors: Actor[] = [
  'public',
  'viewer',
  'contributor',
  'approver',
  'performanceTeam',
  'internalAudit',
  'administrator',
  'operator',
];
const relations = ['own', 'ownDirectorate', 'other'] as const;

describe('the policy table', () => {
  it('has a row for every action', () => {
    expect(actions.filter((action) => !hasRow(action))).toEqual([]);
  });

  it('is all there is: without a row, no', () => {
    const combination = fc.record({
      actor: fc.constantFrom(...actors),
      action: fc.constantFrom(...actions),
      relation: fc.constantFrom(...relations),
      state: fc.constantFrom(null, ...updateStates),
    });
    fc.assert(
      fc.property(combination, ({ actor, action, relation, state }) => {
        const row = policy.some(
          (one) =>
            one.actor === actor &&
            one.action === action &&
            one.relations.includes(relation) &&
            (one.states === null || (state !== null && one.states.includes(state))),
        );
        expect(can([actor], action, { relation, state })).toBe(row);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<[Actor, (typeof actions)[number], (typeof relations)[number], string | null, boolean]>([
    ['public', 'readPublished', 'other', null, true],
    ['public', 'readScorecard', 'other', null, false],
    ['viewer', 'readScorecard', 'other', null, true],
    ['viewer', 'readUnapproved', 'other', null, false],
    ['contributor', 'enterUpdate', 'own', 'draft', true],
    ['contributor', 'enterUpdate', 'own', 'approved', false],
    ['contributor', 'enterUpdate', 'ownDirectorate', 'draft', false],
    ['contributor', 'readUnapproved', 'other', null, false],
    ['approver', 'approveUpdate', 'own', 'submitted', true],
    ['approver', 'approveUpdate', 'own', 'draft', false],
    ['approver', 'approveUpdate', 'ownDirectorate', 'submitted', false],
    ['administrator', 'approveUpdate', 'own', 'submitted', false],
    ['administrator', 'readUnapproved', 'other', null, false],
    ['administrator', 'managePeople', 'other', null, true],
    ['performanceTeam', 'enterForOther', 'other', 'draft', true],
    ['performanceTeam', 'approveUpdate', 'own', 'submitted', false],
    ['performanceTeam', 'managePeople', 'other', null, false],
    ['contributor', 'proposeTargetChange', 'own', null, true],
    ['contributor', 'proposeTargetChange', 'ownDirectorate', null, false],
    ['approver', 'proposeTargetChange', 'ownDirectorate', null, true],
    ['approver', 'decideTargetChange', 'own', 'proposed', false],
    ['performanceTeam', 'decideTargetChange', 'other', 'proposed', true],
    ['viewer', 'readTargetChanges', 'other', 'proposed', true],
    ['viewer', 'readTargetChanges', 'other', 'draft', false],
    ['viewer', 'proposeTargetChange', 'own', null, false],
    ['internalAudit', 'readTargetChanges', 'other', 'draft', true],
    ['internalAudit', 'readTrail', 'other', null, true],
    ['internalAudit', 'enterUpdate', 'own', 'draft', false],
    ['internalAudit', 'publishEdition', 'other', null, false],
    ['performanceTeam', 'restateFigure', 'own', 'approved', true],
    ['contributor', 'restateFigure', 'own', 'approved', false],
    ['approver', 'restateFigure', 'own', 'approved', false],
    ['contributor', 'proposeCorrection', 'own', 'approved', true],
    ['contributor', 'proposeCorrection', 'ownDirectorate', 'approved', false],
    ['approver', 'proposeCorrection', 'ownDirectorate', 'approved', true],
    ['viewer', 'proposeCorrection', 'own', 'approved', false],
    ['internalAudit', 'proposeCorrection', 'own', 'approved', false],
  ])('%s, %s, %s, %s: %s', (actor, action, relation, state, allowed) => {
    expect(can([actor], action, { relation, state })).toBe(allowed);
  });

  it('gives internal audit nothing that writes', () => {
    const writes =
      /^(enter|submit|withdraw|propose|decide|approve|sendBack|reopen|run|nudge|freeze|publish|restate|change(?!Own)|manage|import|setUp)/;
    expect(policy.filter(({ actor, action }) => actor === 'internalAudit' && writes.test(action))).toEqual(
      [],
    );
  });

  it('says which relations a list is filtered by', () => {
    expect(relationsFor(['contributor'], 'readUnapproved').sort()).toEqual(['own', 'ownDirectorate']);
  });
});

describe('how a person stands to a measure', () => {
  const responsibility = {
    measure: 'A',
    owner: 'ann',
    contributors: ['bo'],
    approvers: { headOfService: 'cy' },
  };
  const away = [{ person: 'ann', deputy: 'di', fromDay: '2018-10-01', untilDay: '2018-10-12' }];
  const of = (id: string, directorate: string | null, today = '2018-10-05') =>
    relationTo({ person: { id, directorate }, responsibility, directorate: 'people', absences: away, today });
  it.each([
    ['ann', 'people', 'own'],
    ['bo', 'place', 'own'],
    ['cy', null, 'own'],
    ['eve', 'people', 'ownDirectorate'],
    ['eve', 'place', 'other'],
    ['eve', null, 'other'],
  ])('%s of %s', (id, directorate, relation) => expect(of(id, directorate)).toBe(relation));
  it('a deputy stands in while somebody is away, and not after', () => {
    expect(of('di', 'place')).toBe('own');
    expect(of('di', 'place', '2018-10-13')).toBe('other');
  });
});
