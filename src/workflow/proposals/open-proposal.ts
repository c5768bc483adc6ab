import type { Absence, Responsibility } from '../../domain/organisation/person.ts';
import type { Action } from '../../domain/permission/action.ts';
import { can } from '../../domain/permission/can.ts';
import type { Relation } from '../../domain/permission/policy.ts';
import { type Proposal, proposalOf } from '../../domain/proposal/proposal.ts';
import type { Store } from '../../store/database.ts';
import { readAbsences, readResponsibilities } from '../../store/people.ts';
import { readProposalRecords } from '../../store/proposals.ts';
import { readMeasureVersions } from '../../store/read-set-up.ts';
import { Refused } from '../refused.ts';
import { type Acting, relationOf } from '../round/acting.ts';

/** What tells how somebody stands to measures. */
export interface Standings {
  directorateOf: ReadonlyMap<string, string>;
  responsibilities: ReadonlyMap<string, Responsibility>;
  absences: readonly Absence[];
}

export async function readStandings(
  db: Pick<Store, 'db'>,
  authority: string,
  codes: readonly string[] | null,
): Promise<Standings> {
  const versions = await readMeasureVersions(db, authority, codes);
  const responsibilities = await readResponsibilities(db, authority, codes);
  const absences = await readAbsences(db, authority);
  const directorateOf = new Map(versions.map(({ code, directorate }) => [code, directorate]));
  return { directorateOf, responsibilities, absences };
}

const farthestFirst: readonly Relation[] = ['other', 'ownDirectorate', 'own'];

/** How somebody stands to a proposal: as they do to the measure among those concerned that is farthest from them. */
export function relationToMeasures(
  acting: Pick<Acting, 'person' | 'today'>,
  measures: readonly string[],
  { directorateOf, responsibilities, absences }: Standings,
): Relation {
  const relations = measures.map((code) =>
    relationOf(acting as Acting, {
      code,
      directorate: directorateOf.get(code) ?? '',
      responsibility: responsibilities.get(code) ?? null,
      absences,
    }),
  );
  return farthestFirst.find((one) => relations.includes(one)) ?? 'other';
}

export interface OpenProposal {
  proposal: Proposal;
  relation: Relation;
}

/** One proposal, and how somebody stands to it; null where there is none of that number. */
export async function findProposal(
  db: Pick<Store, 'db'>,
  acting: Pick<Acting, 'authority' | 'person' | 'today'>,
  number: number,
): Promise<OpenProposal | null> {
  const records = await readProposalRecords(db, acting.authority, { proposal: number });
  const proposal = proposalOf(records.get(number) ?? []);
  if (proposal === null) return null;
  const standings = await readStandings(db, acting.authority, proposal.measures);
  return { proposal, relation: relationToMeasures(acting, proposal.measures, standings) };
}

/** The first of somebody's roles that lets them do it, for the trail. @throws Refused where none does */
export function allowedAs(
  { actors }: Pick<Acting, 'actors'>,
  action: Action,
  relation: Relation,
  state: string | null,
): string {
  const actor = actors.find((one) => can([one], action, { relation, state }));
  if (actor === undefined) throw new Refused('notAllowed', 'You do not have permission to do this.');
  return actor;
}
