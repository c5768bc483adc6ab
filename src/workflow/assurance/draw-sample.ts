import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { drawSample, MOST_SAMPLED } from '../../domain/assurance/sample.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { addSample, type Sample } from '../../store/assurance.ts';
import type { Store } from '../../store/database.ts';
import { inTransaction } from '../../store/transaction.ts';
import { readEvaluation } from '../queries/read-evaluation.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

/** Which figures internal audit wants to test: drawn by a seed, or chosen. */
export interface SampleWanted {
  period: ReportingPeriod;
  /** Code; null for the widest. */
  scorecard: string | null;
  /** Codes that were chosen; empty to draw. */
  chosen: readonly string[];
  /** How many to draw, as typed, and the words that fix the draw. */
  size: string;
  seed: string;
  reason: string | null;
}

/**
 * Draws or takes a sample of the figures of a period and keeps it, so that nobody can say later that another was meant.
 * Only figures that there are can be tested.
 */
export async function takeSample(store: Store, acting: Acting, wanted: SampleWanted): Promise<string> {
  mustBeAllowed(acting, 'testFigures', null, null);
  const { authority, now, person } = acting;
  const { period, scorecard } = wanted;
  const { snapshot } = await readEvaluation(store, { authority, period, scorecard, asAt: null }).catch(
    (error: unknown) => {
      if (error instanceof RangeError) throw new Refused('notNow', error.message);
      throw error;
    },
  );
  const held = snapshot.measures.flatMap(({ version, position }) =>
    position.figure.kind === 'missing' ? [] : [version.code],
  );
  const problems = wantedProblems(wanted, held);
  if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
  const seed = wanted.chosen.length > 0 ? null : wanted.seed.trim();
  const measures = seed === null ? wanted.chosen : drawSample(held, Number(wanted.size), seed, sha256);
  const sample: Sample = {
    id: v7(),
    period: period.code,
    scorecard: snapshot.scorecard.code,
    seed,
    measures: [...new Set(measures)],
    reason: wanted.reason,
    person: person.id,
    at: now,
  };
  await inTransaction(store, (tx) =>
    addSample(tx, authority, sample, {
      recordedAt: now,
      actor: person.id,
      actingAs: roleFor(acting, 'testFigures', null, null),
      reason: wanted.reason,
    }),
  );
  return sample.id;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function wantedProblems({ chosen, size, seed }: SampleWanted, held: readonly string[]) {
  const problems: { field: string; message: string }[] = [];
  if (held.length === 0) {
    problems.push({
      field: 'period',
      message: 'No figure is recorded for this period, so there is none to test',
    });
  }
  const unknown = chosen.filter((code) => !held.includes(code));
  if (unknown.length > 0) {
    problems.push({ field: 'chosen', message: `There is no figure of ${unknown.join(', ')} in this period` });
  }
  if (chosen.length > MOST_SAMPLED) {
    problems.push({ field: 'chosen', message: `Choose ${MOST_SAMPLED} measures or fewer` });
  }
  if (chosen.length > 0) return problems;
  if (!/^\d{1,3}$/.test(size.trim()) || Number(size) < 1 || Number(size) > MOST_SAMPLED) {
    problems.push({
      field: 'size',
      message: `How many must be a whole number from 1 to ${MOST_SAMPLED}, or tick the measures to test`,
    });
  }
  if (seed.trim() === '') {
    problems.push({
      field: 'seed',
      message:
        'Enter words or a number for the draw, like the date and your name: with them anybody can draw the same again',
    });
  }
  return problems;
}
