import { type Attributes, type Content, classes as join } from '../content.ts';

interface TagProps {
  children: Content;
  /** `govuk-tag--grey` and its like. Never for the status of a measure: their colours are too pale to tell apart. */
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A word about a thing: "Draft". */
export const Tag = ({ children, classes, attributes }: TagProps) => (
  <strong class={join('govuk-tag', classes)} {...attributes}>
    {children}
  </strong>
);
