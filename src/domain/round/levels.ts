/** A level of approval: the setting `approvalLevels` of an authority is a list of these, first to last. */
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
