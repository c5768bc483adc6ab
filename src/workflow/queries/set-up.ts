import type { Scorecard } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { Authority, OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { Person, Responsibility } from '../../domain/organisation/person.ts';
import type { ApprovalLevel } from '../../domain/round/levels.ts';
import type { Store } from '../../store/database.ts';
import { readPeople, readResponsibilities } from '../../store/people.ts';
import { factsIn } from '../../store/read-facts.ts';
import { readRoundPeriods } from '../../store/rounds.ts';
import { levelsIn } from '../round/open-update.ts';

/** All that is set up, as now known. */
export interface SetUp {
  authority: Authority;
  /** Every version, oldest first. */
  units: readonly OrganisationUnit[];
  /** Every version, by code and then oldest first. */
  versions: readonly MeasureVersion[];
  /** Those in force today or still to begin, and not retired, each in one version; in the order of the scorecard. */
  measures: readonly MeasureVersion[];
  scorecards: readonly Scorecard[];
  people: readonly Person[];
  responsibilities: ReadonlyMap<string, Responsibility>;
  levels: readonly ApprovalLevel[];
  /** Reporting periods that have had a round, latest first. */
  rounds: readonly string[];
}

export async function readSetUp(db: Pick<Store, 'db'>, authority: string, today: string): Promise<SetUp> {
  // One after another: within a transaction there is one connection.
  const facts = await factsIn(db, { authority, setUpOnly: true, periods: [] });
  const people = await readPeople(db, authority);
  const responsibilities = await readResponsibilities(db, authority);
  const levels = await levelsIn(db, authority);
  const rounds = await readRoundPeriods(db, authority);
  return {
    authority: facts.authority,
    units: facts.organisation,
    versions: facts.measures,
    measures: measuresNow(facts.measures, facts.scorecards, today),
    scorecards: facts.scorecards,
    people,
    responsibilities,
    levels,
    rounds,
  };
}

function measuresNow(
  versions: readonly MeasureVersion[],
  scorecards: readonly Scorecard[],
  today: string,
): MeasureVersion[] {
  const now = new Map<string, MeasureVersion>();
  // The version of today; of a measure that is still to begin, the first.
  for (const one of versions) if (one.validFrom <= today || !now.has(one.code)) now.set(one.code, one);
  const order = [...scorecards].sort((a, b) => b.measures.length - a.measures.length);
  const place = new Map<string, number>();
  for (const { measures } of order)
    for (const code of measures) if (!place.has(code)) place.set(code, place.size);
  const placeOf = ({ code }: MeasureVersion) => place.get(code) ?? place.size;
  return [...now.values()]
    .filter(({ retiredAfter }) => retiredAfter === null || retiredAfter >= today)
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** The units of an organisation on a day, in declared order; of each the version of that day. */
export function unitsOn(units: readonly OrganisationUnit[], day: string): OrganisationUnit[] {
  const found = new Map<string, OrganisationUnit>();
  for (const one of units) if (one.validFrom <= day) found.set(one.code, one);
  return [...found.values()]
    .filter(({ validTo }) => validTo === null || validTo >= day)
    .sort((a, b) => a.order - b.order);
}
