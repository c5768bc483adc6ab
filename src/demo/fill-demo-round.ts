import { CHECKS_SETTING, standardChecks } from '../domain/commentary/checks/settings.ts';
import type { Facts } from '../domain/facts.ts';
import { CONTACT_SETTING } from '../domain/organisation/contact.ts';
import { backPlan } from '../domain/round/back-plan.ts';
import type { Store } from '../store/database.ts';
import { writePeople, writeResponsibilities } from '../store/people.ts';
import { addRoundRecord, addUpdateRecord, readRoundRecords } from '../store/rounds.ts';
import { writeSetting } from '../store/settings.ts';
import { inTransaction } from '../store/transaction.ts';
import { writeFacts } from '../store/write-facts.ts';
import type { Acting, ReadText } from '../workflow/round/acting.ts';
import { changeRound, measuresDue } from '../workflow/round/change-round.ts';
import { approveUpdate, sendBackUpdate } from '../workflow/round/enter-update.ts';
import { planAhead, seenPlan } from '../workflow/round/plan-ahead.ts';
import { fillAuditSample } from './audit-sample.ts';
import { authority, contact } from './authority.ts';
import { fillDemoCommitments } from './commitments.ts';
import { demoFacts } from './demo-facts.ts';
import { demoGlossary } from './glossary.ts';
import { fillMidYearReview } from './mid-year-review.ts';
import { fillDemoPeers } from './peers.ts';
import { demoPeople, demoResponsibilities, performanceManager } from './people/people.ts';
import { presentTargets } from './people/present-targets.ts';
import { pastPeriod, pastRound, pastUpdates } from './people/round-of-the-past.ts';
import { presentUpdates } from './people/round-of-the-present.ts';

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
    await writeSetting(tx, code, CONTACT_SETTING, contact, settings);
    await writePeople(tx, code, demoPeople, settings);
    await writeResponsibilities(tx, code, demoResponsibilities, settings);
    await writeSetting(tx, code, CHECKS_SETTING, { ...standardChecks, glossary: demoGlossary }, settings);
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
  await planAhead(store, perf, [comingRound()]);
  await partlyEntered(store, facts, measures, readText);
  await fillDemoCommitments(store, (id, actors, now) => acting(id, actors, now, readText));
  await fillMidYearReview(store, readText);
  await fillAuditSample(store, readText);
  await fillDemoPeers(store);
}

/** The round after this one, planned from the meetings of June. */
function comingRound() {
  const meetings = { cabinetOn: '2019-06-12', scrutinyOn: '2019-06-18' };
  const { plan } = backPlan({ ...meetings, periodEnd: '2019-03-31', levels: ['headOfService'] });
  return { period: '2018-19/Q4', plan, seen: seenPlan(null) };
}

const acting = (id: string, actors: Acting['actors'], now: string, readText: ReadText): Acting => ({
  authority: authority.code,
  person: { id, directorate: demoPeople.find((one) => one.id === id)?.directorate ?? null },
  actors,
  now,
  today: now.slice(0, 10),
  readText,
});

/** What has come in by the ninth of January. */
async function partlyEntered(
  store: Store,
  facts: Facts,
  measures: readonly string[],
  readText: ReadText,
): Promise<void> {
  const { code } = authority;
  const updates = presentUpdates(facts, measures, presentPeriod).filter(({ until }) => until !== 'awaited');
  const one = (measure: string) => demoResponsibilities.find((each) => each.measure === measure);
  await inTransaction(store, async (tx) => {
    for (const { measure, content, until } of updates) {
      const person = one(measure)?.owner ?? performanceManager.id;
      const record = {
        period: presentPeriod,
        measure,
        sequence: 1,
        verb: until === 'draft' ? ('save' as const) : ('submit' as const),
        person,
        actingAs: 'contributor',
        at: '2019-01-08T10:15:00.000Z',
        reason: null,
        content,
        detail: {},
      };
      await addUpdateRecord(tx, code, record, null);
    }
  });
  for (const { measure, until } of updates) {
    const head = one(measure)?.approvers.headOfService;
    if (head === undefined) continue;
    const approver = acting(head, ['approver'], '2019-01-08T15:40:00.000Z', readText);
    const which = { period: presentPeriod, measure, version: null };
    if (until === 'approved') await approveUpdate(store, approver, which, { note: '', batch: true });
    if (until === 'sentBack') {
      const about = { part: 'context' as const, words: 'The third quarter went much as the second did.' };
      const note = 'The forecast was raised since. What has changed that makes it likely now?';
      await sendBackUpdate(store, approver, which, { note, about });
    }
  }
}
