import type { RenderedFile, Renderer, Report } from '../../reports/model/report.ts';
import { StoreProblem } from '../../store/problem.ts';
import type { Known } from '../remembered/known-now.ts';
import { topics } from '../remembered/topics.ts';
import type { EvaluationQuestion } from './read-evaluation.ts';
import { type DocumentKind, readReport } from './read-report.ts';

/** What is asked for: figures as they were known at a past moment. */
export type PastQuestion = EvaluationQuestion & { asAt: string };

/** A report as known at a past moment; null where there was no such scorecard then, or nothing at all was known. */
export async function reportAsKnown(
  known: Known,
  kind: DocumentKind,
  question: PastQuestion,
): Promise<Report | null> {
  try {
    return await readReport(known.store, kind, question, null, question.asAt);
  } catch (error) {
    if (error instanceof RangeError) return null;
    if (error instanceof StoreProblem && error.code === 'unknownAuthority') return null;
    throw error;
  }
}

/**
 * The same as a file. Of a moment that is over it is kept for a while: one that took long is there when its reader
 * comes back for it.
 */
export function reportFileAsKnown(
  known: Known,
  kind: DocumentKind,
  question: PastQuestion,
  format: string,
  render: () => Promise<Renderer>,
  now: string,
): Promise<RenderedFile | null> {
  const work = async () => {
    const report = await reportAsKnown(known, kind, question);
    return report === null ? null : (await render())(report);
  };
  if (question.asAt >= now) return work();
  const key = `report ${kind} ${question.period.code} ${question.scorecard ?? ''} ${question.asAt} ${format}`;
  return known.recall({ key, of: topics, many: true, work });
}
