import type { UpdateContent } from '../../domain/round/update.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction } from '../../store/transaction.ts';
import { Conflict, Refused } from '../refused.ts';
import type { Acting } from './acting.ts';
import { saveIn, submitIn } from './enter-update.ts';

export interface Entry {
  measure: string;
  /** The version that the person saw; null for a file, which replaces what is there. */
  version: number | null;
  content: UpdateContent;
}

/** What keeps one measure of several from being entered. */
export interface EntryProblem {
  measure: string;
  field: string;
  message: string;
}

/** Thrown where any of several entries cannot be taken: none was. */
export class EntriesRefused extends Error {
  override name = 'EntriesRefused';
  readonly problems: readonly EntryProblem[];
  constructor(problems: readonly EntryProblem[]) {
    super('None was saved.');
    this.problems = problems;
  }
}

/**
 * Saves or submits several updates of a round in one go: all of them, or none and what is wrong with each.
 *
 * @returns how many
 * @throws EntriesRefused
 */
export const enterTogether = (
  store: Store,
  acting: Acting,
  period: string,
  entries: readonly Entry[],
  verb: 'save' | 'submit',
): Promise<number> =>
  inTransaction(store, async (tx) => {
    const problems: EntryProblem[] = [];
    // Always in one order, so that two people who enter the same measures wait for each other and nobody waits for ever.
    const ordered = [...entries].sort((a, b) => (a.measure < b.measure ? -1 : 1));
    for (const { measure, version, content } of ordered) {
      const which = { period, measure, version };
      try {
        await (verb === 'save' ? saveIn : submitIn)(tx, acting, which, content);
      } catch (error) {
        problems.push(...problemsOf(measure, error));
      }
    }
    if (problems.length > 0) throw new EntriesRefused(problems);
    return entries.length;
  });

function problemsOf(measure: string, error: unknown): EntryProblem[] {
  if (error instanceof Conflict) {
    const message = 'Somebody else has changed this since you opened the table. Open it on its own page';
    return [{ measure, field: 'row', message }];
  }
  if (!(error instanceof Refused)) throw error;
  if (error.problems.length === 0) return [{ measure, field: 'row', message: error.message }];
  return error.problems.map(({ field, message }) => ({ measure, field, message }));
}
