import type { Absence, Person, Responsibility } from '../organisation/person.ts';
import type { Relation } from './policy.ts';

/** What stands between a person and a measure. */
export interface Standing {
  person: Pick<Person, 'id' | 'directorate'>;
  responsibility: Responsibility | null;
  /** Directorate of the measure. */
  directorate: string | null;
  absences: readonly Absence[];
  /** The day where the authority is. */
  today: string;
}

/**
 * How a person stands to a measure's figures: their own where they own it, contribute to it, approve it, or stand in
 * for somebody away who does.
 *
 * @example relationTo({ person: { id: 'a', directorate: 'people' }, responsibility: null, directorate: 'people', … })
 * // 'ownDirectorate'
 */
export function relationTo({ person, responsibility, directorate, absences, today }: Standing): Relation {
  if (responsibility !== null) {
    const { owner, contributors, approvers } = responsibility;
    const answering = [owner, ...contributors, ...Object.values(approvers)];
    const standsFor = [person.id, ...deputisedBy(person.id, absences, today)];
    if (answering.some((one) => one !== null && standsFor.includes(one))) return 'own';
  }
  return person.directorate !== null && person.directorate === directorate ? 'ownDirectorate' : 'other';
}

/** Those for whom a person stands in today. */
export const deputisedBy = (person: string, absences: readonly Absence[], today: string): string[] =>
  absences.filter((one) => one.deputy === person && isAway(one, today)).map((one) => one.person);

export const isAway = ({ deputy, fromDay, untilDay }: Absence, today: string): boolean =>
  deputy !== null && fromDay <= today && (untilDay === null || today <= untilDay);
