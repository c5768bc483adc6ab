import type { Actor } from '../domain/permission/policy.ts';

/** Who sits at the keyboard: the name that the audit trail writes, and as what the policy table knows them. */
export interface AtKeyboard {
  id: string;
  actors: readonly Actor[];
}

/**
 * Whoever runs a command where the database is, is its operator, under the name of their account there; the web
 * application records the person signed in. Only this says so: every verb asks the policy table as them.
 */
export const operator = (): AtKeyboard => ({
  id: `command line (${process.env.SUDO_USER ?? process.env.USER ?? process.env.LOGNAME ?? 'unknown user'})`,
  actors: ['operator'],
});
