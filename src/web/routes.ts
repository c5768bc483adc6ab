import { approvePages } from './pages/approve/routes.ts';
import { assurancePages } from './pages/assurance/routes.ts';
import { auditPages } from './pages/audit/routes.ts';
import { bulkPages } from './pages/bulk/routes.ts';
import { calendarPages } from './pages/calendar/routes.ts';
import { chartPages } from './pages/chart/routes.ts';
import { commitmentPages } from './pages/commitments/routes.ts';
import { comparePages } from './pages/compare/routes.ts';
import { correctionPages } from './pages/corrections/routes.ts';
import { coverPages } from './pages/cover/routes.ts';
import { forecastPages } from './pages/forecasts/routes.ts';
import { galleryPages } from './pages/gallery/routes.ts';
import { mailPages } from './pages/mail/routes.ts';
import { measurePages } from './pages/measure/routes.ts';
import { myWorkPages } from './pages/my-work/routes.ts';
import { peerPages } from './pages/peers/routes.ts';
import { publishedPages } from './pages/published/routes.ts';
import { reportPages } from './pages/reports/routes.ts';
import { restatePages } from './pages/restate/routes.ts';
import { roundPages } from './pages/round/routes.ts';
import { scorecardPages } from './pages/scorecard/routes.ts';
import { setUpPages } from './pages/set-up/routes.ts';
import { signInRoutes } from './pages/sign-in/routes.ts';
import { startPages } from './pages/start/start.ts';
import { targetChangePages } from './pages/target-changes/routes.ts';
import { tracePages } from './pages/trace/routes.ts';
import { updatePages } from './pages/update/routes.ts';
import { workPages } from './pages/work/work-page.tsx';
import type { Route } from './route.ts';

/** Every address of the site. */
export const routes: readonly Route[] = [
  ...startPages,
  ...workPages,
  ...myWorkPages,
  ...updatePages,
  ...bulkPages,
  ...approvePages,
  ...roundPages,
  ...scorecardPages,
  ...measurePages,
  ...chartPages,
  ...forecastPages,
  ...peerPages,
  ...comparePages,
  ...restatePages,
  ...correctionPages,
  ...commitmentPages,
  ...tracePages,
  ...targetChangePages,
  ...auditPages,
  ...assurancePages,
  ...setUpPages,
  ...reportPages,
  ...coverPages,
  ...publishedPages,
  ...calendarPages,
  ...galleryPages,
  ...mailPages,
  ...signInRoutes,
];
