import { type Attributes, type Content, classes as join } from '../content.ts';

export interface ErrorSummaryProps {
  titleText?: Content;
  /** Before the list, where the mistakes alone do not say what to do. */
  descriptionText?: Content;
  errorList: readonly { text: Content; href?: string | undefined; attributes?: Attributes | undefined }[];
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

/** All that is wrong, at the top of the page, each leading to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { titleText = 'There is a problem', descriptionText, errorList, classes, attributes } = props;
  return (
    <div class={join('govuk-error-summary', classes)} data-module="govuk-error-summary" {...attributes}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{titleText}</h2>
        <div class="govuk-error-summary__body">
          {descriptionText ? <p>{descriptionText}</p> : null}
          {errorList.length === 0 ? null : (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map(({ text, href, attributes: ofLink }, index) => (
                <li key={index}>
                  {href ? (
                    <a href={href} {...ofLink}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
