import type { Absence, Person, Responsibility } from '../../domain/organisation/person.ts';
import { deputisedBy } from '../../domain/permission/relation.ts';
import type { RoundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import type { Acting } from '../round/acting.ts';
import { type CommitmentLine, ownCommitments } from './commitments.ts';
import { type OwnCorrections, ownCorrections } from './proposed-corrections.ts';
import { type RoundOverview, roundOverview, type UpdateLine } from './round-overview.ts';
import { type SetUpNow, setUpIn } from './set-up-now.ts';

/** One person's part of the rounds that are not finished, in the order in which it is due. */
export interface MyWork {
  toEnter: readonly WorkLine[];
  toApprove: readonly WorkLine[];
  /** Theirs, and with somebody else now, or done. */
  sent: readonly WorkLine[];
  /** The last finished round that held figures of theirs: where they went. */
  used: { round: RoundStanding; measures: number } | null;
  /** What they promised, or stand in for, and is still open. */
  commitments: readonly CommitmentLine[];
  corrections: OwnCorrections;
  /** Their own absence, present or to come; null where none is known. */
  absence: Absence | null;
  people: ReadonlyMap<string, Person>;
}

export interface WorkLine extends UpdateLine {
  round: RoundStanding;
  /** Of a measure whose owner they stand in for. */
  inPlaceOf: Person | null;
}

const asksForEntry = new Set(['awaited', 'draft', 'sentBack']);

/** What somebody has to do, what they have done, and what became of the last. */
export async function myWork(
  db: Pick<Store, 'db'>,
  acting: Acting,
  setUp: SetUpNow = setUpIn(db, acting.authority),
): Promise<MyWork> {
  const { authority, person, today } = acting;
  const rounds = await setUp.rounds();
  const responsibilities = await setUp.responsibilities(null);
  const absences = await setUp.absences();
  const standsFor = [person.id, ...deputisedBy(person.id, absences, today)];
  const measures = [...responsibilities.values()]
    .filter((one) => [...enters(one), ...Object.values(one.approvers)].some((id) => standsFor.includes(id)))
    .map(({ measure }) => measure);
  const open = rounds.filter(
    ({ state, reopened }) => state !== 'published' && (state !== 'frozen' || reopened.size > 0),
  );
  const [overviewsFound, commitments, corrections] = await Promise.all([
    Promise.all(open.map(({ period }) => roundOverview(db, authority, period, today, measures, setUp))),
    ownCommitments(db, acting),
    ownCorrections(db, acting),
  ]);
  const overviews = overviewsFound.filter((overview) => overview !== null);
  const lines = overviews.flatMap((overview) => linesOf(overview, acting));
  const byDue = (a: WorkLine, b: WorkLine) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);
  const entered = lines.filter(({ mine }) => mine).map(({ line }) => line);
  const finished = rounds.find((round) => round.state === 'published' || round.frozenAt !== null);
  const people = overviews[0]?.people ?? new Map((await setUp.people()).map((one) => [one.id, one]));
  return {
    toEnter: entered.filter(({ standing }) => asksForEntry.has(standing.state)).sort(byDue),
    sent: entered.filter(({ standing }) => !asksForEntry.has(standing.state)).sort(byDue),
    toApprove: lines
      .filter(({ line }) => line.level !== null && line.waitsFor?.id === person.id)
      .map(({ line }) => line)
      .sort(byDue),
    used: finished === undefined ? null : usedIn(responsibilities, person.id, finished),
    commitments,
    corrections,
    absence:
      absences.find((one) => one.person === person.id && (one.untilDay === null || one.untilDay >= today)) ??
      null,
    people,
  };
}

function linesOf(overview: RoundOverview, { person, today }: Acting): { line: WorkLine; mine: boolean }[] {
  const standsFor = deputisedBy(person.id, overview.absences, today);
  return overview.lines.map((line) => {
    const entering = line.responsibility === null ? [] : enters(line.responsibility);
    const absent = standsFor.find((one) => entering.includes(one)) ?? null;
    const mine = entering.includes(person.id);
    return {
      line: {
        ...line,
        round: overview.round,
        inPlaceOf: mine || absent === null ? null : (overview.people.get(absent) ?? null),
      },
      mine: mine || absent !== null,
    };
  });
}

const enters = ({ owner, contributors }: { owner: string | null; contributors: readonly string[] }) =>
  owner === null ? contributors : [owner, ...contributors];

function usedIn(
  responsibilities: ReadonlyMap<string, Responsibility>,
  person: string,
  round: RoundStanding,
): MyWork['used'] {
  const theirs = round.measures.filter((code) => {
    const one = responsibilities.get(code);
    return one !== undefined && enters(one).includes(person);
  });
  return theirs.length === 0 ? null : { round, measures: theirs.length };
}
