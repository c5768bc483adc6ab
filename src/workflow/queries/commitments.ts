import {
  type Commitment,
  type CommitmentRecord,
  type CommitmentVerb,
  commitmentOf,
  inOrderOfDue,
  isOverdue,
} from '../../domain/commitment/commitment.ts';
import { type Forum, meetingFor } from '../../domain/commitment/forum.ts';
import { verbsFor } from '../../domain/commitment/guards.ts';
import type { Person } from '../../domain/organisation/person.ts';
import { can } from '../../domain/permission/can.ts';
import type { Relation } from '../../domain/permission/policy.ts';
import type { Evidence } from '../../domain/round/evidence.ts';
import { readCommitmentEvidence } from '../../store/commitment-evidence.ts';
import { type CommitmentQuestion, readCommitmentRecords } from '../../store/commitments.ts';
import type { Store } from '../../store/database.ts';
import { readAbsences, readPeople } from '../../store/people.ts';
import { readMeasureVersions, readUnits } from '../../store/read-set-up.ts';
import { actionFor } from '../commitments/change-commitment.ts';
import { isOwner, measureFor, relationToCommitment } from '../commitments/open-commitment.ts';
import type { Acting } from '../round/acting.ts';
import { readForums } from './forums.ts';

type Reader = Pick<Store, 'db'>;

/** A commitment with the names that a list shows. */
export interface CommitmentLine extends Commitment {
  measureTitle: string;
  /** Code and name of the measure's directorate. */
  directorate: string;
  directorateName: string;
  ownerName: string;
  /** The post of the owner, for papers that name nobody. */
  ownerPost: string | null;
  forumName: string | null;
  /** ISO day of the forum's meeting that it comes to; null where none is fixed. */
  meeting: string | null;
  overdue: boolean;
}

/** Commitments as they stand on a day: the open ones by their day, then those that are closed. */
export async function readCommitments(
  db: Reader,
  authority: string,
  today: string,
  question: CommitmentQuestion = {},
): Promise<CommitmentLine[]> {
  const records = await readCommitmentRecords(db, authority, question);
  const all = [...records.values()].flatMap((one) => commitmentOf(one) ?? []);
  if (all.length === 0) return [];
  const codes = [...new Set(all.map(({ measure }) => measure))];
  // One after the other: a transaction has one connection, which takes one query at a time.
  const versions = await readMeasureVersions(db, authority, codes);
  const units = await readUnits(db, authority);
  const people = new Map((await readPeople(db, authority)).map((one) => [one.id, one]));
  const forums = new Map((await readForums(db, authority)).map((one) => [one.id, one]));
  return inOrderOfDue(all).map((one): CommitmentLine => {
    const version = versions.findLast(({ code }) => code === one.measure);
    const directorate = version?.directorate ?? '';
    const forum: Forum | null = forums.get(one.forum ?? '') ?? null;
    return {
      ...one,
      measureTitle: version?.title ?? one.measure,
      directorate,
      directorateName: units.findLast(({ code }) => code === directorate)?.name ?? directorate,
      ownerName: people.get(one.owner)?.name ?? one.owner,
      ownerPost: people.get(one.owner)?.post ?? null,
      forumName: forum?.name ?? null,
      meeting: forum === null ? null : meetingFor(forum, one.due),
      overdue: isOverdue(one, today),
    };
  });
}

/** Those that somebody owns, or whose owner they stand in for, and that are open. */
export async function ownCommitments(db: Reader, acting: Acting): Promise<CommitmentLine[]> {
  const absences = await readAbsences(db, acting.authority);
  const all = await readCommitments(db, acting.authority, acting.today);
  return all.filter(({ state, owner }) => state === 'open' && isOwner(acting, owner, absences));
}

/** Everything that the page of one commitment shows. */
export interface CommitmentView {
  line: CommitmentLine;
  records: readonly CommitmentRecord[];
  evidence: readonly Evidence[];
  people: ReadonlyMap<string, Person>;
  forums: readonly Forum[];
  relation: Relation;
  /** What this person may do to it now. */
  may: readonly CommitmentVerb[];
}

/** One commitment for somebody who looks at it; null where there is none of that id. */
export async function commitmentView(db: Reader, acting: Acting, id: string): Promise<CommitmentView | null> {
  const { authority, today, actors } = acting;
  const [line] = await readCommitments(db, authority, today, { commitment: id });
  const measure = line === undefined ? null : await measureFor(db, authority, line.measure);
  if (line === undefined || measure === null) return null;
  const relation = relationToCommitment(acting, line, measure);
  const records = (await readCommitmentRecords(db, authority, { commitment: id })).get(id) ?? [];
  const people = new Map((await readPeople(db, authority)).map((one) => [one.id, one]));
  return {
    line,
    records,
    evidence: await readCommitmentEvidence(db, authority, id),
    people,
    forums: await readForums(db, authority),
    relation,
    may: verbsFor(line).filter(
      (verb) => verb !== 'promise' && can(actors, actionFor(verb), { relation, state: null }),
    ),
  };
}
