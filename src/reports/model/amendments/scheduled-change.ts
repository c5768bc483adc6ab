import type { MeasureVersion } from '../../../domain/measure/measure.ts';
import { formatLongDate } from '../../../domain/number/date.ts';
import type { TypedFigure } from '../../../domain/number/figure.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { type Proposal, proposalKindNames, proposalStateNames } from '../../../domain/proposal/proposal.ts';
import type { Outcome } from '../../../domain/status/outcome.ts';
import type { TargetRole } from '../../../domain/target/target.ts';
import { figureCell } from '../figure-cell.ts';
import { outcomeMark } from '../marks.ts';
import type { FigureCell, StatusMark } from '../report.ts';
import { listed } from '../sentence.ts';

/** A proposal as a schedule of amendments shows it. */
export interface ScheduledChange {
  proposal: Proposal;
  /** The measures concerned, as they were before. */
  measures: readonly MeasureVersion[];
  /** Code and name of the directorate that answers for the first of them. */
  directorate: { code: string; name: string };
  /** The measure whose targets it names; null where it names none. */
  version: MeasureVersion | null;
  targets: readonly {
    period: ReportingPeriod;
    role: TargetRole;
    was: TypedFigure | null;
    proposed: TypedFigure;
  }[];
  /** In the period of the schedule, without the change and with it. */
  effect: { now: readonly [Outcome, Outcome]; forecast: readonly [Outcome, Outcome] } | null;
}

/** One target that changes, or one change that names none, ready to print and still exact. */
export interface AmendmentRecord {
  proposal: number;
  /** `amend`, `combine`…; and in words. */
  kind: string;
  change: string;
  directorate: string;
  code: string;
  title: string;
  /** Code and label of the first quarter for which it holds. */
  from: string;
  fromLabel: string;
  /** Of which period, and which named value; null of a change that names no target. */
  about: string | null;
  was: FigureCell | null;
  proposed: FigureCell | null;
  /** What becomes of the measures; empty of an amendment. */
  becomes: string;
  reason: string;
  /** `Approved`, `Refused`, `Proposed`. */
  state: string;
  /** `Cabinet, 14 November 2018, CAB/18/112`; of one that waits `Cabinet, 13 February 2019`. */
  decision: string;
  /** What the statuses are without the change and with it; null where there is nothing to judge. */
  effect: { now: AmendedStatus; forecast: AmendedStatus } | null;
}

export interface AmendedStatus {
  without: StatusMark;
  with: StatusMark;
}

const NONE = { display: 'None', reason: 'noTarget' };
const roleWords: Readonly<Partial<Record<TargetRole, string>>> = { low: ', lowest', high: ', highest' };

/** A record for each target that a change names; one for a change that names none. */
export function amendmentRecords(change: ScheduledChange): AmendmentRecord[] {
  const { proposal, measures, directorate, version, targets, effect } = change;
  const { number, kind, from, reason, state } = proposal;
  const [first] = measures;
  const isNew = kind === 'new';
  const [result] = proposal.results;
  const record = {
    proposal: number,
    kind,
    change: proposalKindNames[kind],
    directorate: directorate.name,
    code: isNew ? (result?.code ?? '') : measures.map(({ code }) => code).join(', '),
    title: isNew
      ? (result?.title ?? '')
      : measures.map(({ title }) => title).join('; ') || (first?.title ?? ''),
    from,
    fromLabel: periodLabel(periodOf(from)),
    about: null,
    was: null,
    proposed: null,
    becomes: becomesInWords(proposal),
    reason,
    state: proposalStateNames[state],
    decision: decisionInWords(proposal),
    effect: effect === null ? null : { now: marks(effect.now), forecast: marks(effect.forecast) },
  };
  if (version === null || targets.length === 0) return [record];
  return targets.map(({ period, role, was, proposed }) => ({
    ...record,
    about: `${period.span === 'year' ? `Year end, ${period.code}` : periodLabel(period)}${roleWords[role] ?? ''}`,
    was: figureCell(was, version.unit, NONE),
    proposed: figureCell(proposed, version.unit, NONE),
  }));
}

const marks = ([without, then]: readonly [Outcome, Outcome]): AmendedStatus => ({
  without: outcomeMark(without),
  with: outcomeMark(then),
});

/** What becomes of the measures: they end, go on with a break, or begin. */
function becomesInWords({ kind, measures, results, meaning }: Proposal): string {
  const into = listed(results.map(({ code, title }) => `${code}, ${title}`));
  switch (kind) {
    case 'amend':
      return '';
    case 'retire':
      return 'It is no longer reported.';
    case 'define':
      return `It then means: ${meaning}`;
    case 'new':
      return 'It joins the scorecard.';
    case 'combine':
      return `They become one: ${into}.`;
    case 'split': {
      const stays = results.some(({ code }) => measures.includes(code));
      return `It becomes ${into}${stays ? ', with a break in its series' : ''}.`;
    }
  }
}

function decisionInWords({ decision, decider }: Proposal): string {
  if (decision !== null) return `${decision.by}, ${formatLongDate(decision.on)}, ${decision.reference}`;
  return decider.meets === null ? decider.name : `${decider.name}, ${formatLongDate(decider.meets)}`;
}

/** `Red, and would be Green`; of one that was approved `Red before, Green with it`. */
export const effectInWords = ({ without, with: then }: AmendedStatus, state: string): string => {
  if (without.outcome === then.outcome) {
    return `${without.label}, ${state === 'Approved' ? 'with it too' : 'and would stay so'}`;
  }
  return state === 'Approved'
    ? `${without.label} without it, ${then.label} with it`
    : `${without.label}, and would be ${then.label}`;
};
