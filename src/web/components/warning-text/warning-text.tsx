import { type Attributes, type Content, classes as join } from '../content.ts';

interface WarningTextProps {
  children: Content;
  /** Said before it by screen readers. */
  iconFallbackText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

/** What cannot be taken back, before it is done. */
export const WarningText = ({
  children,
  iconFallbackText = 'Warning',
  classes,
  attributes,
}: WarningTextProps) => (
  <div class={join('govuk-warning-text', classes)} {...attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{iconFallbackText}</span> {children}
    </strong>
  </div>
);
