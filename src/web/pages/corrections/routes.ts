import type { Subject } from '../../../domain/permission/can.ts';
import { subjectOf } from '../../../workflow/queries/measure-in-hand.ts';
import { findCorrection } from '../../../workflow/queries/proposed-corrections.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { actingFor } from '../../acting.ts';
import type { Asked, Route } from '../../route.ts';
import { updateSubject } from '../../subject.ts';
import { correctionNumber } from './correction-address.ts';
import { correctionEvidence, correctionPage, refuse, withdraw } from './correction-page.tsx';
import { addCorrection, newCorrection } from './propose-page.tsx';

/** The figure that a correction is about. */
async function correctionSubject(asked: Asked): Promise<Subject | null> {
  const { store, authority, params, known } = asked;
  const number = correctionNumber(params.correction);
  const found = number === null ? null : await findCorrection(store, authority.code, number);
  if (found === null) return null;
  return subjectOf(store, actingFor(asked), found.measure, found.period, setUpKnown(known));
}

const one = '/corrections/:correction';
const propose = {
  path: '/corrections/new/:period/:measure',
  action: 'proposeCorrection',
  subject: updateSubject,
} as const;
/** Whoever may know how a figure came about may know that somebody doubts it. */
const read = { action: 'readTrail', subject: correctionSubject } as const;

export const correctionPages: readonly Route[] = [
  { method: 'GET', ...propose, handle: newCorrection },
  { method: 'POST', ...propose, takesFiles: true, handle: addCorrection },
  { method: 'GET', path: one, ...read, handle: (asked) => correctionPage(asked) },
  { method: 'GET', path: `${one}/evidence`, ...read, handle: correctionEvidence },
  {
    method: 'POST',
    path: `${one}/refuse`,
    action: 'restateFigure',
    subject: correctionSubject,
    handle: refuse,
  },
  {
    method: 'POST',
    path: `${one}/withdraw`,
    action: 'proposeCorrection',
    subject: correctionSubject,
    handle: withdraw,
  },
];
