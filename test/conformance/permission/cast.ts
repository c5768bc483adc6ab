import { authority } from '../../../src/demo/authority.ts';
import {
  type Person,
  type Responsibility,
  type Role,
  roles,
} from '../../../src/domain/organisation/person.ts';
import type { Actor, Relation } from '../../../src/domain/permission/policy.ts';
import { standingOf } from '../../../src/domain/round/standing.ts';
import {
  emptyContent,
  type UpdateRecord,
  type UpdateState,
  type UpdateVerb,
  updateStates,
} from '../../../src/domain/round/update.ts';
import type { Store } from '../../../src/store/database.ts';
import { writePeople, writeResponsibilities } from '../../../src/store/people.ts';
import { factsIn } from '../../../src/store/read-facts.ts';
import { addRoundRecord, addUpdateRecord, readUpdateRecords } from '../../../src/store/rounds.ts';
import { inTransaction } from '../../../src/store/transaction.ts';

export const relations: readonly Relation[] = ['own', 'ownDirectorate', 'other'];
export const actors: readonly (Role | 'public')[] = [...roles, 'public'];

/** A period of which the demonstration knows nothing yet. */
export const period = '2018-19/Q4';
const LEVEL = 'headOfService';
const at = '2019-01-08T12:00:00.000Z';
const settings = { recordedAt: at, actor: 'colin.webb', reason: 'The cast of the matrix' };

export const idOf = (actor: Actor): string => `matrix-${actor.toLowerCase()}`;

/** One person for each role, all in the same directorate. */
const personFor = (role: Role, directorate: string): Person => ({
  id: idOf(role),
  name: `Matrix ${role}`,
  email: '',
  roles: [role],
  directorate,
  post: null,
  level: role === 'approver' ? LEVEL : null,
  subject: null,
  mail: 'none',
  active: true,
});

/** The verbs that bring an update into a state. */
const wayTo: Readonly<Record<UpdateState, readonly UpdateVerb[]>> = {
  awaited: [],
  draft: ['save'],
  submitted: ['submit'],
  sentBack: ['submit', 'sendBack'],
  approved: ['submit', 'approve'],
};

/** A measure for every relation and state, whoever looks at it. */
export type Stage = ReadonlyMap<`${Relation} ${UpdateState}`, string>;

export async function setStage(store: Store): Promise<Stage> {
  const facts = await factsIn(store, { authority: authority.code, setUpOnly: true, periods: [] });
  const codes = (within: (directorate: string) => boolean) => [
    ...new Set(facts.measures.filter(({ directorate }) => within(directorate)).map(({ code }) => code)),
  ];
  const home = 'place';
  const [here, there] = [codes((one) => one === home), codes((one) => one !== home)];
  const stage = new Map<`${Relation} ${UpdateState}`, string>();
  for (const state of updateStates) {
    stage.set(`own ${state}`, here.shift()!);
    stage.set(`ownDirectorate ${state}`, here.shift()!);
    stage.set(`other ${state}`, there.shift()!);
  }
  const answersFor = ([key, measure]: [string, string]): Responsibility =>
    key.startsWith('own ')
      ? {
          measure,
          owner: 'tom.venables',
          contributors: roles.map(idOf),
          approvers: { [LEVEL]: idOf('approver') },
        }
      : { measure, owner: 'tom.venables', contributors: [], approvers: { [LEVEL]: 'judith.shah' } };
  await inTransaction(store, async (tx) => {
    const people = roles.map((role) => personFor(role, home));
    await writePeople(tx, authority.code, people, settings);
    await writeResponsibilities(tx, authority.code, [...stage].map(answersFor), settings);
    const said = { person: 'colin.webb', actingAs: 'performanceTeam', at, reason: null };
    await addRoundRecord(tx, authority.code, {
      period,
      sequence: 1,
      verb: 'open',
      ...said,
      detail: { plan, measures: [...stage.values()] },
    });
  });
  for (const [key, measure] of stage) await bring(store, measure, key.split(' ')[1] as UpdateState);
  return stage;
}

const plan = {
  updatesDue: '2019-04-15',
  approvalsDue: {},
  freezeOn: null,
  leadershipTeamOn: null,
  clearanceBy: null,
  democraticServicesBy: null,
  agendaOn: null,
  cabinetOn: null,
  scrutinyOn: null,
  publishOn: null,
};

export const stateOf = async (store: Store, measure: string) =>
  standingOf(await readUpdateRecords(store, authority.code, period, measure), [LEVEL]);

/** Adds what is missing for an update to be in a state. */
export async function bring(store: Store, measure: string, state: UpdateState): Promise<void> {
  const { state: now, version } = await stateOf(store, measure);
  if (now === state) return;
  await inTransaction(store, async (tx) => {
    for (const [index, verb] of wayTo[state].entries()) {
      const record: UpdateRecord = {
        period,
        measure,
        sequence: version + index + 1,
        verb,
        person: 'tom.venables',
        actingAs: 'contributor',
        at,
        reason: null,
        content: verb === 'save' || verb === 'submit' ? emptyContent : null,
        detail: verb === 'approve' ? { level: LEVEL } : {},
      };
      await addUpdateRecord(tx, authority.code, record, null);
    }
  });
}
