import { dayIn } from '../domain/period/of-day.ts';
import { readText } from '../web/acting.ts';
import { Refused } from '../workflow/refused.ts';
import type { Acting } from '../workflow/round/acting.ts';
import { type Console, Refusal } from './console.ts';

/** Whoever is at the keyboard, acting on an authority now. */
export function actingAt({ who }: Console, authority: { code: string; timeZone: string }): Acting {
  const now = new Date().toISOString();
  return {
    authority: authority.code,
    person: { id: who.id, directorate: null },
    actors: who.actors,
    now,
    today: dayIn(now, authority.timeZone),
    readText,
  };
}

/** What a use case refuses is a refusal of the command, with each thing that is wrong. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const problems = error.problems.map(({ message }) => ({ severity: 'error', message }));
    if (problems.length === 0) throw new Refusal(error.message, { cause: error });
    throw new Refusal(problems.map(({ message }) => `Error: ${message}.`).join('\n'), {
      problems,
      cause: error,
    });
  }
}
