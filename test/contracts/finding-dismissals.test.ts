import { expect, it } from 'vitest';
import { demoNow, presentPeriod } from '../../src/demo/fill-demo-round.ts';
import { demoResponsibilities } from '../../src/demo/people/people.ts';
import type { UpdateContent } from '../../src/domain/round/update.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import { APPLICATION_ROLE, type Store } from '../../src/store/database.ts';
import { dismissFinding, restoreFinding } from '../../src/workflow/commentary/answer-finding.ts';
import { updateView } from '../../src/workflow/queries/update-view.ts';
import { Refused } from '../../src/workflow/refused.ts';
import { saveUpdate } from '../../src/workflow/round/enter-update.ts';
import { onEveryDatabase } from './databases.ts';
import { as } from './demo-acting.ts';
import { withDemoStore } from './demo-store.ts';

const measure = 'CSC 1.3';
const which = { period: presentPeriod, measure };
const answering = demoResponsibilities.find((one) => one.measure === measure)!;
const officer = as(answering.owner!, 'contributor');
const colin = as('colin.webb', 'performanceTeam');

onEveryDatabase((kind) => {
  let store: Store;
  withDemoStore(kind, (opened) => {
    store = opened;
  });

  const view = async () => (await updateView(store, officer, which))!;
  const held = async () => (await view()).judged!.findings;
  const refusal = async (doing: Promise<unknown>) => {
    const error = await doing.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof Refused ? [error.kind, ...error.problems.map(({ field }) => field)] : error;
  };
  const saveWith = async (change: Partial<UpdateContent>) => {
    const { content } = await view();
    await saveUpdate(store, colin, { ...which, version: null }, { ...content, ...change });
  };

  it('keeps who dismissed it, when and why, in one transaction with its event', async () => {
    const [finding] = (await held()).open;
    expect(finding?.rule).toBe('changeDiffers');
    const events = await readAuditTrail(store, { authority: 'borchester' });
    await dismissFinding(store, officer, { ...which, key: finding!.key }, ' The longer wait was planned. ');
    expect(await held()).toEqual({
      open: [],
      dismissed: [
        {
          finding,
          dismissal: {
            key: finding!.key,
            reason: 'The longer wait was planned.',
            person: officer.person.id,
            at: demoNow,
          },
        },
      ],
    });
    const added = (await readAuditTrail(store, { authority: 'borchester' })).slice(events.length);
    expect(added).toMatchObject([
      {
        action: 'finding.dismiss',
        actor: officer.person.id,
        actingAs: 'contributor',
        object: { kind: 'update', id: `${presentPeriod} ${measure}` },
        reason: 'The longer wait was planned.',
        after: { rule: 'changeDiffers', words: finding!.quote },
      },
    ]);
  });

  it('is gone for what is written beside it, and back when its figures or its words change', async () => {
    const { texts, actual } = (await view()).content;
    await saveWith({ texts: { ...texts, context: `It was a cold quarter. ${texts.context}` } });
    expect((await held()).open).toEqual([]);
    await saveWith({ actual: '3.8' });
    expect((await held()).open.map(({ rule }) => rule)).toContain('changeDiffers');
    await saveWith({ actual });
    expect((await held()).open).toEqual([]);
    await saveWith({ texts: { ...texts, context: texts.context.replace('a slight', 'an') } });
    expect((await held()).open.map(({ rule }) => rule)).toEqual(['changeDiffers']);
    await saveWith({ texts });
    expect((await held()).dismissed).toHaveLength(1);
  });

  it('is brought back by somebody who says so', async () => {
    const [one] = (await held()).dismissed;
    await restoreFinding(store, colin, { ...which, key: one!.finding.key });
    expect(await held()).toEqual({ open: [one!.finding], dismissed: [] });
    const again = restoreFinding(store, colin, { ...which, key: one!.finding.key });
    expect(await refusal(again)).toEqual(['notNow']);
  });

  it('asks for a reason, for a finding that is there, and for somebody who may', async () => {
    const [finding] = (await held()).open;
    const asked = { ...which, key: finding!.key };
    expect(await refusal(dismissFinding(store, officer, asked, '  '))).toEqual(['invalid', 'reason']);
    expect(await refusal(dismissFinding(store, officer, asked, 'x'.repeat(1_001)))).toEqual([
      'invalid',
      'reason',
    ]);
    const gone = { ...which, key: '0000000000000000' };
    expect(await refusal(dismissFinding(store, officer, gone, 'Why not'))).toEqual(['notNow']);
    for (const other of [
      as('raymond.tuck', 'viewer'),
      as('petra.hollis', 'internalAudit'),
      as('miriam.oduya', 'approver'),
    ]) {
      expect(await refusal(dismissFinding(store, other, asked, 'Why not'))).toEqual(['notAllowed']);
    }
    expect((await held()).dismissed).toEqual([]);
  });

  it('cannot be changed or removed by the application', async () => {
    const [finding] = (await held()).open;
    await dismissFinding(store, colin, { ...which, key: finding!.key }, 'Agreed with the service.');
    const client = await store.pool.connect();
    try {
      await client.query(`set role ${APPLICATION_ROLE}`);
      for (const statement of [
        'update outturn.finding_dismissal set reason = null',
        'delete from outturn.finding_dismissal',
      ]) {
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
      }
    } finally {
      await client.query('reset role');
      client.release(true);
    }
  });
});
