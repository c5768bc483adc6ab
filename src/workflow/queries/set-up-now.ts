import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { Absence, Person, Responsibility } from '../../domain/organisation/person.ts';
import type { ApprovalLevel } from '../../domain/round/levels.ts';
import { type RoundStanding, roundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { readAbsences, readPeople, readResponsibilities } from '../../store/people.ts';
import {
  type AuthoritySetUp,
  readAuthoritySetUp,
  readMeasureVersions,
  readUnits,
} from '../../store/read-set-up.ts';
import { readRoundRecords } from '../../store/rounds.ts';
import type { Known } from '../remembered/known-now.ts';
import type { Topic } from '../remembered/topics.ts';
import { levelsIn } from '../round/open-update.ts';
import { type ChecksNow, readChecksNow } from './check-settings.ts';
import { listRounds } from './list-rounds.ts';

/** What changes seldom and every page of a round needs: who there is, who answers for what, what is collected. */
export interface SetUpNow {
  authority(): Promise<AuthoritySetUp>;
  /** Latest first. */
  rounds(): Promise<readonly RoundStanding[]>;
  round(period: string): Promise<RoundStanding | null>;
  /** Of some measures, or of all where null; by code and the day they begin. */
  versions(codes: readonly string[] | null): Promise<readonly MeasureVersion[]>;
  units(): Promise<readonly OrganisationUnit[]>;
  responsibilities(codes: readonly string[] | null): Promise<ReadonlyMap<string, Responsibility>>;
  /** By name. */
  people(): Promise<readonly Person[]>;
  absences(): Promise<readonly Absence[]>;
  levels(): Promise<readonly ApprovalLevel[]>;
  /** What the checks of commentary go by. */
  checks(): Promise<ChecksNow>;
}

/** As a database, or a transaction, holds it. */
export const setUpIn = (db: Pick<Store, 'db'>, authority: string): SetUpNow => ({
  authority: () => readAuthoritySetUp(db, authority),
  rounds: () => listRounds(db, authority),
  round: async (period) => roundStanding(await readRoundRecords(db, authority, period)),
  versions: (codes) => readMeasureVersions(db, authority, codes),
  units: () => readUnits(db, authority),
  responsibilities: (codes) => readResponsibilities(db, authority, codes),
  people: () => readPeople(db, authority),
  absences: () => readAbsences(db, authority),
  levels: () => levelsIn(db, authority),
  checks: () => readChecksNow(db, authority),
});

/** The same as it is remembered. */
export function setUpKnown(known: Known): SetUpNow {
  const { store, authority } = known;
  const held = setUpIn(store, authority);
  const kept = <T>(key: string, topic: Topic, work: () => Promise<T>) =>
    known.recall({ key, of: [topic], work });
  const rounds = () => kept('rounds', 'rounds', held.rounds);
  return {
    authority: () => kept('authority set up', 'setUp', held.authority),
    rounds,
    round: async (period) => (await rounds()).find((one) => one.period === period) ?? null,
    versions: async (codes) => {
      const all = await kept('measures', 'setUp', async () => byCode(await held.versions(null)));
      return codes === null ? [...all.values()].flat() : codes.flatMap((code) => all.get(code) ?? []);
    },
    units: () => kept('units', 'setUp', held.units),
    responsibilities: async (codes) => {
      const all = await kept('responsibilities', 'people', () => held.responsibilities(null));
      return codes === null ? all : some(all, codes);
    },
    people: () => kept('people', 'people', held.people),
    absences: () => kept('absences', 'people', held.absences),
    levels: () => kept('levels', 'setUp', held.levels),
    checks: () => kept('checks', 'setUp', held.checks),
  };
}

function byCode(versions: readonly MeasureVersion[]): Map<string, MeasureVersion[]> {
  const all = new Map<string, MeasureVersion[]>();
  for (const each of versions) {
    const held = all.get(each.code);
    if (held === undefined) all.set(each.code, [each]);
    else held.push(each);
  }
  return all;
}

function some<T>(all: ReadonlyMap<string, T>, codes: readonly string[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const code of codes) {
    const one = all.get(code);
    if (one !== undefined) found.set(code, one);
  }
  return found;
}
