import type { Evaluation } from '../../domain/evaluate.ts';
import { dayIn } from '../../domain/period/of-day.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { successor, yearOf } from '../../domain/period/relate.ts';
import { proposalOf } from '../../domain/proposal/proposal.ts';
import type { ScheduledChange } from '../../reports/model/amendments/scheduled-change.ts';
import type { Store } from '../../store/database.ts';
import { readProposalRecords } from '../../store/proposals.ts';
import { readMeasureVersions, readUnits } from '../../store/read-set-up.ts';
import { contentOf } from '../proposals/propose.ts';
import { previewProposal } from './proposal-preview.ts';
import { partsOf } from './proposals.ts';
import { type EvaluationQuestion, readEvaluation } from './read-evaluation.ts';

const SHOWN = new Set(['proposed', 'approved', 'refused']);

/**
 * The changes that belong to the review after a period: those of its year that had been put forward by the end of the
 * next period, with what has become of them. Drafts and what was withdrawn are not among them.
 */
export async function readAmendments(
  store: Store,
  question: EvaluationQuestion,
): Promise<{ evaluation: Evaluation; changes: ScheduledChange[] }> {
  const { authority, period, asAt } = question;
  const evaluation = await readEvaluation(store, question);
  const records = await readProposalRecords(store, authority, { asAt });
  const versions = await readMeasureVersions(store, authority);
  const units = await readUnits(store, authority);
  const { timeZone } = evaluation.snapshot.authority;
  const changes: ScheduledChange[] = [];
  for (const some of records.values()) {
    const proposal = proposalOf(some);
    if (proposal === null || !SHOWN.has(proposal.state)) continue;
    if (!isOfReview(dayIn(proposal.proposedAt, timeZone), period)) continue;
    const { measures, directorates } = partsOf(proposal, versions, units);
    const preview = await previewProposal(
      store,
      authority,
      contentOf(proposal),
      proposal.decision?.recordedAt ?? null,
      period,
    );
    const judged = preview?.periods.find((one) => one.period.code === period.code);
    const [directorate] = directorates;
    changes.push({
      proposal,
      measures,
      directorate: directorate ?? { code: '', name: 'No directorate' },
      version: preview?.version ?? null,
      targets: (preview?.targets ?? []).flatMap(({ period: of, role, was, proposed }) =>
        proposed === null ? [] : [{ period: of, role, was: was?.figure ?? null, proposed }],
      ),
      effect:
        judged === undefined
          ? null
          : {
              now: [judged.now.status.outcome, judged.proposed.status.outcome],
              forecast: [judged.now.forecastStatus.outcome, judged.proposed.forecastStatus.outcome],
            },
    });
  }
  return { evaluation, changes };
}

/** Whether a day lies in the year of a period, and not after the period that follows it. */
const isOfReview = (day: string, period: ReportingPeriod): boolean =>
  yearOf(period).start <= day && day <= successor(period).end;
