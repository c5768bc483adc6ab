import { type Attributes, type Content, classes as join } from '../content.ts';

interface InsetTextProps {
  children: Content;
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

export const InsetText = ({ children, id, classes, attributes }: InsetTextProps) => (
  <div id={id} class={join('govuk-inset-text', classes)} {...attributes}>
    {children}
  </div>
);
