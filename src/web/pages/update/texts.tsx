import type { CommentaryPart } from '../../../domain/commentary/text-tree.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { Button } from '../../components/button/button.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import type { FieldProblem } from '../../form-problems.tsx';
import { keysOf, PartFindings } from './findings.tsx';

interface TextsProps {
  view: UpdateView;
  timeZone: string;
  answers: { form: URLSearchParams; problems: readonly FieldProblem[] };
  messageOf: (field: string) => string | undefined;
}

export const partNames: Readonly<Record<CommentaryPart, string>> = {
  context: 'Context for current performance',
  actions: 'Improvement actions taken',
  intervention: 'Intervention or review',
};

/** The three texts, each beside what it said last time. */
export function Texts({ view, timeZone, answers, messageOf }: TextsProps) {
  const { judged, then, thenPeriod, content, people } = view;
  const held = judged?.findings ?? null;
  const outcomes =
    judged === null ? [] : [judged.measure.status.outcome, judged.measure.forecastStatus.outcome];
  return (
    <>
      {commentaryParts.map((part) => {
        const asking = outcomes.find(({ needsCommentary }) => needsCommentary.includes(part));
        return (
          <div class="ot-beside" key={part}>
            <div>
              <Textarea
                name={part}
                rows={8}
                label={{
                  text: asking === undefined ? `${partNames[part]} (optional)` : partNames[part],
                  classes: 'govuk-label--s',
                }}
                hint={prompt(
                  part,
                  asking?.label ?? null,
                  outcomes.some(({ isException }) => isException),
                )}
                value={content.texts[part]}
                errorMessage={messageOf(part)}
              />
              <div data-findings={part} data-keys={held === null ? '' : keysOf(held, part)}>
                {held === null ? null : (
                  <PartFindings
                    part={part}
                    held={held}
                    people={people}
                    timeZone={timeZone}
                    answers={answers}
                  />
                )}
              </div>
            </div>
            <div class="ot-beside__then">
              <h3 class="govuk-heading-s">
                {periodLabel(thenPeriod)}
                <span class="govuk-visually-hidden">: {partNames[part]}</span>
              </h3>
              {then[part] === '' ? (
                <p class="govuk-body-s">Nothing was written.</p>
              ) : (
                <>
                  <p class="govuk-body-s ot-pre">{then[part]}</p>
                  <Button classes="govuk-button--secondary" name="do" value={`start-${part}`}>
                    Start from this
                    <span class="govuk-visually-hidden">: {partNames[part]}</span>
                  </Button>
                </>
              )}
            </div>
          </div>
        );
      })}
    </>
  );
}

/** What to write, fitted to how the measure stands. */
function prompt(part: CommentaryPart, status: string | null, off: boolean): string {
  switch (part) {
    case 'context':
      return status !== null && off
        ? `Why is it ${status}? Give the cause, and figures that show it`
        : 'What lies behind the figure, and whether it will last';
    case 'actions':
      return off
        ? 'What has been done to put it right, by whom, and by when it should show'
        : 'Anything done that others could learn from';
    case 'intervention':
      return off
        ? 'Who looks at it next (directorate team, leadership team, scrutiny), and when'
        : 'Only where somebody is looking at it';
  }
}
