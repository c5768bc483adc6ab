import { type HeldFindings, warningsOf } from '../../domain/commentary/checks/dismissal.ts';
import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { predecessor } from '../../domain/period/relate.ts';
import { emptyContent } from '../../domain/round/update.ts';
import type { Store } from '../../store/database.ts';
import type { Acting } from '../round/acting.ts';
import { contentDoubts } from '../round/content-doubts.ts';
import { evaluateUpdates } from './evaluate-update.ts';
import { findingsOf, noFindings } from './findings.ts';
import { type MyWork, myWork, type WorkLine } from './my-work.ts';

/** One update that waits for somebody's approval, with what changed since the period before. */
export interface QueuedUpdate {
  line: WorkLine;
  now: EvaluatedMeasure;
  before: EvaluatedMeasure | null;
  doubts: readonly string[];
  /** Where the words disagree with the figures, and what was said to that. */
  findings: HeldFindings;
  /** On target, status and forecast status as they were, nothing odd: several of these may be approved at once. */
  plain: boolean;
}

/** What waits for somebody, in due order. */
export async function approvalQueue(
  db: Pick<Store, 'db'>,
  acting: Acting,
): Promise<{ queue: readonly QueuedUpdate[]; people: MyWork['people'] }> {
  const { toApprove, people } = await myWork(db, acting);
  const queue: QueuedUpdate[] = [];
  for (const period of new Set(toApprove.map(({ round }) => round.period))) {
    const lines = toApprove.filter(({ round }) => round.period === period);
    const contents = new Map(lines.map(({ code, standing }) => [code, standing.content]));
    const past = new Map([...contents.keys()].map((code) => [code, null]));
    const now = await evaluateUpdates(db, acting, period, contents);
    const round = lines[0]?.round ?? null;
    const found = await findingsOf(db, acting, period, round, now);
    const before = await evaluateUpdates(db, acting, predecessor(periodOf(period)).code, past);
    for (const line of lines) {
      const judged = now.get(line.code)?.measure;
      if (judged === undefined) continue;
      const was = before.get(line.code)?.measure ?? null;
      const doubts = contentDoubts(line.standing.content ?? emptyContent, judged.snapshot);
      const findings = found.get(line.code) ?? noFindings;
      const mine = line.standing.authors.includes(acting.person.id);
      const plain = !mine && warningsOf(findings).length === 0 && isPlain(judged, was, doubts);
      queue.push({ line, now: judged, before: was, doubts, findings, plain });
    }
  }
  return { queue, people };
}

/** Whether the figures of an update let it be approved with others in one go; its words must bear no warning either. */
export const isPlain = (
  now: EvaluatedMeasure,
  before: EvaluatedMeasure | null,
  doubts: readonly string[],
): boolean =>
  before !== null &&
  doubts.length === 0 &&
  now.status.outcome.countsAsOnTarget &&
  now.status.outcome.id === before.status.outcome.id &&
  now.forecastStatus.outcome.countsAsOnTarget &&
  now.forecastStatus.outcome.id === before.forecastStatus.outcome.id;
