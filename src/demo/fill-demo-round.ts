import type { UpdateContent } from '../domain/round/update.ts';
import { emptyContent } from '../domain/round/update.ts';
import type { Store } from '../store/database.ts';
import { writePeople, writeResponsibilities } from '../store/people.ts';
import { addRoundRecord, addUpdateRecord, readRoundRecords } from '../store/rounds.ts';
import { inTransaction } from '../store/transaction.ts';
import { writeFacts } from '../store/write-facts.ts';
import type { Acting, ReadText } from '../workflow/round/acting.ts';
import { changeRound, measuresDue } from '../workflow/round/change-round.ts';
import { approveUpdate, saveUpdate, sendBackUpdate, submitUpdate } from '../workflow/round/enter-update.ts';
import { authority } from './authority.ts';
import { demoFacts } from './demo-facts.ts';
import { demoPeople, demoResponsibilities, performanceManager } from './people/people.ts';
import { presentTargets } from './people/present-targets.ts';
import { pastPeriod, pastRound, pastUpdates } from './people/round-of-the-past.ts';

/** The round that is being collected when the demonstration begins. */
export const presentPeriod = '2018-19/Q3';
/** The moment at which it begins: a Wednesday morning in January. */
export const demoNow = '2019-01-09T09:00:00.000Z';

const presentPlan = {
  updatesDue: '2019-01-14',
  approvalsDue: { headOfService: '2019-01-18' },
  freezeOn: '2019-01-22',
  leadershipTeamOn: '2019-01-24',
  clearanceBy: '2019-01-30',
  democraticServicesBy: '2019-02-01',
  agendaOn: '2019-02-05',
  cabinetOn: '2019-02-13',
  scrutinyOn: '2019-02-19',
  publishOn: '2019-02-05',
} as const;

/**
 * Writes the demonstration's people, last quarter's finished round and this quarter's half-finished one. A second time
 * nothing is changed.
 */
export async function fillDemoRound(store: Store, readText: ReadText): Promise<void> {
  const { code } = authority;
  if ((await readRoundRecords(store, code, pastPeriod)).length > 0) return;
  const facts = demoFacts();
  await inTransaction(store, async (tx) => {
    const settings = {
      recordedAt: '2018-09-24T09:00:00.000Z',
      actor: performanceManager.id,
      reason: 'Set-up',
    };
    await writeFacts(tx, { authority, targets: presentTargets(facts) }, settings);
    await writePeople(tx, code, demoPeople, settings);
    await writeResponsibilities(tx, code, demoResponsibilities, settings);
    const measures = await measuresDue(tx, code, pastPeriod);
    for (const record of pastRound(measures)) await addRoundRecord(tx, code, record);
    for (const record of pastUpdates(facts, measures)) await addUpdateRecord(tx, code, record, null);
  });
  const perf = acting(performanceManager.id, ['performanceTeam'], '2019-01-02T08:00:00.000Z', readText);
  const measures = await measuresDue(store, code, presentPeriod);
  await changeRound(store, perf, {
    period: presentPeriod,
    verb: 'open',
    version: null,
    reason: null,
    detail: { plan: presentPlan, measures },
  });
  await partlyEntered(store, readText);
}

const acting = (id: string, actors: Acting['actors'], now: string, readText: ReadText): Acting => ({
  authority: authority.code,
  person: { id, directorate: demoPeople.find((one) => one.id === id)?.directorate ?? null },
  actors,
  now,
  today: now.slice(0, 10),
  readText,
});

/** What has come in by the ninth of January, measure by measure. */
const entered: readonly {
  measure: string;
  content: Partial<UpdateContent>;
  until: 'draft' | 'submitted' | 'approved' | 'sentBack';
}[] = [
  { measure: 'LIB.7', content: { actual: '97,400', forecast: '390,000' }, until: 'approved' },
  { measure: 'PLN/3', content: { actual: '91.0', forecast: '90.0' }, until: 'submitted' },
  { measure: 'CSC 1.3', content: { actual: '3.9', forecast: '3.8' }, until: 'submitted' },
  { measure: 'HOM 2.4', content: { actual: '12', forecast: '40' }, until: 'draft' },
];

async function partlyEntered(store: Store, readText: ReadText): Promise<void> {
  for (const { measure, content, until } of entered) {
    const one = demoResponsibilities.find((each) => each.measure === measure);
    if (one?.owner == null) continue;
    const owner = acting(one.owner, ['contributor'], '2019-01-08T10:15:00.000Z', readText);
    const head = acting(
      one.approvers.headOfService ?? '',
      ['approver'],
      '2019-01-08T15:40:00.000Z',
      readText,
    );
    const which = { period: presentPeriod, measure, version: null };
    const texts = {
      context: 'Demand was steady in the quarter and the work planned for it was done.',
      actions: 'The team meets each Monday to look at the oldest cases first.',
      intervention: 'The directorate team looks at this each month.',
    };
    const typed = { ...emptyContent, texts, ...content };
    if (until === 'draft') await saveUpdate(store, owner, which, typed);
    else await submitUpdate(store, owner, which, typed);
    if (until === 'approved') await approveUpdate(store, head, which, { note: '', batch: false });
    if (until === 'sentBack') {
      const about = { part: 'context' as const, words: 'Demand was steady' };
      await sendBackUpdate(store, head, which, { note: 'How many cases is that?', about });
    }
  }
}
