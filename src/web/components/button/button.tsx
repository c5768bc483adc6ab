import { type Attributes, type Content, classes as join } from '../content.ts';

interface CommonProps {
  children: Content;
  id?: string | undefined;
  classes?: string | undefined;
  isStartButton?: boolean | undefined;
  attributes?: Attributes | undefined;
}

/** A link that looks like a button and leads somewhere. */
interface LinkProps extends CommonProps {
  href: string;
}

interface ButtonElementProps extends CommonProps {
  href?: undefined;
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  preventDoubleClick?: boolean | undefined;
}

export type ButtonProps = LinkProps | ButtonElementProps;

export function Button(props: ButtonProps) {
  const { id, children, isStartButton, attributes } = props;
  const shared = {
    class: join('govuk-button', props.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id,
    ...attributes,
  };
  const content = (
    <>
      {isStartButton && typeof children !== 'string' ? <span>{children}</span> : children}
      {isStartButton ? <StartIcon /> : null}
    </>
  );
  if (props.href !== undefined) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: the design system's link button.
      <a href={props.href} role="button" draggable={false} {...shared}>
        {content}
      </a>
    );
  }
  const { type = 'submit', name, value, disabled = false, preventDoubleClick } = props;
  return (
    <button
      type={type}
      value={value}
      name={name}
      {...(disabled ? { disabled: true, 'aria-disabled': true } : {})}
      data-prevent-double-click={preventDoubleClick}
      {...shared}
    >
      {content}
    </button>
  );
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}

/** Several buttons and links beside each other. */
export function ButtonGroup({ children, classes }: { children: Content; classes?: string | undefined }) {
  return <div class={join('govuk-button-group', classes)}>{children}</div>;
}
