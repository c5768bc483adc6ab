import { beginWork, type WorkAsked, type WorkResult } from '../../../workflow/long-work.ts';
import { actingFor } from '../../acting.ts';
import type { Answer, Asked } from '../../route.ts';

/** What is done by then is answered at once; for the rest there is a page that says how far it is. */
const PATIENCE = 2_500;

/**
 * Does long work beside the request. @throws what the work throws within a few seconds, so that a form can be shown again
 */
export async function inBackground(
  asked: Asked,
  work: WorkAsked,
  patience: number = PATIENCE,
): Promise<Answer> {
  const { store, settings } = asked;
  const { id, ended } = await beginWork(store, actingFor(asked), work, settings.now);
  // What fails after the answer has gone is on its page, and in the log where nobody foresaw it.
  ended.catch((error: unknown) => {
    if ((error as Error).name !== 'Refused') settings.log(`work ${id}\n${(error as Error).stack}`);
  });
  const result = await inTime(ended, patience);
  return result === 'late' ? { kind: 'redirect', to: `/work/${id}` } : resultAnswer(result);
}

/** What is done within a few seconds; `late` for what is not. */
export function inTime<T>(work: Promise<T>, patience: number = PATIENCE): Promise<T | 'late'> {
  const late = new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), patience).unref();
  });
  return Promise.race([work, late]);
}

export const resultAnswer = ({ to, notice }: WorkResult): Answer => ({ kind: 'redirect', to, notice });
