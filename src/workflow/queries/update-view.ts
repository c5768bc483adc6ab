import type { HeldFindings } from '../../domain/commentary/checks/dismissal.ts';
import { plainText } from '../../domain/commentary/plain-text.ts';
import type { CommentaryPart } from '../../domain/commentary/text-tree.ts';
import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import type { Person } from '../../domain/organisation/person.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { predecessor } from '../../domain/period/relate.ts';
import { can } from '../../domain/permission/can.ts';
import { relationTo } from '../../domain/permission/relation.ts';
import type { Evidence } from '../../domain/round/evidence.ts';
import { updateRefusal } from '../../domain/round/guards.ts';
import { emptyContent, type UpdateContent, type UpdateRecord } from '../../domain/round/update.ts';
import { commentaryParts } from '../../domain/status/outcome.ts';
import type { Sparkline } from '../../reports/model/report.ts';
import { sparkline } from '../../reports/model/sparkline.ts';
import type { Store } from '../../store/database.ts';
import { readEvidence } from '../../store/evidence.ts';
import { factsIn } from '../../store/read-facts.ts';
import { readUpdateRecords } from '../../store/rounds.ts';
import type { Acting } from '../round/acting.ts';
import { contentDoubts } from '../round/content-doubts.ts';
import { type CommitmentsOfUpdate, commitmentsOfUpdate } from './commitments-of-update.ts';
import { evaluateUpdate } from './evaluate-update.ts';
import { findingsOf, noFindings } from './findings.ts';
import { roundOverview, type UpdateLine } from './round-overview.ts';
import { type SetUpNow, setUpIn } from './set-up-now.ts';

/** Everything the page of one update shows. */
export interface UpdateView {
  line: UpdateLine;
  period: ReportingPeriod;
  content: UpdateContent;
  judged: Judgement | null;
  /** The texts of the period before, as plain text; '' where there are none. */
  then: Readonly<Record<CommentaryPart, string>>;
  thenPeriod: ReportingPeriod;
  evidence: readonly Evidence[];
  /** What was promised for the measure, and what these texts promise. */
  commitments: CommitmentsOfUpdate;
  records: readonly UpdateRecord[];
  people: ReadonlyMap<string, Person>;
  /** Why this person cannot enter it now; null where they can. */
  closed: string | null;
  mayWithdraw: boolean;
  mayDismiss: boolean;
}

/** What the figures come to. */
export interface Judgement {
  measure: EvaluatedMeasure;
  chart: Sparkline;
  /** Questions about what was typed; never errors. */
  doubts: readonly string[];
  /** Where the words disagree with the figures, and what was said to that. */
  findings: HeldFindings;
}

/** One update with what was typed laid over it; null where the round does not collect the measure. */
export async function updateView(
  db: Pick<Store, 'db'>,
  acting: Acting,
  { period, measure }: { period: string; measure: string },
  typed: UpdateContent | null = null,
  setUp: SetUpNow = setUpIn(db, acting.authority),
): Promise<UpdateView | null> {
  const overview = await roundOverview(db, acting.authority, period, acting.today, [measure], setUp);
  const line = overview?.lines[0];
  if (overview === null || line === undefined) return null;
  const content = typed ?? line.standing.content ?? emptyContent;
  const thenPeriod = predecessor(periodOf(period));
  const [judged, then, evidence, records, commitments] = await Promise.all([
    judgement(db, acting, { period, measure }, content, setUp),
    textsOf(db, acting.authority, thenPeriod, measure),
    readEvidence(db, acting.authority, period, measure),
    readUpdateRecords(db, acting.authority, period, measure),
    commitmentsOfUpdate(db, acting, { period, measure }, content.texts),
  ]);
  const relation = relationTo({
    person: acting.person,
    responsibility: line.responsibility,
    directorate: line.version.directorate,
    absences: overview.absences,
    today: acting.today,
  });
  const { state } = line.standing;
  const levels = overview.levels.map(({ id }) => id);
  const refused = (verb: 'save' | 'withdraw') =>
    updateRefusal(
      overview.round,
      line.standing,
      {
        verb,
        person: acting.person.id,
        isPerformanceTeam: acting.actors.includes('performanceTeam'),
        measure,
        today: acting.today,
      },
      levels,
    );
  const mayEnter = can(acting.actors, 'enterUpdate', { relation, state });
  return {
    line,
    period: periodOf(period),
    content,
    judged,
    then,
    thenPeriod,
    evidence,
    commitments,
    records,
    people: overview.people,
    closed: refused('save') ?? (mayEnter ? null : 'You can read this update. Its owner enters it.'),
    mayWithdraw: refused('withdraw') === null && can(acting.actors, 'withdrawUpdate', { relation, state }),
    mayDismiss: can(acting.actors, 'dismissFinding', { relation, state }),
  };
}

/** What figures and texts come to, as typed; null where the measure is not there in the period. */
export async function judgement(
  db: Pick<Store, 'db'>,
  acting: Acting,
  { period, measure }: { period: string; measure: string },
  content: UpdateContent,
  setUp: SetUpNow = setUpIn(db, acting.authority),
): Promise<Judgement | null> {
  const judged = await evaluateUpdate(db, acting, period, measure, content);
  if (judged === null) return null;
  const { snapshot } = judged.measure;
  const round = await setUp.round(period);
  const found = await findingsOf(db, acting, period, round, new Map([[measure, judged]]), setUp);
  return {
    measure: judged.measure,
    chart: sparkline(snapshot),
    doubts: contentDoubts(content, snapshot),
    findings: found.get(measure) ?? noFindings,
  };
}

async function textsOf(
  db: Pick<Store, 'db'>,
  authority: string,
  period: ReportingPeriod,
  measure: string,
): Promise<Record<CommentaryPart, string>> {
  const facts = await factsIn(db, { authority, periods: [period.code], measures: [measure] });
  const texts = commentaryParts.map((part) => {
    const last = facts.commentaries.findLast((one) => one.part === part && one.period === period.code);
    return [part, last === undefined ? '' : plainText(last.text.tree)] as const;
  });
  return Object.fromEntries(texts) as Record<CommentaryPart, string>;
}
