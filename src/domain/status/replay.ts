import { assessStatus } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { StatusInputs } from './inputs.ts';
import type { StatusScheme } from './scheme.ts';

/** One judgement of the past: what was known, and the status it was given then, by its label or id. */
export interface ReplayRow {
  measure: string;
  period: string;
  inputs: StatusInputs;
  was: string | null;
}

export interface ReplayedRow {
  measure: string;
  period: string;
  was: string | null;
  now: Assessment;
  changed: boolean;
}

export interface Replay {
  scheme: { id: string; version: number };
  rows: readonly ReplayedRow[];
  changes: readonly ReplayedRow[];
  /** How many went from one status to another, most frequent first; `from` is null where there was none. */
  movements: readonly { from: string | null; to: string; count: number }[];
}

/**
 * Judges a history again under another scheme. Pure: nothing is stored, and the same rows always give the same
 * answer. A row whose `was` is the new outcome's label or id, in any case, has not changed.
 *
 * @example replay(havering2017, rows).movements // [{ from: 'Green', to: 'Red', count: 9 }]
 */
export function replay(scheme: StatusScheme, rows: readonly ReplayRow[]): Replay {
  const replayed = rows.map(({ measure, period, inputs, was }): ReplayedRow => {
    const now = assessStatus(inputs, scheme);
    return { measure, period, was, now, changed: was === null || !isNamed(now, was) };
  });
  const changes = replayed.filter((row) => row.changed);
  const movements = new Map<string, { from: string | null; to: string; count: number }>();
  for (const { was, now } of changes) {
    const to = now.outcome.label;
    const movement = movements.get(JSON.stringify([was, to])) ?? { from: was, to, count: 0 };
    movement.count += 1;
    movements.set(JSON.stringify([was, to]), movement);
  }
  return {
    scheme: { id: scheme.id, version: scheme.version },
    rows: replayed,
    changes,
    movements: [...movements.values()].sort((a, b) => b.count - a.count),
  };
}

/** Is this the outcome that a document names, by label, id or letter? */
export function isNamed({ outcome }: Assessment, stated: string): boolean {
  const wanted = stated.trim().toLowerCase();
  return [outcome.label, outcome.id, outcome.letter].some((name) => name.toLowerCase() === wanted);
}
