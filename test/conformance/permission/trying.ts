import { authority } from '../../../src/demo/authority.ts';
import type { Role } from '../../../src/domain/organisation/person.ts';
import { readText } from '../../../src/web/acting.ts';
import { Conflict, Refused } from '../../../src/workflow/refused.ts';
import type { Acting } from '../../../src/workflow/round/acting.ts';
import { actors, idOf } from './cast.ts';

/** Everybody with a role. */
export const people = actors.filter((actor): actor is Role => actor !== 'public');

export const acting = (role: Role): Acting => ({
  authority: authority.code,
  person: { id: idOf(role), directorate: 'place' },
  actors: [role],
  now: '2019-01-09T09:00:00.000Z',
  today: '2019-01-09',
  readText,
});

/** What came of trying: done, or why not. */
export const outcome = async (doing: Promise<unknown>) => {
  try {
    await doing;
    return 'done';
  } catch (error) {
    if (error instanceof Conflict) return 'conflict';
    if (error instanceof Refused) return error.kind;
    throw error;
  }
};
