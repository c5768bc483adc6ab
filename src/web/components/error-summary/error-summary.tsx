import type { Content } from '../content.ts';

export interface ErrorSummaryProps {
  titleText?: string;
  errorList: readonly { text: Content; href?: string }[];
}

/** All that is wrong, at the top of the page, each leading to its field. */
export function ErrorSummary({ titleText = 'There is a problem', errorList }: ErrorSummaryProps) {
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{titleText}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errorList.map(({ text, href }) => (
              <li key={href}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
