import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { OrganisationUnit } from '../../domain/organisation/organisation.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { can } from '../../domain/permission/can.ts';
import type { Relation } from '../../domain/permission/policy.ts';
import { type Proposal, type ProposalRecord, proposalOf } from '../../domain/proposal/proposal.ts';
import type { Store } from '../../store/database.ts';
import { readPeople } from '../../store/people.ts';
import { readProposalRecords } from '../../store/proposals.ts';
import { readMeasureVersions, readUnits } from '../../store/read-set-up.ts';
import { findProposal, readStandings, relationToMeasures } from '../proposals/open-proposal.ts';
import type { Acting } from '../round/acting.ts';

/** A proposal with the measures it is about, as lists and pages show it. */
export interface ProposalLine {
  proposal: Proposal;
  relation: Relation;
  /** Each measure concerned as it was before the change, in the order of the proposal. */
  measures: readonly MeasureVersion[];
  directorates: readonly OrganisationUnit[];
}

type Asking = Pick<Acting, 'authority' | 'person' | 'actors' | 'today'>;

/** Every proposal that somebody may read, the latest first. */
export async function proposalLines(db: Pick<Store, 'db'>, acting: Asking): Promise<ProposalLine[]> {
  const { authority, actors } = acting;
  const records = await readProposalRecords(db, authority);
  const versions = await readMeasureVersions(db, authority);
  const standings = await readStandings(db, authority, null);
  const units = await readUnits(db, authority);
  return [...records.values()]
    .flatMap((some) => {
      const proposal = proposalOf(some);
      if (proposal === null) return [];
      const relation = relationToMeasures(acting, proposal.measures, standings);
      if (!can(actors, 'readTargetChanges', { relation, state: proposal.state })) return [];
      return [{ proposal, relation, ...partsOf(proposal, versions, units) }];
    })
    .reverse();
}

/** One proposal with everything that happened to it. */
export interface ProposalView extends ProposalLine {
  records: readonly ProposalRecord[];
  /** By person id. */
  names: ReadonlyMap<string, string>;
}

export async function proposalView(
  db: Pick<Store, 'db'>,
  acting: Pick<Acting, 'authority' | 'person' | 'today'>,
  number: number,
): Promise<ProposalView | null> {
  const { authority } = acting;
  const found = await findProposal(db, acting, number);
  if (found === null) return null;
  const versions = await readMeasureVersions(db, authority, found.proposal.measures);
  const units = await readUnits(db, authority);
  const records = (await readProposalRecords(db, authority, { proposal: number })).get(number) ?? [];
  const people = await readPeople(db, authority);
  return {
    ...found,
    ...partsOf(found.proposal, versions, units),
    records,
    names: new Map(people.map(({ id, name }) => [id, name])),
  };
}

/** The measures that a proposal is about, and their directorates. */
export function partsOf(
  { measures, from }: Proposal,
  versions: readonly MeasureVersion[],
  units: readonly OrganisationUnit[],
): Pick<ProposalLine, 'measures' | 'directorates'> {
  // As they were before the change: what came of it may have another title by now.
  const until = from === '' ? '9999-12-31' : periodOf(from).start;
  const found = measures.flatMap((code) => {
    const own = versions.filter((one) => one.code === code);
    return own.findLast(({ validFrom }) => validFrom < until) ?? own.at(-1) ?? [];
  });
  const codes = new Set(found.map(({ directorate }) => directorate));
  const latest = new Map(units.filter(({ code }) => codes.has(code)).map((unit) => [unit.code, unit]));
  return { measures: found, directorates: [...latest.values()] };
}
