import { type Attributes, type Content, classes as join } from '../content.ts';

export interface LabelOptions {
  text: Content;
  classes?: string | undefined;
  /** The label is the heading of the page: it stands in an h1. */
  isPageHeading?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export interface LabelProps extends Omit<LabelOptions, 'text'> {
  /** The id of the control. */
  for: string;
  children: Content;
}

export function Label({ for: control, classes, isPageHeading, attributes, children }: LabelProps) {
  const label = (
    <label class={join('govuk-label', classes)} for={control} {...attributes}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
