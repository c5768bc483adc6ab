import { assessStatus } from './assess.ts';
import type { StatusInputs } from './inputs.ts';
import { isNamed } from './replay.ts';
import type { StatusScheme } from './scheme.ts';

/** A figure and the status that a document states for it. */
export interface StatedStatus {
  inputs: Omit<StatusInputs, 'polarity'>;
  /** As printed: `Amber`. */
  stated: string;
}

/**
 * Which way is good, where a published document does not say: only where exactly one of higher and lower
 * reproduces every status it states. A Red above target means that lower is better; a Green on target says
 * nothing. Otherwise null, and a person must decide.
 *
 * @example inferPolarity([{ inputs: actual31AgainstTarget28, stated: 'Red' }], derby) // 'lower'
 */
export function inferPolarity(
  pairs: readonly StatedStatus[],
  scheme: StatusScheme,
): 'higher' | 'lower' | null {
  const fits = (polarity: 'higher' | 'lower') =>
    pairs.every(({ inputs, stated }) => isNamed(assessStatus({ ...inputs, polarity }, scheme), stated));
  const [higher, lower] = [fits('higher'), fits('lower')];
  if (higher === lower) return null;
  return higher ? 'higher' : 'lower';
}
