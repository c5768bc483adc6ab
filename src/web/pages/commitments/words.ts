import { commitmentStateNames } from '../../../domain/commitment/commitment.ts';
import type { CommitmentLine } from '../../../workflow/queries/commitments.ts';
import { counted } from '../../wording/count.ts';
import { dayInWords, daysAway } from '../../wording/days.ts';

export const commitmentAddress = ({ id }: { id: string }): string => `/commitments/${id}`;

/** @example howMany([open, overdue]) // '2 commitments made earlier: 1 overdue' */
export function howMany(lines: readonly Pick<CommitmentLine, 'overdue'>[]): string {
  const late = lines.filter(({ overdue }) => overdue).length;
  return `${counted(lines.length, 'commitment')} made earlier: ${late === 0 ? 'none overdue' : `${late} overdue`}`;
}

/** @example stateInWords(line, today) // 'Overdue' */
export const stateInWords = ({ overdue, state }: Pick<CommitmentLine, 'overdue' | 'state'>): string =>
  overdue ? 'Overdue' : commitmentStateNames[state];

/** @example dueInWords(line, '2019-01-09') // 'Friday 30 November 2018, 40 days late' */
export const dueInWords = ({ due, state }: Pick<CommitmentLine, 'due' | 'state'>, today: string): string =>
  state === 'open' ? `${dayInWords(due, today)}, ${daysAway(due, today)}` : dayInWords(due, today);
