import { comparabilities } from '../../../domain/measure/series-change.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { fieldOfTarget } from '../../../domain/proposal/content-problems.ts';
import type { ProposalContent, ProposalKind } from '../../../domain/proposal/proposal.ts';
import type { TargetRole } from '../../../domain/target/target.ts';
import type { FieldProblem } from '../../form-problems.tsx';
import { typedText } from '../../typed-form.ts';
import { typedDay } from '../../wording/typed-day.ts';

/** One place in which a target may be typed. */
export interface Slot {
  period: ReportingPeriod;
  role: TargetRole;
  slot: string;
}

/** Rows for the measures that come of a change; blank ones are left out. */
export const resultRows = (kind: ProposalKind): number =>
  ({ combine: 1, new: 1, split: 4, amend: 0, retire: 0, define: 0 })[kind];

/** What was typed into the second part of the form. */
export function typedProposal(
  form: URLSearchParams,
  about: { kind: ProposalKind; measures: readonly string[]; from: string },
  slots: readonly Slot[],
): { content: ProposalContent; problems: FieldProblem[] } {
  const meets = typedDay(typedText(form, 'meets'), 'The day on which it meets');
  const problems = 'problem' in meets ? [{ field: 'meets', message: meets.problem }] : [];
  const values = Object.fromEntries(
    slots.flatMap(({ period, role, slot }) => {
      const typed = typedText(form, fieldOfTarget(period.code, role)).slice(0, 200);
      return typed === '' ? [] : [[slot, typed]];
    }),
  );
  const results = Array.from({ length: resultRows(about.kind) }, (_, index) => ({
    code: typedText(form, `result-${index + 1}-code`).slice(0, 200),
    title: typedText(form, `result-${index + 1}-title`).slice(0, 1_000),
  })).filter(({ code, title }, index) => code !== '' || title !== '' || index === 0);
  return {
    content: {
      ...about,
      values,
      results,
      meaning: typedText(form, 'meaning'),
      comparable: comparabilities.find((one) => one === form.get('comparable')) ?? 'no',
      reason: typedText(form, 'reason'),
      decider: {
        kind: form.get('deciderKind') === 'person' ? 'person' : 'forum',
        name: typedText(form, 'decider').slice(0, 1_000),
        meets: 'problem' in meets ? null : meets.day,
      },
    },
    problems,
  };
}
