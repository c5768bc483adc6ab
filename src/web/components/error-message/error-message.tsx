import { type Attributes, type Content, classes as join } from '../content.ts';

export interface ErrorMessageOptions {
  text: Content;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  /** Said before the message by screen readers; "Error" unless given, nothing where empty. */
  visuallyHiddenText?: string | undefined;
}

export interface ErrorMessageProps extends Omit<ErrorMessageOptions, 'text'> {
  id?: string | undefined;
  children: Content;
}

export function ErrorMessage(props: ErrorMessageProps) {
  const { id, classes, attributes, visuallyHiddenText = 'Error', children } = props;
  return (
    <p id={id} class={join('govuk-error-message', classes)} {...attributes}>
      {visuallyHiddenText === '' ? null : (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {children}
    </p>
  );
}
