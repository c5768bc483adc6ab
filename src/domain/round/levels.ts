/** A level of approval; those of a round are a list, first to last. */
export interface ApprovalLevel {
  id: string;
  name: string;
}

/** What an authority has until it says otherwise. */
export const standardLevels: readonly ApprovalLevel[] = [{ id: 'headOfService', name: 'Head of service' }];

/** All that ship; an authority chooses among them, in this order. */
export const knownLevels: readonly ApprovalLevel[] = [
  { id: 'owner', name: 'Measure owner' },
  { id: 'headOfService', name: 'Head of service' },
  { id: 'directorateTeam', name: 'Directorate team' },
  { id: 'leadershipTeam', name: 'Leadership team' },
];

/**
 * The levels from a day on: the setting `approvalLevels` of an authority is a list of these, oldest first. A round that
 * ended before keeps the levels it was approved by.
 */
export interface LevelsFrom {
  from: string;
  levels: readonly ApprovalLevel[];
}

/**
 * The levels of the round of a period, by the last day of that period; null for those in force last.
 *
 * @example levelsOn([], '2018-12-31') // standardLevels
 */
export const levelsOn = (changes: readonly LevelsFrom[], day: string | null): readonly ApprovalLevel[] =>
  changes.findLast(({ from }) => day === null || from <= day)?.levels ?? standardLevels;
