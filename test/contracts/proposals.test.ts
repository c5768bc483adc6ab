import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { periodOf } from '../../src/domain/period/parse.ts';
import { emptyProposal, type ProposalContent } from '../../src/domain/proposal/proposal.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import { APPLICATION_ROLE, type Store } from '../../src/store/database.ts';
import { readResponsibilities } from '../../src/store/people.ts';
import { readProposalRecords } from '../../src/store/proposals.ts';
import { readTargetHistory } from '../../src/store/read-history.ts';
import { readMeasureVersions } from '../../src/store/read-set-up.ts';
import { type DecisionGiven, decideProposal } from '../../src/workflow/proposals/decide.ts';
import {
  attachEvidence,
  detachEvidence,
  openProposalEvidence,
} from '../../src/workflow/proposals/evidence.ts';
import { saveProposal, withdrawProposal } from '../../src/workflow/proposals/propose.ts';
import { previewProposal } from '../../src/workflow/queries/proposal-preview.ts';
import { proposalLines, proposalView } from '../../src/workflow/queries/proposals.ts';
import { readEvaluation } from '../../src/workflow/queries/read-evaluation.ts';
import { Conflict, Refused } from '../../src/workflow/refused.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { onEveryDatabase } from './databases.ts';
import { as } from './demo-acting.ts';
import { withDemoStore } from './demo-store.ts';

const tom = as('tom.venables', 'contributor');
const judith = as('judith.shah', 'approver');
const nadia = as('nadia.hussain', 'performanceTeam', 'administrator');
const colin = as('colin.webb', 'performanceTeam');
const raymond = as('raymond.tuck', 'viewer');

const amend: ProposalContent = {
  ...emptyProposal,
  measures: ['LEI 3'],
  from: '2018-19/Q3',
  values: { '2018-19 target': '950000' },
  reason: 'The pool at Eastgate is closed until March',
  decider: { kind: 'forum', name: 'Cabinet', meets: '2019-02-13' },
};
const cabinet: DecisionGiven = {
  outcome: 'approve',
  by: 'Cabinet',
  on: '2019-01-08',
  reference: 'CAB/19/3',
  note: '',
};

