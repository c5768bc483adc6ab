/** What somebody may do; a person may hold several. Nobody signed in is `public`. */
export const roles = [
  'viewer',
  'contributor',
  'approver',
  'performanceTeam',
  'internalAudit',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** How each role is said on screen. */
export const roleNames: Readonly<Record<Role, string>> = {
  viewer: 'Viewer (director or councillor)',
  contributor: 'Contributor',
  approver: 'Approver',
  performanceTeam: 'Performance team',
  internalAudit: 'Internal audit',
  administrator: 'Administrator',
};

/** Somebody who can sign in. */
export interface Person {
  /** Short and stable, never an e-mail address: `j.shah`. */
  id: string;
  name: string;
  email: string;
  roles: readonly Role[];
  /** Code of the directorate they work in; null for the whole authority. */
  directorate: string | null;
  /** The post they hold, as measures name their owner: `Head of Hospital and Reablement`. */
  post: string | null;
  /** The level of approval they give; see `approvalLevels` in domain/round. */
  level: string | null;
  /** `tenant:object` at the identity provider; null for a local account. */
  subject: string | null;
  /** When messages come: each as it happens, one a day, or never. */
  mail: 'each' | 'daily' | 'none';
  active: boolean;
}

/** Who answers for a measure's figures, and who signs them off. Person ids. */
export interface Responsibility {
  measure: string;
  owner: string | null;
  contributors: readonly string[];
  /** One person a level of approval, by the level's id. */
  approvers: Readonly<Record<string, string>>;
}

/** Somebody's work passes to a deputy between two days, both inclusive. */
export interface Absence {
  person: string;
  deputy: string | null;
  fromDay: string;
  untilDay: string | null;
}
