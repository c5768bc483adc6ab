import { isGiven, classes as join } from '../content.ts';
import { describedByOf, type FieldProps, LabelledField } from '../form-group/form-group.tsx';

export interface FileUploadProps extends FieldProps {
  multiple?: boolean | undefined;
}

/** The form needs `encType="multipart/form-data"`, its route `takesFiles`; say in the hint what is taken. */
export function FileUpload(props: FileUploadProps) {
  const { name, id = name, multiple, disabled, formGroup = {} } = props;
  return (
    <LabelledField field={props}>
      {formGroup.beforeInput}
      <input
        class={join(
          'govuk-file-upload',
          props.classes,
          isGiven(props.errorMessage) && 'govuk-file-upload--error',
        )}
        id={id}
        name={name}
        type="file"
        disabled={disabled}
        multiple={multiple}
        aria-describedby={describedByOf(id, props)}
        {...props.attributes}
      />
      {formGroup.afterInput}
    </LabelledField>
  );
}
