import { demoNow } from '../../src/demo/fill-demo-round.ts';
import { demoPeople } from '../../src/demo/people/people.ts';
import { readText } from '../../src/web/acting.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';

/** Somebody of Borchester in some of their roles, at the moment at which the demonstration begins or another. */
export const actingAt = (now: string, id: string, ...actors: Acting['actors']): Acting => ({
  authority: 'borchester',
  person: { id, directorate: demoPeople.find((one) => one.id === id)?.directorate ?? null },
  actors,
  now,
  today: now.slice(0, 10),
  readText,
});

export const as = (id: string, ...actors: Acting['actors']): Acting => actingAt(demoNow, id, ...actors);
