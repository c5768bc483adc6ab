import { type Attributes, type Content, classes as join } from '../content.ts';

export interface HintOptions {
  text: Content;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface HintProps extends Omit<HintOptions, 'text'> {
  id?: string | undefined;
  children?: Content;
}

export function Hint({ id, classes, attributes, children }: HintProps) {
  return (
    <div id={id} class={join('govuk-hint', classes)} {...attributes}>
      {children}
    </div>
  );
}
