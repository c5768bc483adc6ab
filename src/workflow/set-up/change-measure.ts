import type { Scorecard } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { readSetUp, type SetUp, unitsOn } from '../queries/set-up.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';
import { ALWAYS } from './beginning.ts';

/** What is said of a measure on its form. */
export interface MeasureGiven {
  version: Omit<MeasureVersion, 'validFrom' | 'confidence' | 'retiredAfter'>;
  isNew: boolean;
  /** The day from which this holds; null: for as long as what is held now. */
  from: string | null;
  /** Codes of the scorecards that a new measure joins, at their end; '' for the first there is. */
  scorecards: readonly string[];
  reason: string | null;
}

type FieldProblems = { field: string; message: string }[];

/** Adds a measure, corrects it where it stands, or begins a new version of it on a day. */
export const saveMeasure = (store: Store, acting: Acting, given: MeasureGiven): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeMeasures', null, null);
    const setUp = await hold(tx, acting);
    const { version, isNew, from, reason } = given;
    const last = setUp.versions.findLast(({ code }) => code === version.code) ?? null;
    if (!isNew && last === null) throw new Refused('notNow', 'There is no such measure.');
    const problems = measureProblems(given, last, setUp);
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    const measure: MeasureVersion = {
      ...version,
      validFrom: from ?? last?.validFrom ?? ALWAYS,
      retiredAfter: last?.retiredAfter ?? null,
      confidence: {
        polarity: version.polarity === null ? 'unconfirmed' : 'confirmed',
        unit: 'confirmed',
        periodBasis: version.periodBasis === null ? 'unconfirmed' : 'confirmed',
      },
    };
    const scorecards = isNew ? joined(given, setUp) : [];
    await write(tx, acting, { authority: setUp.authority, measures: [measure], scorecards }, reason);
  });

/** Retires a measure after the last period it reports on; null: it goes on after all. */
export const retireMeasure = (
  store: Store,
  acting: Acting,
  { code, lastPeriod, note }: { code: string; lastPeriod: string | null; note: string | null },
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeMeasures', null, null);
    const { versions, authority } = await hold(tx, acting);
    const last = versions.findLast((version) => version.code === code);
    if (last === undefined) throw new Refused('notNow', 'There is no such measure.');
    if (lastPeriod !== null && note === null) {
      const message = 'Say why, as it is to be printed with the measure';
      throw new Refused('invalid', 'There is a problem', [{ field: 'note', message }]);
    }
    const retiredAfter = lastPeriod === null ? null : periodOf(lastPeriod).end;
    const measure = { ...last, retiredAfter, note: lastPeriod === null ? last.note : note };
    await write(tx, acting, { authority, measures: [measure] }, note);
  });

async function hold(tx: Transaction, { authority, now, today }: Acting): Promise<SetUp> {
  await openAuthority(tx, authority, now);
  return readSetUp(tx, authority, today);
}

const write = (
  tx: Transaction,
  acting: Acting,
  facts: Parameters<typeof writeFacts>[1],
  reason: string | null,
) =>
  writeFacts(tx, facts, {
    recordedAt: acting.now,
    actor: acting.person.id,
    actingAs: roleFor(acting, 'changeMeasures', null, null),
    reason,
  });

function measureProblems(
  { version, isNew, from, reason }: MeasureGiven,
  last: MeasureVersion | null,
  { units, versions }: SetUp,
): FieldProblems {
  const problems: FieldProblems = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  const { code, title, aliases, directorate, service } = version;
  if (code === '') say('code', 'Enter the code');
  else if (isNew && last !== null) say('code', `${code} is a measure already. Choose another code`);
  if (title === '') say('title', 'Enter the title');
  const named = new Map<string, string>();
  for (const one of versions) {
    if (one.code !== code)
      for (const name of [one.code, ...one.aliases]) named.set(name.toLowerCase(), one.code);
  }
  const meant = named.get(code.toLowerCase());
  if (isNew && last === null && meant !== undefined)
    say('code', `${code} means the measure ${meant} already`);
  for (const alias of aliases) {
    const other = named.get(alias.toLowerCase());
    if (other !== undefined) say('aliases', `${alias} means the measure ${other} already`);
  }
  const there = unitsOn(units, from ?? '9999-12-31');
  if (!there.some((unit) => unit.code === directorate && unit.parent === null)) {
    say('directorate', 'Choose the directorate that answers for it');
  }
  if (service !== null && !there.some((unit) => unit.code === service && unit.parent === directorate)) {
    say('service', 'Choose a service of that directorate');
  }
  if (from !== null && last !== null && from <= last.validFrom) {
    say('from', 'The day must be after the one on which the present version began');
  }
  if (!isNew && reason === null) say('reason', 'Say why it changes');
  return problems;
}

/** The scorecards with the new measure at their end; the first scorecard of all is begun for it. */
function joined({ version: { code }, scorecards: chosen }: MeasureGiven, { scorecards }: SetUp): Scorecard[] {
  const latest = [...new Map(scorecards.map((card) => [card.code, card])).values()];
  if (latest.length === 0) {
    const first = { code: 'council-scorecard', name: 'Council Scorecard', validFrom: ALWAYS };
    return [{ ...first, measures: [code], exceptionsOnly: false, overrides: [] }];
  }
  return latest
    .filter((card) => chosen.includes(card.code) && !card.measures.includes(code))
    .map((card) => ({ ...card, measures: [...card.measures, code] }));
}
