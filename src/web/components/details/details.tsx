import type { Content } from '../content.ts';

/** A fold: what not everybody needs. */
export function Details({
  summaryText,
  open = false,
  children,
}: {
  summaryText: Content;
  open?: boolean;
  children: Content;
}) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
