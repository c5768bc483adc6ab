import { isGiven, classes as join } from '../content.ts';
import { describedByOf, type FieldProps, LabelledField } from '../form-group/form-group.tsx';

export interface TextareaProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  autocomplete?: string | undefined;
  spellcheck?: boolean | undefined;
}

export function Textarea(props: TextareaProps) {
  const { name, id = name, value = '', rows = 5, spellcheck, disabled, formGroup = {} } = props;
  return (
    <LabelledField field={props}>
      {formGroup.beforeInput}
      <textarea
        class={join('govuk-textarea', isGiven(props.errorMessage) && 'govuk-textarea--error', props.classes)}
        id={id}
        name={name}
        rows={rows}
        {...(spellcheck === undefined ? {} : ({ spellcheck: String(spellcheck) } as object))}
        disabled={disabled}
        aria-describedby={describedByOf(id, props)}
        autocomplete={props.autocomplete as 'on'}
        {...props.attributes}
      >
        {/* HTML drops one line break right after the tag: one more keeps a text that starts with one. */}
        {value.startsWith('\n') ? `\n${value}` : value}
      </textarea>
      {formGroup.afterInput}
    </LabelledField>
  );
}
