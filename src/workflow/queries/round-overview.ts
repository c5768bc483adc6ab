import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import type { Absence, Person, Responsibility } from '../../domain/organisation/person.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { isAway } from '../../domain/permission/relation.ts';
import type { ApprovalLevel } from '../../domain/round/levels.ts';
import { dueOn, type RoundStanding } from '../../domain/round/round.ts';
import { nextLevel, standingOf } from '../../domain/round/standing.ts';
import type { UpdateRecord, UpdateStanding } from '../../domain/round/update.ts';
import type { Store } from '../../store/database.ts';
import { readUpdateRecords } from '../../store/rounds.ts';
import { type SetUpNow, setUpIn } from './set-up-now.ts';

/** One measure of a round: where its update stands and who has it. */
export interface UpdateLine {
  code: string;
  version: MeasureVersion;
  directorate: OrganisationUnit | null;
  responsibility: Responsibility | null;
  standing: UpdateStanding;
  /** ISO date: when what comes next is due, the update or the approval. */
  due: string;
  /** True where that day has passed. */
  late: boolean;
  /** The level whose turn it is; null unless it waits for approval. */
  level: ApprovalLevel | null;
  /** Who is to act next; their deputy where they are away. */
  waitsFor: Person | null;
  extension: { until: string; reason: string } | null;
}

export interface RoundOverview {
  round: RoundStanding;
  levels: readonly ApprovalLevel[];
  people: ReadonlyMap<string, Person>;
  absences: readonly Absence[];
  directorates: readonly OrganisationUnit[];
  lines: readonly UpdateLine[];
}

/**
 * A round with all its updates, or those of some measures, in its own order; null where there is none.
 *
 * @param setUp where the rest is read from: the same database, or what is remembered of it
 */
export async function roundOverview(
  db: Pick<Store, 'db'>,
  authority: string,
  period: string,
  today: string,
  measures: readonly string[] | null = null,
  setUp: SetUpNow = setUpIn(db, authority),
): Promise<RoundOverview | null> {
  const round = await setUp.round(period);
  return round === null ? null : overviewOf(db, authority, round, today, measures, setUp);
}

/** The same of a round as it stands, or as it is planned. */
export async function overviewOf(
  db: Pick<Store, 'db'>,
  authority: string,
  round: RoundStanding,
  today: string,
  measures: readonly string[] | null = null,
  setUp: SetUpNow = setUpIn(db, authority),
): Promise<RoundOverview> {
  const { period } = round;
  const { end } = periodOf(period);
  const wanted = measures === null ? null : new Set(measures);
  const collected = round.measures.filter((code) => wanted === null || wanted.has(code));
  const some = wanted === null ? null : collected;
  // One after the other: a transaction has one connection, which takes one query at a time.
  const known = await setUp.versions(some);
  const organisation = await setUp.units();
  const records = await readUpdateRecords(db, authority, period, some);
  const responsibilities = await setUp.responsibilities(some);
  const people = await setUp.people();
  const absences = await setUp.absences();
  const levels = await setUp.levels();
  const byId = new Map(people.map((one) => [one.id, one]));
  const byMeasure = new Map<string, UpdateRecord[]>();
  for (const one of records) {
    const held = byMeasure.get(one.measure);
    if (held === undefined) byMeasure.set(one.measure, [one]);
    else held.push(one);
  }
  const versions = new Map<string, MeasureVersion>();
  for (const each of known) if (each.validFrom <= end) versions.set(each.code, each);
  const units = organisation.filter((unit) => unit.validFrom <= end && (unit.validTo ?? end) >= end);
  const lines = collected.flatMap((code): UpdateLine[] => {
    const version = versions.get(code);
    if (version === undefined) return [];
    const responsibility = responsibilities.get(code) ?? null;
    const standing = standingOf(
      byMeasure.get(code) ?? [],
      levels.map(({ id }) => id),
    );
    const level =
      levels.find(
        ({ id }) =>
          id ===
          nextLevel(
            standing,
            levels.map((each) => each.id),
          ),
      ) ?? null;
    const due =
      level === null ? dueOn(round, code) : (round.plan.approvalsDue[level.id] ?? dueOn(round, code));
    const next = level === null ? responsibility?.owner : responsibility?.approvers[level.id];
    const extension = round.extensions.get(code) ?? null;
    return [
      {
        code,
        version,
        directorate: units.find((unit) => unit.code === version.directorate) ?? null,
        responsibility,
        standing,
        due,
        late: standing.state !== 'approved' && today > due,
        level,
        waitsFor: standing.state === 'approved' ? null : presentFor(next ?? null, byId, absences, today),
        extension,
      },
    ];
  });
  const directorates = units.filter(({ parent }) => parent === null).sort((a, b) => a.order - b.order);
  return { round, levels, people: byId, absences, directorates, lines };
}

/** The person, or whoever stands in for them today. */
function presentFor(
  id: string | null,
  people: ReadonlyMap<string, Person>,
  absences: readonly Absence[],
  today: string,
): Person | null {
  const away = absences.find((one) => one.person === id && isAway(one, today));
  return people.get(away?.deputy ?? id ?? '') ?? null;
}
