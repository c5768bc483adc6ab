import {
  type Attributes,
  type Content,
  isGiven,
  classes as join,
  type OrOptions,
  optionsOf,
} from '../content.ts';
import { ErrorMessage, type ErrorMessageOptions } from '../error-message/error-message.tsx';
import { Hint, type HintOptions } from '../hint/hint.tsx';
import { Label, type LabelOptions } from '../label/label.tsx';

export interface FormGroupOptions {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  /** Directly before and after the control. */
  beforeInput?: Content;
  afterInput?: Content;
}

/** What every field has. The id is the name unless given: the error summary links to it. */
export interface FieldProps {
  name: string;
  id?: string | undefined;
  /** Every control has a visible label, or one for screen readers only (`classes: 'govuk-visually-hidden'`). */
  label: OrOptions<LabelOptions>;
  hint?: OrOptions<HintOptions>;
  errorMessage?: OrOptions<ErrorMessageOptions>;
  /** Ids of further elements that describe the control. */
  describedBy?: string | undefined;
  formGroup?: FormGroupOptions | undefined;
  classes?: string | undefined;
  disabled?: boolean | undefined;
  /** Of the control. */
  attributes?: Attributes | undefined;
}

/** The ids that describe a control: those given, then its hint, then its error message. */
export function describedByOf(
  id: string,
  { describedBy, hint, errorMessage }: Pick<FieldProps, 'describedBy' | 'hint' | 'errorMessage'>,
): string | undefined {
  return (
    join(describedBy, isGiven(hint) && `${id}-hint`, isGiven(errorMessage) && `${id}-error`) || undefined
  );
}

/** The hint and the error message of a field or of a group of fields. */
export function HintAndError({
  id,
  hint,
  errorMessage,
}: Pick<FieldProps, 'hint' | 'errorMessage'> & { id: string }) {
  const { text: hintText, ...hintOptions } = optionsOf(hint);
  const { text: errorText, ...errorOptions } = optionsOf(errorMessage);
  return (
    <>
      {isGiven(hint) ? (
        <Hint id={`${id}-hint`} {...hintOptions}>
          {hintText}
        </Hint>
      ) : null}
      {isGiven(errorMessage) ? (
        <ErrorMessage id={`${id}-error`} {...errorOptions}>
          {errorText}
        </ErrorMessage>
      ) : null}
    </>
  );
}

interface FormGroupProps {
  field: Pick<FieldProps, 'errorMessage' | 'formGroup'>;
  children: Content;
}

export function FormGroup({ field: { errorMessage, formGroup = {} }, children }: FormGroupProps) {
  const classes = join(
    'govuk-form-group',
    isGiven(errorMessage) && 'govuk-form-group--error',
    formGroup.classes,
  );
  return (
    <div class={classes} {...formGroup.attributes}>
      {children}
    </div>
  );
}

/** Label, hint and error message around one control. */
export function LabelledField({ field, children }: { field: FieldProps; children: Content }) {
  const id = field.id ?? field.name;
  const { text, ...labelOptions } = optionsOf(field.label);
  return (
    <FormGroup field={field}>
      <Label for={id} {...labelOptions}>
        {text}
      </Label>
      <HintAndError id={id} hint={field.hint} errorMessage={field.errorMessage} />
      {children}
    </FormGroup>
  );
}
