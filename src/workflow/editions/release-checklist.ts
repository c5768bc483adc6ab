import type { HeldFindings } from '../../domain/commentary/checks/dismissal.ts';
import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import { formatLongDate } from '../../domain/number/date.ts';
import type { DueCommitment } from '../../reports/model/cover/commitments-due.ts';
import type { RoundOverview, UpdateLine } from '../queries/round-overview.ts';
import { figureItems } from './checklist-figures.ts';
import { asLine, type ChecklistItem, counted, item, measuresAre, some } from './checklist-item.ts';
import { foundInTexts, missingTexts } from './checklist-texts.ts';

/** What is to be released, as far as it can be checked. */
export interface Candidate {
  overview: RoundOverview | null;
  /** Measures that the report would show, judged. */
  shown: readonly EvaluatedMeasure[];
  /** All measures of the scorecard, without those that stay out. */
  measures: readonly EvaluatedMeasure[];
  /** Codes of the measures that stay out of public editions. */
  exempt: readonly string[];
  /** Exceptions of the scorecard that the report, as it was chosen, does not show. */
  leftOut: readonly EvaluatedMeasure[];
  /** Codes of measures that go out although nobody has approved them, and say so. */
  provisional: readonly string[];
  today: string;
  /** What the checks found in the texts as they would be printed, and what was said to it, by measure. */
  findings: ReadonlyMap<string, HeldFindings>;
  /** What was promised for measures of the scorecard and should have been done by today. */
  overdue: readonly Pick<DueCommitment, 'measure' | 'measureTitle' | 'what' | 'due'>[];
}

/**
 * What stands in the way of an edition for others than the leadership team, and what its maker should look at again.
 * Errors come first. An item marked provisional is neither missing its approval nor its texts.
 */
export function releaseChecklist(candidate: Candidate): ChecklistItem[] {
  const all = [
    ...roundItems(candidate),
    ...leftOutItem(candidate),
    ...figureItems(candidate.measures),
    ...missingTexts(
      candidate.measures.filter(({ snapshot }) => !candidate.provisional.includes(snapshot.version.code)),
    ),
    ...foundInTexts(candidate.shown, candidate.findings),
    ...overdueItem(candidate),
  ];
  return (['error', 'warning', 'advice'] as const).flatMap((wanted) =>
    all.filter(({ severity }) => severity === wanted),
  );
}

/** Updates that nobody has approved, among the measures that would go out. */
export function unapproved({ overview, measures }: Pick<Candidate, 'overview' | 'measures'>): UpdateLine[] {
  const codes = new Set(measures.map(({ snapshot }) => snapshot.version.code));
  return (overview?.lines ?? []).filter(
    ({ code, standing }) => codes.has(code) && standing.state !== 'approved',
  );
}

function roundItems(candidate: Candidate): ChecklistItem[] {
  const { overview, provisional, exempt, today } = candidate;
  if (overview === null) {
    return [
      item('noRound', 'warning', 'No round was run for this period: the figures come from imports alone.', {
        remedy: 'Say who has checked and approved them.',
      }),
      ...provisionalItem(candidate),
    ];
  }
  const { round } = overview;
  const lines = new Map(overview.lines.map((line) => [line.code, line]));
  const waiting = unapproved(candidate);
  const open = waiting.filter(({ code }) => !provisional.includes(code));
  const extended = waiting.filter(({ extension }) => extension !== null && extension.until >= today);
  const asMeasure = (line: UpdateLine, detail: string) => ({
    code: line.code,
    title: line.version.title,
    detail,
  });
  const reopened = [...round.reopened].flatMap(([code, { reason }]) => {
    const line = lines.get(code);
    return line === undefined ? [] : [asMeasure(line, reason)];
  });
  return [
    ...some('roundNotFrozen', 'error', round.state === 'frozen' || round.state === 'published' ? 0 : 1, {
      sentence: () => 'The round has not been frozen, so its figures can still change.',
      remedy: 'Close and freeze the round, or make a draft.',
    }),
    ...some('notFrozenAgain', 'error', reopened.length, {
      sentence: (count) => `${measuresAre(count)} open again since the freeze.`,
      remedy: 'Freeze the round again: an edition has the figures as they were at the freeze.',
      measures: reopened,
    }),
    ...some('notApproved', 'error', open.length, {
      sentence: (count) => `${measuresAre(count)} not approved.`,
      remedy: 'Have them approved, mark them provisional, or exempt them from publication.',
      measures: open.map((line) => asMeasure(line, line.standing.state)),
    }),
    ...provisionalItem(candidate),
    ...some('extension', 'warning', extended.length, {
      sentence: (count) =>
        `${counted(count)} still ${count === 1 ? 'has' : 'have'} an extension that has not ended.`,
      remedy: 'Say why the report does not wait for them.',
      measures: extended.map((line) => asMeasure(line, line.extension?.reason ?? '')),
    }),
    ...some('exempt', 'warning', exempt.length, {
      sentence: (count) =>
        `${measuresAre(count)} exempt and stay${count === 1 ? 's' : ''} out of this edition.`,
      remedy: 'Say that this still holds.',
      measures: exempt.map((code) => ({
        code,
        title: lines.get(code)?.version.title ?? '',
        detail: round.exempt.get(code)?.reason ?? '',
      })),
    }),
  ];
}

function provisionalItem({ measures, provisional }: Candidate): ChecklistItem[] {
  const marked = measures.filter(({ snapshot }) => provisional.includes(snapshot.version.code));
  return some('provisional', 'warning', marked.length, {
    sentence: (count) => `${measuresAre(count)} marked provisional: nobody has approved what is printed.`,
    remedy: 'Say why they cannot wait.',
    measures: marked.map((each) => asLine(each, '')),
  });
}

/** A narrowed report must not lose an exception without anybody saying so. */
function leftOutItem({ leftOut }: Candidate): ChecklistItem[] {
  return some('exceptionsLeftOut', 'warning', leftOut.length, {
    sentence: (count) =>
      `${measuresAre(count)} off target now or in forecast, and not in this report as it was chosen.`,
    remedy: 'Choose them too, or say where they are reported.',
    measures: leftOut.map((each) =>
      asLine(each, `${each.status.outcome.label} now; forecast ${each.forecastStatus.outcome.label}`),
    ),
  });
}

/** What was promised and is late: the report goes to those who were promised it. */
function overdueItem({ overdue }: Candidate): ChecklistItem[] {
  const late = new Map<string, { code: string; title: string; detail: string }>();
  for (const { measure, measureTitle, what, due } of overdue) {
    const said = `${what.replace(/\.$/, '')}, due ${formatLongDate(due)}`;
    const before = late.get(measure)?.detail;
    const detail = before === undefined ? said : `${before}; ${said}`;
    late.set(measure, { code: measure, title: measureTitle, detail });
  }
  return some('commitmentsOverdue', 'warning', overdue.length, {
    sentence: (count) => `${count} ${count === 1 ? 'commitment is' : 'commitments are'} overdue.`,
    remedy: 'Have them discharged or given another date, or say what the meeting will be told.',
    measures: [...late.values()],
  });
}
