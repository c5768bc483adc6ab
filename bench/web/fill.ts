import type { Store } from '../../src/store/database.ts';
import { writePeople, writeResponsibilities } from '../../src/store/people.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { recordFacts } from '../../src/workflow/record-facts.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { changeRound } from '../../src/workflow/round/change-round.ts';
import {
  authority,
  codeOf,
  figures,
  people,
  presentPeriod,
  responsibilities,
  setUp,
} from './big-authority.ts';

/** Fills a database with the big authority and opens its round. */
export async function fill(store: Store): Promise<void> {
  const context = { actor: 'bench', reason: 'bench', recordedAt: '2018-10-26T10:00:00.000Z' };
  await recordFacts(store, [{ facts: setUp(), further: figures(), file: null, settings: {} }], context);
  await inTransaction(store, async (tx) => {
    await writePeople(tx, authority.code, people, context);
    await writeResponsibilities(tx, authority.code, responsibilities, context);
  });
  const acting: Acting = {
    authority: authority.code,
    person: { id: 'team0', directorate: null },
    actors: ['performanceTeam'],
    now: '2019-01-02T08:00:00.000Z',
    today: '2019-01-02',
    readText: () => ({ problem: { message: '', remedy: '' } }),
  };
  await changeRound(store, acting, {
    period: presentPeriod,
    verb: 'open',
    version: null,
    reason: null,
    detail: {
      plan: {
        updatesDue: '2019-01-14',
        approvalsDue: { headOfService: '2019-01-18' },
        freezeOn: '2019-01-22',
        leadershipTeamOn: null,
        clearanceBy: null,
        democraticServicesBy: null,
        agendaOn: null,
        cabinetOn: '2019-02-13',
        scrutinyOn: null,
        publishOn: null,
      },
      measures: responsibilities.map((_, index) => codeOf(index)),
    },
  });
}
