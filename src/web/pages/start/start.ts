import { can } from '../../../domain/permission/can.ts';
import type { Answer, Asked, Route } from '../../route.ts';

/** Everybody begins where their work is. */
async function start({ person, actors }: Asked): Promise<Answer> {
  const to = (place: string): Answer => ({ kind: 'redirect', to: place });
  if (person === null) return to('/published');
  if (can(actors, 'runRound', { relation: 'other', state: null })) return to('/round');
  if (can(actors, 'readOwnWork', { relation: 'own', state: null })) return to('/my-work');
  if (can(actors, 'readScorecard', { relation: 'other', state: null })) return to('/scorecard');
  return to('/set-up');
}

export const startPages: readonly Route[] = [
  { method: 'GET', path: '/', action: 'readPublished', handle: start },
];
