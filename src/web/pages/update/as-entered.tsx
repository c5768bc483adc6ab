import { isMissingReason, missingInWords } from '../../../domain/number/missing-words.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import type { FieldProblem } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { EvidenceList } from './evidence-list.tsx';
import { isEmpty, PartFindings } from './findings.tsx';
import { Judged } from './judged.tsx';
import { partNames } from './texts.tsx';
import { updateAddress } from './update-address.ts';

interface AsEnteredProps {
  asked: Asked;
  view: UpdateView;
  problems: readonly FieldProblem[];
}

/** An update as it stands, for somebody who reads it. */
export function AsEntered({ asked, view, problems }: AsEnteredProps) {
  const { content, judged, line, people, mayDismiss } = view;
  const figure = line.version.periodBasis === 'toDate' ? content.toDate : content.actual;
  const absent = isMissingReason(content.noFigure) ? missingInWords(content.noFigure) : '';
  const rows = [
    ['Actual', figure || absent || 'Nothing entered yet'],
    [
      'Numerator and denominator',
      content.numerator === '' ? '' : `${content.numerator} of ${content.denominator}`,
    ],
    ['Forecast', content.forecast || 'Nothing entered yet'],
    ['Note', content.note],
  ] as const;
  return (
    <>
      <dl class="govuk-summary-list">
        {rows
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div class="govuk-summary-list__row" key={name}>
              <dt class="govuk-summary-list__key">{name}</dt>
              <dd class="govuk-summary-list__value">{text}</dd>
            </div>
          ))}
      </dl>
      {judged === null ? null : (
        <section class="ot-panel" aria-label="What these figures come to">
          <Judged judged={judged} />
        </section>
      )}
      {commentaryParts.map((part) => (
        <section key={part} aria-labelledby={part}>
          <h2 class="govuk-heading-s" id={part}>
            {partNames[part]}
          </h2>
          <p class="govuk-body ot-pre">{content.texts[part] || 'Nothing written.'}</p>
          {judged === null || isEmpty(judged.findings, part) ? null : (
            <form method="post" action={updateAddress(view)} noValidate>
              {mayDismiss ? <Token asked={asked} /> : null}
              <PartFindings
                part={part}
                held={judged.findings}
                people={people}
                timeZone={asked.authority.timeZone}
                answers={mayDismiss ? { form: asked.form, problems } : null}
              />
            </form>
          )}
        </section>
      ))}
      <h2 class="govuk-heading-s">Evidence</h2>
      <EvidenceList view={view} />
    </>
  );
}
