import { type Attributes, type Content, classes as join } from '../content.ts';

interface DetailsProps {
  summaryText: Content;
  open?: boolean;
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  children: Content;
}

/** A fold: what not everybody needs. */
export const Details = ({ summaryText, open = false, id, classes, attributes, children }: DetailsProps) => (
  <details id={id} class={join('govuk-details', classes)} open={open} {...attributes}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summaryText}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
);
