import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { demoResponsibilities } from '../../src/demo/people/people.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import { readCommitmentRecords } from '../../src/store/commitments.ts';
import { APPLICATION_ROLE, type Store } from '../../src/store/database.ts';
import { confirmSuggestion, declineSuggestion } from '../../src/workflow/commitments/answer-suggestion.ts';
import { changeCommitment } from '../../src/workflow/commitments/change-commitment.ts';
import { openCommitmentEvidence } from '../../src/workflow/commitments/evidence.ts';
import { promiseCommitment, type Wanted } from '../../src/workflow/commitments/promise.ts';
import { commitmentView, ownCommitments, readCommitments } from '../../src/workflow/queries/commitments.ts';
import { readForums } from '../../src/workflow/queries/forums.ts';
import { suggestionsFor } from '../../src/workflow/queries/suggestions.ts';
import { Conflict, Refused } from '../../src/workflow/refused.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { saveForum } from '../../src/workflow/set-up/change-forums.ts';
import { onEveryDatabase } from './databases.ts';
import { as } from './demo-acting.ts';
import { withDemoStore } from './demo-store.ts';

const gareth = as('gareth.pym', 'contributor');
const judith = as('judith.shah', 'approver');
const nadia = as('nadia.hussain', 'performanceTeam', 'administrator');
const raymond = as('raymond.tuck', 'viewer');
const measure = demoResponsibilities.find((one) => one.owner === 'gareth.pym')!.measure;
const about = { measure, period: '2018-19/Q3' };
const wanted: Wanted = {
  what: 'Report on missed collections',
  kind: 'intervention',
  owner: 'gareth.pym',
  due: '2019-02-28',
  forum: null,
  source: null,
};

