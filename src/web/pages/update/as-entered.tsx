import { isMissingReason, missingInWords } from '../../../domain/number/missing-words.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { EvidenceList } from './evidence-list.tsx';
import { Judged } from './judged.tsx';
import { partNames } from './texts.tsx';

/** An update as it stands, for somebody who reads it. */
export function AsEntered({ view }: { view: UpdateView }) {
  const { content, judged, line } = view;
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
        </section>
      ))}
      <h2 class="govuk-heading-s">Evidence</h2>
      <EvidenceList view={view} />
    </>
  );
}
