import type { Asked, Route } from '../../route.ts';
import { change, changePage } from './change.tsx';
import { findingsPage } from './findings.tsx';
import { freeze, freezePage } from './freeze.tsx';
import { listPage } from './list.tsx';
import { nudge, nudgePage } from './nudge.tsx';
import { openRound, openRoundPage } from './open-round.tsx';
import { planPage, savePlan } from './plan.tsx';
import { doRollOver, rollOverPage } from './roll-over.tsx';
import { currentRound, roundPage } from './round-page.tsx';

const round = '/round/:period';
const page = (own: (asked: Asked) => ReturnType<Route['handle']>) => (asked: Asked) => own(asked);

export const roundPages: readonly Route[] = [
  { method: 'GET', path: '/round', action: 'readRound', handle: currentRound },
  { method: 'GET', path: '/round/new', action: 'runRound', handle: page(openRoundPage) },
  { method: 'POST', path: '/round/new', action: 'runRound', handle: openRound },
  { method: 'GET', path: round, action: 'readRound', handle: roundPage },
  { method: 'GET', path: `${round}/list`, action: 'readRound', handle: listPage },
  { method: 'GET', path: `${round}/findings`, action: 'readRound', handle: findingsPage },
  { method: 'GET', path: `${round}/plan`, action: 'runRound', handle: page(planPage) },
  { method: 'POST', path: `${round}/plan`, action: 'runRound', handle: savePlan },
  { method: 'GET', path: `${round}/change`, action: 'runRound', handle: changePage },
  { method: 'POST', path: `${round}/change`, action: 'runRound', handle: change },
  { method: 'GET', path: `${round}/freeze`, action: 'freezeRound', handle: freezePage },
  { method: 'POST', path: `${round}/freeze`, action: 'freezeRound', handle: freeze },
  { method: 'GET', path: `${round}/nudge`, action: 'nudge', handle: page(nudgePage) },
  { method: 'POST', path: `${round}/nudge`, action: 'nudge', handle: nudge },
  { method: 'GET', path: `${round}/roll-over`, action: 'changeTargets', handle: page(rollOverPage) },
  { method: 'POST', path: `${round}/roll-over`, action: 'changeTargets', handle: doRollOver },
];
