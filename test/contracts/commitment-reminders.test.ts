import { describe, expect, it } from 'vitest';
import { demoNow } from '../../src/demo/fill-demo-round.ts';
import type { CommitmentItem } from '../../src/domain/round/message.ts';
import type { Store } from '../../src/store/database.ts';
import { writeAbsence } from '../../src/store/people.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { readText } from '../../src/web/acting.ts';
import { changeCommitment } from '../../src/workflow/commitments/change-commitment.ts';
import { promiseCommitment } from '../../src/workflow/commitments/promise.ts';
import { remindOfCommitments } from '../../src/workflow/commitments/remind.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { onEveryDatabase } from './databases.ts';
import { withDemoStore } from './demo-store.ts';

const borchester = { code: 'borchester', timeZone: 'Europe/London' };
const team: Acting = {
  authority: 'borchester',
  person: { id: 'colin.webb', directorate: null },
  actors: ['performanceTeam'],
  now: demoNow,
  today: '2019-01-09',
  readText,
};

onEveryDatabase((kind) => {
  let store: Store;
  let id = '';
  withDemoStore(kind, async (opened) => {
    store = opened;
    // A Wednesday: five working days before it is the Wednesday of the week before.
    id = await promiseCommitment(
      store,
      team,
      { measure: 'LEI 3', period: '2018-19/Q3' },
      {
        what: 'Open the second pool on Sundays',
        kind: 'action',
        owner: 'tom.venables',
        due: '2019-01-23',
        forum: null,
        source: null,
      },
    );
  });

  /** Who was told of that commitment so far, as what. */
  const told = async () => {
    const { rows } = await store.pool.query<{
      person: string;
      kind: string;
      body: { items: CommitmentItem[] };
    }>(
      `select person, kind, body from outturn.mail_message where kind like 'commitment%' order by written_at, kind`,
    );
    return rows
      .filter(({ body }) => body.items.some((item) => item.id === id))
      .map(({ person, kind: as }) => `${as} ${person}`);
  };
  const at = (day: string, time = '09:00') =>
    remindOfCommitments(store, borchester, `${day}T${time}:00.000Z`);

  describe('reminders of commitments', () => {
    it('come on working days from eight o’clock, five working days before, and once', async () => {
      await at('2019-01-15');
      expect(await told()).toEqual([]);
      await at('2019-01-16', '07:30');
      expect(await told()).toEqual([]);
      await at('2019-01-16');
      await at('2019-01-16', '10:00');
      await at('2019-01-17');
      expect(await told()).toEqual(['commitmentDue tom.venables']);
    });

    it('come again where the day has moved, and once it has passed', async () => {
      const later = { due: '2019-01-25', owner: 'tom.venables', forum: null, reason: 'The boiler' };
      await changeCommitment(store, team, id, null, { verb: 'amend', ...later });
      await at('2019-01-18');
      expect(await told()).toEqual(['commitmentDue tom.venables', 'commitmentDue tom.venables']);
      // The day after is a Saturday: said on the Monday.
      await at('2019-01-26');
      await at('2019-01-28');
      await at('2019-01-29');
      expect((await told()).slice(2)).toEqual(['commitmentOverdue tom.venables']);
    });

    it('go to the deputy of whoever is away, and to nobody once it is done', async () => {
      const away = { person: 'tom.venables', deputy: 'gareth.pym', fromDay: '2019-01-30', untilDay: null };
      const settings = { recordedAt: demoNow, actor: 'tom.venables', reason: null };
      await inTransaction(store, (tx) => writeAbsence(tx, 'borchester', away, settings));
      await at('2019-01-30');
      expect((await told()).slice(3)).toEqual(['commitmentOverdue gareth.pym']);
      const proof = { title: '', url: '', file: null };
      await changeCommitment(store, team, id, null, { verb: 'discharge', outcome: 'Open', proof });
      await at('2019-01-31');
      expect(await told()).toHaveLength(4);
    });

    it('are one message with everything in it', async () => {
      const { rows } = await store.pool.query<{ body: { items: CommitmentItem[] } }>(
        `select body from outturn.mail_message where kind = 'commitmentOverdue' and person = 'gareth.pym'`,
      );
      const whats = rows.flatMap(({ body }) => body.items.map(({ what }) => what));
      expect(whats).toContain('Agree the winter opening hours of the two pools');
      expect(
        rows.find(({ body }) => body.items.some((item) => item.id === id))?.body.items[0]?.inPlaceOf,
      ).toBe('Tom Venables');
    });
  });
});
