import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { Person, Responsibility } from '../../domain/organisation/person.ts';
import type { ApprovalLevel } from '../../domain/round/levels.ts';
import type { Store } from '../../store/database.ts';
import { writeResponsibilities } from '../../store/people.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { readSetUp, type SetUp } from '../queries/set-up.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** Who answers for a measure's figures from now on. */
export const saveResponsibility = (store: Store, acting: Acting, given: Responsibility): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeMeasures', null, null);
    const { authority, now, today } = acting;
    await openAuthority(tx, authority, now);
    const setUp = await readSetUp(tx, authority, today);
    if (!setUp.versions.some(({ code }) => code === given.measure)) {
      throw new Refused('notNow', 'There is no such measure.');
    }
    const problems = problemsOf(given, setUp);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    await writeResponsibilities(tx, authority, [given], trail(acting, null));
  });

/** Gives each measure that nobody answers for to whoever its definition sheet names. @returns how many */
export const takeFromSheets = (store: Store, acting: Acting): Promise<number> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeMeasures', null, null);
    const { authority, now, today } = acting;
    await openAuthority(tx, authority, now);
    const found = namedOnSheets(await readSetUp(tx, authority, today));
    await writeResponsibilities(tx, authority, found, trail(acting, 'as the definition sheets name them'));
    return found.length;
  });

/**
 * What the definition sheets say of measures that want an owner or an approver: the owner is the one person who has
 * that post or name, the approver of a level the one person of the measure's directorate who gives it.
 */
export function namedOnSheets({ measures, people, levels, responsibilities }: SetUp): Responsibility[] {
  const active = people.filter((one) => one.active);
  return measures.flatMap((version): Responsibility[] => {
    const before = responsibilities.get(version.code) ?? nobodyFor(version.code);
    const owner = before.owner ?? ownerOn(version, active);
    const approvers = { ...before.approvers };
    for (const level of levels) {
      const found = approvers[level.id] ?? approverOf(level, version, active);
      if (found !== null && found !== owner) approvers[level.id] = found;
    }
    const isSame =
      owner === before.owner && Object.keys(approvers).length === Object.keys(before.approvers).length;
    return isSame ? [] : [{ ...before, owner, approvers }];
  });
}

export const nobodyFor = (measure: string): Responsibility => ({
  measure,
  owner: null,
  contributors: [],
  approvers: {},
});

const same = (one: string | null, other: string | null) =>
  one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();

const only = (people: readonly Person[]): string | null =>
  people.length === 1 ? (people[0]?.id ?? null) : null;

const ownerOn = ({ owner }: MeasureVersion, people: readonly Person[]): string | null =>
  only(people.filter(({ post, name, id }) => same(post, owner) || same(name, owner) || same(id, owner)));

const approverOf = ({ id }: ApprovalLevel, { directorate }: MeasureVersion, people: readonly Person[]) =>
  only(people.filter((one) => one.level === id && one.directorate === directorate));

function problemsOf(
  { owner, contributors, approvers }: Responsibility,
  { people, levels }: SetUp,
): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  const known = new Set(people.map(({ id }) => id));
  if (owner !== null && !known.has(owner)) problems.push({ field: 'owner', message: 'Choose a person' });
  if (contributors.some((one) => !known.has(one))) {
    problems.push({ field: 'contributors', message: 'Choose people of the list' });
  }
  const entering = new Set([...(owner === null ? [] : [owner]), ...contributors]);
  for (const level of levels) {
    const approver = approvers[level.id];
    if (approver === undefined) continue;
    const field = `approver-${level.id}`;
    if (!known.has(approver)) problems.push({ field, message: 'Choose a person' });
    else if (level.id !== 'owner' && entering.size === 1 && entering.has(approver)) {
      const message = `${level.name}: nobody approves figures that they enter themselves. Choose somebody else, or name a contributor who enters them`;
      problems.push({ field, message });
    }
  }
  return problems;
}

const trail = (acting: Acting, reason: string | null) => ({
  recordedAt: acting.now,
  actor: acting.person.id,
  actingAs: roleFor(acting, 'changeMeasures', null, null),
  reason,
});
