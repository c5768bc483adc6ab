import type { Absence } from '../../domain/organisation/person.ts';
import { isAway } from '../../domain/permission/relation.ts';

/** Somebody to write to, and whom they stand in for. */
export interface Recipient {
  /** Person id. */
  person: string;
  /** Id of whoever is away; null where the person answers for it themselves. */
  inPlaceOf: string | null;
}

/** Those people, or their deputies while they are away; each once. */
export function recipients(
  ids: readonly (string | null | undefined)[],
  absences: readonly Absence[],
  today: string,
): Recipient[] {
  const found = new Map<string, Recipient>();
  for (const id of ids) {
    if (id === null || id === undefined) continue;
    const absence = absences.find((one) => one.person === id && isAway(one, today));
    const person = absence?.deputy ?? id;
    const held = found.get(person);
    // Whoever answers for it themselves needs not be told that they also stand in.
    if (held === undefined || held.inPlaceOf !== null) {
      found.set(person, { person, inPlaceOf: person === id ? null : id });
    }
  }
  return [...found.values()];
}
