import type { Route } from '../../route.ts';
import { brandingPages } from './branding/routes.ts';
import { chartRulesPages } from './charts/routes.ts';
import { checkPages } from './checks/routes.ts';
import { contactPages } from './contact/routes.ts';
import { directionPages } from './direction/routes.ts';
import { directoratePages } from './directorates/routes.ts';
import { forumPages } from './forums/routes.ts';
import { importPages } from './import/routes.ts';
import { levelPages } from './levels/routes.ts';
import { measurePages } from './measures/routes.ts';
import { overviewPage } from './overview/overview.tsx';
import { peerGroupPages } from './peers/routes.ts';
import { peoplePages } from './people/routes.ts';
import { responsibilityPages } from './responsibilities/routes.ts';
import { roundsCalendarPages } from './rounds/routes.ts';
import { schemePages } from './scheme/routes.ts';
import { scorecardPages } from './scorecards/routes.ts';
import { targetPages } from './targets/routes.ts';
import { yearPages } from './year/routes.ts';

/** Everything that is set up once and looked after from then on. */
export const setUpPages: readonly Route[] = [
  { method: 'GET', path: '/set-up', action: 'readSetUp', handle: overviewPage },
  ...peoplePages,
  ...responsibilityPages,
  ...directoratePages,
  ...measurePages,
  ...targetPages,
  ...scorecardPages,
  ...schemePages,
  ...directionPages,
  ...levelPages,
  ...roundsCalendarPages,
  ...forumPages,
  ...peerGroupPages,
  ...checkPages,
  ...chartRulesPages,
  ...importPages,
  ...brandingPages,
  ...contactPages,
  ...yearPages,
];