onEveryDatabase((kind) => {
  let store: Store;
  withDemoStore(kind, (opened) => {
    store = opened;
  });
  const standing = async (number: number) => (await proposalView(store, nadia, number))!.proposal;
  const refusalOf = async (work: Promise<unknown>) => {
    try {
      await work;
      return 'done';
    } catch (error) {
      if (error instanceof Refused) return error.problems[0]?.field ?? error.kind;
      if (error instanceof Conflict) return 'conflict';
      throw error;
    }
  };
  const judgedIn = async (period: string, code: string, asAt: string | null = null) => {
    const question = { authority: 'borchester', period: periodOf(period), scorecard: null, asAt };
    const { measures } = await readEvaluation(store, question);
    return measures.find(({ snapshot }) => snapshot.version.code === code);
  };

  describe('a proposal', () => {
    it('goes from draft to decision, and puts its targets in force with the reference', async () => {
      const number = await saveProposal(store, tom, null, 'save', amend);
      await saveProposal(store, tom, { number, version: 1 }, 'propose', amend);
      const bytes = Buffer.from('closures');
      const file = { name: 'closures.txt', bytes };
      const id = await attachEvidence(store, tom, number, { title: '', url: '', file });
      const proposal = await standing(number);
      expect(proposal).toMatchObject({ state: 'proposed', version: 3, proposedBy: 'tom.venables' });
      expect(proposal.evidence[0]?.file?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      const opened = await openProposalEvidence(store, raymond, number, id);
      expect(Buffer.from(opened!.bytes).toString()).toBe('closures');

      const before = await readTargetHistory(store, 'borchester', 'LEI 3');
      await decideProposal(store, nadia, number, 3, cabinet);
      expect(await standing(number)).toMatchObject({
        state: 'approved',
        decision: { by: 'Cabinet', on: '2019-01-08', reference: 'CAB/19/3', recordedBy: 'nadia.hussain' },
      });
      const after = await readTargetHistory(store, 'borchester', 'LEI 3');
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after.slice(before.length)).toMatchObject([
        {
          period: '2018-19',
          version: 2,
          effectiveFrom: '2018-10-01',
          decision: 'CAB/19/3',
          approvedBy: 'Cabinet',
          approvedOn: '2019-01-08',
          reason: 'The pool at Eastgate is closed until March',
        },
      ]);
      const third = await judgedIn('2018-19/Q3', 'LEI 3');
      expect(third?.snapshot.yearTargets.target?.figure.typed).toBe('950000');
      expect(third?.original?.targets.yearTargets.target?.figure.typed).toBe('970000');
      const second = await judgedIn('2018-19/Q2', 'LEI 3');
      expect(second?.snapshot.yearTargets.target?.figure.typed).toBe('970000');
      expect(second?.original).toBeNull();
      const trail = await readAuditTrail(store, {
        authority: 'borchester',
        object: { kind: 'proposal', id: String(number) },
      });
      expect(trail.map(({ action }) => action)).toEqual([
        'proposal.save',
        'proposal.propose',
        'proposal.attach',
        'proposal.approve',
      ]);
    });

    it('changes nothing when it is refused or withdrawn, and nothing after that', async () => {
      const before = await readTargetHistory(store, 'borchester', 'LEI 3');
      const other = { ...amend, values: { '2018-19 target': '900000' } };
      const refused = await saveProposal(store, tom, null, 'propose', other);
      await decideProposal(store, colin, refused, null, { ...cabinet, outcome: 'refuse', note: 'Not yet' });
      expect((await standing(refused)).decision?.note).toBe('Not yet');
      const withdrawn = await saveProposal(store, judith, null, 'propose', other);
      await withdrawProposal(store, judith, withdrawn, 'Another way was found');
      for (const number of [refused, withdrawn]) {
        expect(await refusalOf(decideProposal(store, nadia, number, null, cabinet))).toBe('notNow');
        expect(await refusalOf(withdrawProposal(store, nadia, number, 'Again'))).toBe('notNow');
        expect(
          await refusalOf(
            attachEvidence(store, nadia, number, { title: '', url: 'https://a.example/', file: null }),
          ),
        ).toBe('notNow');
      }
      expect(await readTargetHistory(store, 'borchester', 'LEI 3')).toEqual(before);
    });

    it('is not decided by whoever proposed it, unless a forum decided', async () => {
      const person = { ...amend, values: { '2018-19 target': '940000' } };
      const byPerson = {
        ...person,
        decider: { kind: 'person' as const, name: 'The chief executive', meets: null },
      };
      const own = await saveProposal(store, colin, null, 'propose', byPerson);
      expect(await refusalOf(decideProposal(store, colin, own, null, cabinet))).toBe('notNow');
      await decideProposal(store, nadia, own, null, { ...cabinet, outcome: 'refuse' });
      const forum = await saveProposal(store, colin, null, 'propose', person);
      expect(
        await refusalOf(decideProposal(store, colin, forum, null, { ...cabinet, outcome: 'refuse' })),
      ).toBe('done');
    });

    it('is kept to its rules: who, what, when, and that nobody acted meanwhile', async () => {
      const save = (who: Acting, more: Partial<ProposalContent> = {}) =>
        refusalOf(saveProposal(store, who, null, 'propose', { ...amend, ...more }));
      expect(await save(raymond)).toBe('notAllowed');
      expect(await save(tom, { measures: ['CSC 1.3'] })).toBe('notAllowed');
      expect(await save(tom, { measures: ['LEI 3', 'CSC 1.3'], kind: 'combine' })).toBe('notAllowed');
      expect(await save(judith, { measures: ['CSC 1.3'] })).toBe('notAllowed');
      expect(await save(nadia, { measures: ['no such'] })).toBe('measures');
      expect(await save(tom, { from: '2018-19/Q2' })).toBe('from');
      expect(await save(tom, { values: { '2018-19 target': 'more' } })).toBe('target-2018-19');
      const number = await saveProposal(store, tom, null, 'save', { ...emptyProposal, measures: ['LEI 3'] });
      await saveProposal(store, tom, { number, version: 1 }, 'save', amend);
      expect(await refusalOf(saveProposal(store, tom, { number, version: 1 }, 'propose', amend))).toBe(
        'conflict',
      );
      expect(await refusalOf(decideProposal(store, nadia, number, null, cabinet))).toBe('notNow');
      expect((await proposalLines(store, raymond)).map((one) => one.proposal.number)).not.toContain(number);
      expect((await proposalLines(store, tom)).map((one) => one.proposal.number)).toContain(number);
      expect(
        await refusalOf(
          saveProposal(store, tom, null, 'save', { ...amend, reason: 'a\0b' }).catch((error) => {
            if (String(error).includes('U+0000')) throw new Refused('invalid', 'U+0000');
            throw error;
          }),
        ),
      ).toBe('invalid');
    });

    it('takes evidence off the list and keeps it', async () => {
      const number = await saveProposal(store, tom, null, 'save', amend);
      const id = await attachEvidence(store, tom, number, {
        title: 'A',
        url: 'https://a.example/',
        file: null,
      });
      await detachEvidence(store, tom, number, id);
      expect((await standing(number)).evidence).toEqual([]);
      const records =
        (await readProposalRecords(store, 'borchester', { proposal: number })).get(number) ?? [];
      expect(records.map(({ verb }) => verb)).toEqual(['save', 'attach', 'detach']);
      const wrong = { title: '', url: 'http://a.example/', file: null };
      expect(await refusalOf(attachEvidence(store, tom, number, wrong))).toBe('url');
    });

    it('shows what it would change before anybody decides', async () => {
      const preview = await previewProposal(store, 'borchester', {
        ...amend,
        measures: ['CSC 1.3'],
        values: { '2018-19 target': '3.0', '2018-19/Q3 target': '3.0' },
      });
      expect(
        preview?.targets.map(({ period, was, proposed }) => [
          period.code,
          was?.figure.typed,
          proposed?.typed,
        ]),
      ).toEqual([
        ['2018-19/Q3', '4.0', '3.0'],
        ['2018-19', '4.0', '3.0'],
      ]);
      const [now] = preview?.periods ?? [];
      expect(preview?.periods.map(({ period }) => period.code)).toEqual([
        '2018-19/Q2',
        '2018-19/Q1',
        '2017-18/Q4',
        '2017-18/Q3',
      ]);
      expect([now?.now.status.outcome.label, now?.proposed.status.outcome.label]).toEqual(['Blue', 'Red']);
    });
  });

  describe('a decision on measures', () => {
    it('combines two into a new one: the old ones stay in earlier periods, the new one is answered for', async () => {
      const number = await saveProposal(store, nadia, null, 'propose', {
        ...amend,
        kind: 'combine',
        measures: ['CM PM24', 'CM PM24a'],
        from: '2018-19/Q4',
        values: { '2018-19 target': '20' },
        results: [{ code: 'CM PM30', title: 'Days to decide' }],
      });
      await decideProposal(store, nadia, number, null, cabinet);
      const versions = await readMeasureVersions(store, 'borchester', ['CM PM24', 'CM PM24a', 'CM PM30']);
      expect(
        versions.map(({ code, validFrom, retiredAfter }) => [code, validFrom, retiredAfter]).slice(-3),
      ).toEqual([
        ['CM PM24a', expect.any(String), null],
        ['CM PM24a', '2019-01-01', '2018-12-31'],
        ['CM PM30', '2019-01-01', null],
      ]);
      expect(await judgedIn('2018-19/Q3', 'CM PM24')).toBeDefined();
      expect(await judgedIn('2018-19/Q4', 'CM PM24')).toBeUndefined();
      const made = await judgedIn('2018-19/Q4', 'CM PM30');
      expect(made?.snapshot.yearTargets.target?.figure.typed).toBe('20');
      const responsible = await readResponsibilities(store, 'borchester', ['CM PM24', 'CM PM30']);
      expect(responsible.get('CM PM30')?.owner).toBe(responsible.get('CM PM24')?.owner);
    });

    it('changes a definition: a direction across it says why there is none', async () => {
      const number = await saveProposal(store, nadia, null, 'propose', {
        ...amend,
        kind: 'define',
        measures: ['CSC 1.3'],
        values: {},
        meaning: 'Calls that are answered, without those that were passed on',
      });
      await decideProposal(store, nadia, number, null, cabinet);
      expect((await judgedIn('2018-19/Q2', 'CSC 1.3'))?.direction.kind).toBe('available');
      expect((await judgedIn('2018-19/Q3', 'CSC 1.3'))?.snapshot.breaks).toMatchObject([
        { day: '2018-10-01', comparable: 'no', what: 'the definition changed' },
      ]);
    });
  });

  it('lets the application add records and files, never change or remove them', async () => {
    for (const table of ['proposal_record', 'proposal_file']) {
      const client = await store.pool.connect();
      try {
        await client.query(`set role ${APPLICATION_ROLE}`);
        await expect(client.query(`delete from outturn.${table}`)).rejects.toThrow(/permission denied/);
      } finally {
        await client.query('reset role');
        client.release(true);
      }
    }
  });
});
