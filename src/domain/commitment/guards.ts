import { plainDate } from '../number/date.ts';
import type { Commitment, CommitmentState, CommitmentVerb } from './commitment.ts';

/** Which verbs a commitment takes in which state: the one table. */
const verbsIn: Readonly<Record<CommitmentState, readonly CommitmentVerb[]>> = {
  open: ['note', 'amend', 'discharge', 'drop'],
  done: ['reopen'],
  dropped: ['reopen'],
};

const refusals: Readonly<Record<CommitmentState, string>> = {
  open: 'This commitment is open already.',
  done: 'This commitment is done. Reopen it, with a reason, to change it.',
  dropped: 'This commitment has been dropped. Reopen it, with a reason, to change it.',
};

/**
 * Why something cannot be done to a commitment now, in words for the person who tried; null where it can.
 * Who may do it at all is the policy table's business.
 *
 * @example commitmentRefusal({ state: 'done' }, 'amend') // 'This commitment is done. Reopen it…'
 */
export function commitmentRefusal({ state }: Pick<Commitment, 'state'>, verb: CommitmentVerb): string | null {
  return verbsIn[state].includes(verb) ? null : refusals[state];
}

/** What may be done to a commitment now, whoever does it. */
export const verbsFor = ({ state }: Pick<Commitment, 'state'>): readonly CommitmentVerb[] => verbsIn[state];

/** Far more than a sentence needs. */
export const LONGEST_WORDS = 1_000;
const YEARS_AROUND = 5;

export interface FieldProblem {
  field: string;
  message: string;
}

/** What is wrong with words that must be there. */
export function wordsProblems(field: string, words: string, missing: string): FieldProblem[] {
  if (words.trim() === '') return [{ field, message: missing }];
  if (words.length <= LONGEST_WORDS) return [];
  return [{ field, message: `Use 1,000 characters or fewer` }];
}

/**
 * What is wrong with a day by which something is to be done: none, or one nobody can mean. A day that has passed is
 * taken: what was promised for August and is still open in September is overdue, and is to be seen as that.
 */
export function dueProblems(field: string, due: string | null, today: string): FieldProblem[] {
  if (due === null) return [{ field, message: 'Enter the day by which it is due' }];
  const day = plainDate(due);
  const now = plainDate(today);
  const earliest = now.subtract({ years: YEARS_AROUND }).toString();
  const latest = now.add({ years: YEARS_AROUND }).toString();
  if (day.toString() >= earliest && day.toString() <= latest) return [];
  return [{ field, message: `The day must be within ${YEARS_AROUND} years of today` }];
}
