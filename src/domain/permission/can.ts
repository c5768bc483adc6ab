import type { Action } from './action.ts';
import { type Actor, type PolicyRow, policy, type Relation } from './policy.ts';

/** What an action is about, as far as permission goes. */
export interface Subject {
  relation: Relation;
  /** State of the update or round; null where the action is about neither. */
  state: string | null;
}

const index = new Map<string, PolicyRow[]>();
for (const row of policy) {
  const key = `${row.actor} ${row.action}`;
  index.set(key, [...(index.get(key) ?? []), row]);
}

/**
 * Whether somebody may do something: there is a row for one of their roles. Without a row, no.
 *
 * @param actors the roles of a person, `['public']` for nobody, `['operator']` for the command line
 * @example can(['contributor'], 'submitUpdate', { relation: 'own', state: 'draft' }) // true
 */
export const can = (actors: readonly Actor[], action: Action, subject: Subject): boolean =>
  actors.some((actor) =>
    (index.get(`${actor} ${action}`) ?? []).some(
      ({ relations, states }) =>
        relations.includes(subject.relation) &&
        (states === null || (subject.state !== null && states.includes(subject.state))),
    ),
  );

/** The relations in which somebody may do something, whatever the state: what a list is filtered by. */
export const relationsFor = (actors: readonly Actor[], action: Action): Relation[] => {
  const found = new Set<Relation>();
  for (const actor of actors) {
    for (const row of index.get(`${actor} ${action}`) ?? []) for (const one of row.relations) found.add(one);
  }
  return [...found];
};

/** Whether anybody at all may do it: an action without a row stops the server. */
export const hasRow = (action: Action): boolean => policy.some((row) => row.action === action);
