import { aspectGroups, NOTHING_WRITTEN } from '../../domain/comparison/as-printed.ts';
import { type Comparison, compareEvaluations, type Difference } from '../../domain/comparison/compare.ts';
import type { Evaluation } from '../../domain/evaluate.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { type Edition, isPublic } from '../../domain/round/edition.ts';
import type { Store } from '../../store/database.ts';
import { readEditions } from '../../store/editions.ts';
import { StoreProblem } from '../../store/problem.ts';
import { evaluationOf } from '../editions/frozen-inputs.ts';
import { inputsOf } from '../restatements/corrections-since.ts';
import { readEvaluation } from './read-evaluation.ts';

/** One side of a comparison: an edition, or a period as it is known now or was at a moment. */
export type Side = { kind: 'edition'; edition: Edition } | { kind: 'known'; asAt: string | null };

export interface ComparisonQuestion {
  authority: string;
  /** Of the sides that are no editions. */
  period: ReportingPeriod;
  /** Of the sides that are no editions; null for that of the edition beside them. */
  scorecard: string | null;
  before: Side;
  after: Side;
}

/** The editions that everybody may read and that show measures, the newest first: what can be compared. */
export const comparableEditions = async (
  db: Pick<Store, 'db'>,
  authority: string,
  now: string,
): Promise<Edition[]> =>
  (await readEditions(db, authority)).filter((each) => each.report !== 'cabinet' && isPublic(each, now));

/** What differs between two sides; or, in words, which of them there is not. */
export async function readComparison(
  store: Store,
  asked: ComparisonQuestion,
): Promise<Comparison | { side: 'before' | 'after' }> {
  const [edition] = [asked.before, asked.after].filter((side) => side.kind === 'edition');
  const question = { ...asked, scorecard: asked.scorecard ?? edition?.edition.scorecard ?? null };
  const before = await evaluationOn(store, question, question.before);
  if (before === null) return { side: 'before' };
  const after = await evaluationOn(store, question, question.after);
  if (after === null) return { side: 'after' };
  const comparison = compareEvaluations(before, after);
  return edition !== undefined
    ? { ...comparison, differences: comparison.differences.filter(isPrinted) }
    : comparison;
}

/** An edition keeps the texts of what it prints alone: that it has none says nothing of what was written. */
const isPrinted = ({ aspect, was, is }: Difference): boolean =>
  !aspectGroups.texts.some((text) => text === aspect) || (was !== NOTHING_WRITTEN && is !== NOTHING_WRITTEN);

async function evaluationOn(
  store: Store,
  { authority, period, scorecard }: ComparisonQuestion,
  side: Side,
): Promise<Evaluation | null> {
  if (side.kind === 'edition') {
    const inputs = await inputsOf(store, authority, side.edition.id);
    return inputs === null ? null : evaluationOf(inputs);
  }
  try {
    return await readEvaluation(store, { authority, period, scorecard, asAt: side.asAt });
  } catch (error) {
    const isUnknown = error instanceof StoreProblem && error.code === 'unknownAuthority';
    if (isUnknown || error instanceof RangeError) return null;
    throw error;
  }
}
