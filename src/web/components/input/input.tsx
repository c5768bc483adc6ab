import {
  type Attributes,
  type Content,
  isGiven,
  classes as join,
  type OrOptions,
  optionsOf,
} from '../content.ts';
import { describedByOf, type FieldProps, LabelledField } from '../form-group/form-group.tsx';

export interface AffixOptions {
  text: Content;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface InputProps extends FieldProps {
  value?: string | undefined;
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | undefined;
  /** `numeric` for whole numbers, `decimal` for others; never `type="number"`, which loses what people typed. */
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined;
  autocomplete?: string | undefined;
  autocapitalize?: string | undefined;
  spellcheck?: boolean | undefined;
  pattern?: string | undefined;
  /** Shown inside the frame of the field: a unit. Hidden from screen readers, so the label must say it too. */
  prefix?: OrOptions<AffixOptions>;
  suffix?: OrOptions<AffixOptions>;
  inputWrapper?: { classes?: string | undefined; attributes?: Attributes | undefined } | undefined;
}

export function Input(props: InputProps) {
  const { formGroup = {}, inputWrapper = {}, prefix, suffix } = props;
  const isWrapped =
    isGiven(prefix) || isGiven(suffix) || isGiven(formGroup.beforeInput) || isGiven(formGroup.afterInput);
  return (
    <LabelledField field={props}>
      {isWrapped ? (
        <div class={join('govuk-input__wrapper', inputWrapper.classes)} {...inputWrapper.attributes}>
          {formGroup.beforeInput}
          <Affix kind="prefix" affix={prefix} />
          <Control {...props} />
          <Affix kind="suffix" affix={suffix} />
          {formGroup.afterInput}
        </div>
      ) : (
        <Control {...props} />
      )}
    </LabelledField>
  );
}

function Control(props: InputProps) {
  const { name, id = name, type = 'text', value, disabled } = props;
  // Attributes that JSX types per kind of input, or would drop where they are false.
  const further: object = {
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    pattern: props.pattern,
    inputmode: props.inputmode,
    ...spelling(props.spellcheck),
    ...props.attributes,
  };
  return (
    <input
      class={join('govuk-input', props.classes, isGiven(props.errorMessage) && 'govuk-input--error')}
      id={id}
      name={name}
      type={type as 'text'}
      value={value}
      disabled={disabled}
      aria-describedby={describedByOf(id, props)}
      {...further}
    />
  );
}

const spelling = (check: boolean | undefined): object =>
  check === undefined ? {} : { spellcheck: String(check) };

function Affix({ kind, affix }: { kind: 'prefix' | 'suffix'; affix: OrOptions<AffixOptions> }) {
  if (!isGiven(affix)) return null;
  const { text, classes, attributes }: AffixOptions = optionsOf(affix);
  return (
    <div class={join(`govuk-input__${kind}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  );
}
