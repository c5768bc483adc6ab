import { signInRoutes } from './pages/sign-in/routes.ts';
import type { Route } from './route.ts';

/** Every address of the site. */
export const routes: readonly Route[] = [...signInRoutes];
