import {
  type Attributes,
  type Content,
  isGiven,
  classes as join,
  type OrOptions,
  optionsOf,
} from '../content.ts';

export interface LegendOptions {
  text: Content;
  classes?: string | undefined;
  /** The legend is the heading of the page: it stands in an h1. */
  isPageHeading?: boolean | undefined;
}

export interface FieldsetOptions {
  legend: OrOptions<LegendOptions>;
  classes?: string | undefined;
  role?: string | undefined;
  describedBy?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface FieldsetProps extends FieldsetOptions {
  children?: Content;
}

export function Fieldset({ legend, classes, role, describedBy, attributes, children }: FieldsetProps) {
  return (
    <fieldset
      class={join('govuk-fieldset', classes)}
      role={role as 'group' | undefined}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      {isGiven(legend) ? <Legend {...optionsOf(legend)} /> : null}
      {children}
    </fieldset>
  );
}

function Legend({ text, classes, isPageHeading }: LegendOptions) {
  return (
    <legend class={join('govuk-fieldset__legend', classes)}>
      {isPageHeading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
    </legend>
  );
}
