import type { Route } from '../../route.ts';
import { accountPages } from './account.tsx';
import { continuePages } from './continue.tsx';
import { councilAccountPages } from './council-account.ts';
import { signInPages } from './sign-in.tsx';
import { signOutPages } from './sign-out.ts';

/** Signing in and out, one's own account, and what was typed when a session ended. */
export const signInRoutes: readonly Route[] = [
  ...signInPages,
  ...councilAccountPages,
  ...signOutPages,
  ...accountPages,
  ...continuePages,
];
export { signInRoutes as routes };