onEveryDatabase((kind) => {
  let store: Store;
  let forum: string;
  withDemoStore(kind, async (opened) => {
    store = opened;
    forum = await saveForum(
      store,
      nadia,
      {
        id: null,
        name: 'Waste Task Group',
        aliases: ['WTG'],
        kind: 'scrutiny',
        validFrom: '2018-04-01',
        validTo: null,
        meetings: ['2019-02-19', '2019-01-15', '2019-02-19'],
      },
      'The list of the year',
    );
  });
  const standing = async (id: string) => (await commitmentView(store, gareth, id))!.line;
  const trailOf = (id: string) =>
    readAuditTrail(store, { authority: 'borchester', object: { kind: 'commitment', id } });
  const refusalOf = async (work: Promise<unknown>) => {
    try {
      await work;
      return 'done';
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  };

  describe('a commitment', () => {
    it('is followed from its promise to its end, each step with its event', async () => {
      const id = await promiseCommitment(store, gareth, about, { ...wanted, forum });
      expect(await standing(id)).toMatchObject({
        state: 'open',
        due: '2019-02-28',
        meeting: '2019-02-19',
        forumName: 'Waste Task Group',
        ownerName: 'Gareth Pym',
        overdue: false,
      });
      expect((await ownCommitments(store, gareth)).map((one) => one.id)).toContain(id);
      const amend = {
        verb: 'amend',
        due: '2019-01-08',
        owner: 'gareth.pym',
        forum,
        reason: 'Sooner',
      } as const;
      await changeCommitment(store, gareth, id, 1, amend);
      expect(await standing(id)).toMatchObject({ due: '2019-01-08', firstDue: '2019-02-28', overdue: true });
      await changeCommitment(store, gareth, id, 2, { verb: 'note', note: 'The report is written' });
      const bytes = Buffer.from('minutes');
      const proof = { title: 'Minutes', url: 'https://borchester.example/m', file: { name: 'm.txt', bytes } };
      await changeCommitment(store, gareth, id, 3, {
        verb: 'discharge',
        outcome: 'Two actions agreed',
        proof,
      });
      const { line, evidence } = (await commitmentView(store, gareth, id))!;
      expect(line).toMatchObject({ state: 'done', overdue: false, closed: { words: 'Two actions agreed' } });
      expect(line.closed?.evidence).toEqual(evidence.map((one) => one.id));
      const file = evidence.find((one) => one.file !== null)!;
      expect(file.file?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      const opened = await openCommitmentEvidence(store, 'borchester', id, file.id);
      expect(Buffer.from(opened!.bytes).toString()).toBe('minutes');
      expect(await openCommitmentEvidence(store, 'borchester', id, 'no-such-id')).toBeNull();
      await changeCommitment(store, judith, id, 4, { verb: 'reopen', reason: 'It was deferred' });
      await changeCommitment(store, judith, id, 5, { verb: 'drop', reason: 'The service has changed' });
      expect(await standing(id)).toMatchObject({
        state: 'dropped',
        version: 6,
        closed: { by: 'judith.shah', words: 'The service has changed' },
      });
      expect((await trailOf(id)).map(({ action }) => action)).toEqual([
        'commitment.promise',
        'commitment.amend',
        'commitment.note',
        'evidence.add',
        'evidence.add',
        'commitment.discharge',
        'commitment.reopen',
        'commitment.drop',
      ]);
      expect((await trailOf(id)).at(-1)).toMatchObject({ actor: 'judith.shah', actingAs: 'approver' });
    });

    it('is refused whole where something is wrong with it: nothing is half saved', async () => {
      const count = async () => (await readCommitmentRecords(store, 'borchester')).size;
      const [before, events] = [
        await count(),
        (await readAuditTrail(store, { authority: 'borchester' })).length,
      ];
      const wrong = { ...wanted, what: ' ', due: null, owner: 'petra.hollis', forum: 'nowhere' };
      const refused = await refusalOf(promiseCommitment(store, gareth, about, wrong));
      expect((refused as Refused).problems.map(({ field }) => field)).toEqual([
        'what',
        'due',
        'owner',
        'forum',
      ]);
      const id = await promiseCommitment(store, gareth, about, wanted);
      const bad = {
        title: '',
        url: 'http://plain.example',
        file: { name: 'x.exe', bytes: Buffer.from('x') },
      };
      const discharge = { verb: 'discharge', outcome: '', proof: bad } as const;
      const again = await refusalOf(changeCommitment(store, gareth, id, null, discharge));
      expect((again as Refused).problems.map(({ field }) => field)).toEqual(['outcome', 'file', 'url']);
      expect(await count()).toBe(before + 1);
      expect((await readAuditTrail(store, { authority: 'borchester' })).length).toBe(events + 1);
    });

    it('is acted on by one at a time: the second of two is told', async () => {
      const id = await promiseCommitment(store, gareth, about, wanted);
      const note = (who: Acting) =>
        changeCommitment(store, who, id, 1, { verb: 'note', note: 'So far well' });
      const both = await Promise.allSettled([note(gareth), note(judith)]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const failed = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect(failed.reason).toBeInstanceOf(Conflict);
      expect((await standing(id)).version).toBe(2);
    });

    it('is changed by its owner and who answers for the measure, dropped by those above, and read by all', async () => {
      const id = await promiseCommitment(store, nadia, about, { ...wanted, owner: 'raymond.tuck' });
      const note = { verb: 'note', note: 'Heard' } as const;
      const other = as('priya.nandra', 'contributor');
      expect(await refusalOf(changeCommitment(store, other, id, null, note))).toMatchObject({
        kind: 'notAllowed',
      });
      expect(await refusalOf(changeCommitment(store, raymond, id, null, note))).toBe('done');
      const drop = { verb: 'drop', reason: 'No longer needed' } as const;
      for (const who of [raymond, gareth]) {
        expect(await refusalOf(changeCommitment(store, who, id, null, drop))).toMatchObject({
          kind: 'notAllowed',
        });
      }
      const petra = as('petra.hollis', 'internalAudit');
      expect((await commitmentView(store, petra, id))?.may).toEqual([]);
      expect((await commitmentView(store, raymond, id))?.may).toEqual(['note', 'amend', 'discharge']);
      expect((await commitmentView(store, judith, id))?.may).toEqual(['note', 'amend', 'discharge', 'drop']);
      expect(await refusalOf(promiseCommitment(store, other, about, wanted))).toMatchObject({
        kind: 'notAllowed',
      });
    });

    it('can be asked for as it was known at any moment', async () => {
      const id = await promiseCommitment(store, gareth, about, wanted);
      const later = { ...gareth, now: '2019-01-20T09:00:00.000Z', today: '2019-01-20' };
      await changeCommitment(store, later, id, 1, {
        verb: 'discharge',
        outcome: 'Done',
        proof: { title: '', url: '', file: null },
      });
      const then = await readCommitments(store, 'borchester', '2019-01-10', {
        commitment: id,
        asAt: '2019-01-10T00:00:00.000Z',
      });
      expect(then).toMatchObject([{ state: 'open', version: 1 }]);
      expect(
        await readCommitments(store, 'borchester', '2019-01-08', {
          commitment: id,
          asAt: '2019-01-08T00:00:00.000Z',
        }),
      ).toEqual([]);
    });

    it('cannot be changed or removed by the application, whatever its code says', async () => {
      const client = await store.pool.connect();
      try {
        await client.query(`set role ${APPLICATION_ROLE}`);
        for (const table of [
          'commitment_record',
          'suggestion_answer',
          'commitment_evidence',
          'forum_feed_key',
        ]) {
          await expect(client.query(`delete from outturn.${table}`)).rejects.toThrow(/permission denied/);
        }
      } finally {
        await client.query('reset role');
        client.release(true);
      }
    });
  });

  describe('what a text promises', () => {
    const texts = {
      context: '',
      actions: 'We will start a second round by 1 February 2019.',
      intervention: 'To be considered by WTG in February 2019. No further action is proposed.',
    };
    const asked = async (own = texts) =>
      (await suggestionsFor(store, gareth, about, own)).map(({ words }) => words);

    it('is asked until it is answered, and then no more while the words are the same', async () => {
      expect(await suggestionsFor(store, gareth, about, texts)).toMatchObject([
        { kind: 'action', due: { day: '2019-02-01' }, forum: null },
        { kind: 'intervention', due: { day: '2019-02-19', meeting: true }, forum: { forum } },
      ]);
      await declineSuggestion(store, gareth, about, texts.actions);
      expect(await asked()).toEqual(['To be considered by WTG in February 2019.']);
      const words = 'To be considered by WTG in February 2019.';
      const id = await confirmSuggestion(store, gareth, about, words, {
        ...wanted,
        source: { part: 'intervention', words },
      });
      expect((await standing(id)).source?.words).toBe(words);
      expect(await asked()).toEqual([]);
      const twice = refusalOf(confirmSuggestion(store, gareth, about, words, wanted));
      expect(await twice).toMatchObject({ kind: 'notNow' });
      expect(
        await asked({ ...texts, actions: 'We will start a second round by 1 March 2019.' }),
      ).toHaveLength(1);
    });

    it('is answered by those who may make commitments', async () => {
      const declining = declineSuggestion(store, raymond, about, 'To be considered by Cabinet.');
      expect(await refusalOf(declining)).toMatchObject({ kind: 'notAllowed' });
    });
  });

  describe('forums', () => {
    it('are a list of the authority’s own, kept by the performance team', async () => {
      expect((await readForums(store, 'borchester')).find(({ id }) => id === forum)).toMatchObject({
        id: 'waste-task-group',
        meetings: ['2019-01-15', '2019-02-19'],
      });
      const given = {
        id: null,
        name: 'waste task group',
        aliases: [],
        kind: 'scrutiny' as const,
        validFrom: '2019-01-01',
        validTo: '2018-12-31',
        meetings: ['2018-01-01'],
      };
      const refused = (await refusalOf(saveForum(store, nadia, given, null))) as Refused;
      expect(refused.problems.map(({ field }) => field)).toEqual(['name', 'validTo', 'meetings']);
      expect(await refusalOf(saveForum(store, judith, given, null))).toMatchObject({ kind: 'notAllowed' });
    });
  });
});
