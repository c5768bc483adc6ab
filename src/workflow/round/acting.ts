import type { CommentaryText } from '../../domain/commentary/text-tree.ts';
import type { Absence, Person, Responsibility } from '../../domain/organisation/person.ts';
import type { Action } from '../../domain/permission/action.ts';
import { can } from '../../domain/permission/can.ts';
import type { Actor } from '../../domain/permission/policy.ts';
import { relationTo } from '../../domain/permission/relation.ts';
import { Refused } from '../refused.ts';

/** Who does something, when: every use case starts with it. */
export interface Acting {
  authority: string;
  person: Pick<Person, 'id' | 'directorate'>;
  actors: readonly Actor[];
  /** ISO instant, and the day it is where the authority is. */
  now: string;
  today: string;
  /** Reads what was typed as a commentary text, or says what is wrong with it. */
  readText: ReadText;
}

export type ReadText = (
  raw: string,
) => { text: CommentaryText } | { problem: { message: string; remedy: string } };

/** What is known of a measure, as far as permission goes. */
export interface MeasureInHand {
  code: string;
  directorate: string;
  responsibility: Responsibility | null;
  absences: readonly Absence[];
}

/** Refuses, in words, what the policy table has no row for. */
export function mustBeAllowed(
  acting: Acting,
  action: Action,
  measure: MeasureInHand | null,
  state: string | null,
): void {
  const relation = measure === null ? 'other' : relationOf(acting, measure);
  if (can(acting.actors, action, { relation, state })) return;
  // Allowed in some other state: then it is the state that is in the way, and the guard says it better.
  throw new Refused('notAllowed', 'You do not have permission to do this.');
}

export const relationOf = ({ person, today }: Pick<Acting, 'person' | 'today'>, measure: MeasureInHand) =>
  relationTo({
    person,
    responsibility: measure.responsibility,
    directorate: measure.directorate,
    absences: measure.absences,
    today,
  });

/** The first of somebody's roles that allows it: what the trail says they acted as. */
export const roleFor = (
  acting: Acting,
  action: Action,
  measure: MeasureInHand | null,
  state: string | null,
): string =>
  acting.actors.find((actor) =>
    can([actor], action, { relation: measure === null ? 'other' : relationOf(acting, measure), state }),
  ) ?? 'public';
