import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { readSetUp, type SetUp } from '../queries/set-up.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';
import { ALWAYS, dayBefore } from './beginning.ts';

/** What is said of a directorate or service on the form. */
export interface UnitGiven {
  /** null for a new one. */
  code: string | null;
  name: string;
  /** Code of the directorate of a service; null for a directorate. */
  parent: string | null;
  order: number;
  /** The day from which this holds; null: for as long as what is held now. */
  from: string | null;
  reason: string | null;
}

type FieldProblems = { field: string; message: string }[];

/** Adds a directorate or service, corrects one, or gives it another name or place from a day on. @returns its code */
export const saveUnit = (store: Store, acting: Acting, given: UnitGiven): Promise<string> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeOrganisation', null, null);
    const setUp = await hold(tx, acting);
    const last = given.code === null ? null : lastVersion(setUp, given.code);
    const problems = unitProblems(given, last, setUp);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const { name, parent, order, from } = given;
    const unit: OrganisationUnit = {
      code: last?.code ?? freeCode(name, setUp),
      name,
      parent,
      order,
      validFrom: from ?? last?.validFrom ?? ALWAYS,
      validTo: last?.validTo ?? null,
    };
    const begun = last !== null && unit.validFrom > last.validFrom;
    const before = begun ? [{ ...last, validTo: dayBefore(unit.validFrom) }] : [];
    await write(tx, acting, setUp, [...before, unit], given.reason);
    return unit.code;
  });

/** Ends a directorate or service after a day; what belongs to it must have gone elsewhere by then. */
export const endUnit = (
  store: Store,
  acting: Acting,
  { code, lastDay, reason }: { code: string; lastDay: string | null; reason: string | null },
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeOrganisation', null, null);
    const setUp = await hold(tx, acting);
    const last = lastVersion(setUp, code);
    const problems = lastDay === null ? [] : endProblems(last, lastDay, setUp);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    await write(tx, acting, setUp, [{ ...last, validTo: lastDay }], reason);
  });

async function hold(tx: Transaction, { authority, now, today }: Acting): Promise<SetUp> {
  await openAuthority(tx, authority, now);
  return readSetUp(tx, authority, today);
}

const write = (
  tx: Transaction,
  acting: Acting,
  { authority }: SetUp,
  organisation: readonly OrganisationUnit[],
  reason: string | null,
) =>
  writeFacts(
    tx,
    { authority, organisation },
    {
      recordedAt: acting.now,
      actor: acting.person.id,
      actingAs: roleFor(acting, 'changeOrganisation', null, null),
      reason,
    },
  );

function lastVersion({ units }: SetUp, code: string): OrganisationUnit {
  const last = units.findLast((unit) => unit.code === code);
  if (last === undefined) throw new Refused('notNow', 'There is no such directorate or service.');
  return last;
}

function unitProblems(
  { name, parent, order, from }: UnitGiven,
  last: OrganisationUnit | null,
  { units }: SetUp,
): FieldProblems {
  const problems: FieldProblems = [];
  if (name === '') problems.push({ field: 'name', message: 'Enter the name' });
  const twin = units.find(
    (unit) =>
      unit.code !== last?.code &&
      unit.validTo === null &&
      unit.parent === parent &&
      unit.name.toLowerCase() === name.toLowerCase(),
  );
  if (twin !== undefined)
    problems.push({ field: 'name', message: `There is one called ${twin.name} already` });
  if (!Number.isInteger(order) || order < 1 || order > 999) {
    problems.push({ field: 'order', message: 'The place in reports must be a whole number from 1 to 999' });
  }
  const above = units.findLast((unit) => unit.code === parent);
  if (parent !== null && (above === undefined || above.parent !== null)) {
    problems.push({ field: 'parent', message: 'Choose the directorate that it belongs to' });
  }
  if (last !== null && parent !== null && units.some((unit) => unit.parent === last.code)) {
    problems.push({ field: 'parent', message: 'It has services of its own, so it stays a directorate' });
  }
  if (from !== null && last !== null && from <= last.validFrom) {
    problems.push({
      field: 'from',
      message: 'The day must be after the one from which the present name holds',
    });
  }
  return problems;
}

const NAMED = 3;

function endProblems(unit: OrganisationUnit, lastDay: string, { units, versions }: SetUp): FieldProblems {
  const problems: FieldProblems = [];
  if (lastDay < unit.validFrom) {
    problems.push({ field: 'lastDay', message: 'The last day must be on or after the first' });
  }
  const newest = [...new Map(versions.map((version) => [version.code, version])).values()];
  const left = newest.filter(
    ({ directorate, service, retiredAfter }) =>
      (directorate === unit.code || service === unit.code) &&
      (retiredAfter === null || retiredAfter > lastDay),
  );
  if (left.length > 0) {
    const named = left.slice(0, NAMED).map(({ code }) => code);
    const more = left.length > NAMED ? ` and ${left.length - NAMED} more` : '';
    const message = `${left.length === 1 ? 'A measure belongs' : `${left.length} measures belong`} to it after that day: ${named.join(', ')}${more}. Move or retire ${left.length === 1 ? 'it' : 'them'} first`;
    problems.push({ field: 'lastDay', message });
  }
  const services = units.filter(
    (one) => one.parent === unit.code && (one.validTo === null || one.validTo > lastDay),
  );
  if (services.length > 0) {
    const message = `It has services after that day: ${services.map(({ name }) => name).join(', ')}. End or move them first`;
    problems.push({ field: 'lastDay', message });
  }
  return problems;
}

/** A code that nothing has or had, from the name. @example freeCode('Parks & Green Spaces', …) // 'parks-green-spaces' */
function freeCode(name: string, { units }: Pick<SetUp, 'units'>): string {
  const base =
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'unit';
  // `new` is the address of the form for another one.
  const taken = new Set(['new', ...units.map(({ code }) => code.toLowerCase())]);
  let code = base;
  for (let number = 2; taken.has(code); number++) code = `${base}-${number}`;
  return code;
}
