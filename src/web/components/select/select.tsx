import { type Attributes, isGiven, classes as join } from '../content.ts';
import { describedByOf, type FieldProps, LabelledField } from '../form-group/form-group.tsx';

export interface SelectItem {
  text: string;
  value?: string | number | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export interface SelectProps extends FieldProps {
  items: readonly SelectItem[];
  /** The value of the item that is chosen. */
  value?: string | number | undefined;
}

export function Select(props: SelectProps) {
  const { name, id = name, items, value, disabled, formGroup = {} } = props;
  return (
    <LabelledField field={props}>
      {formGroup.beforeInput}
      <select
        class={join('govuk-select', props.classes, isGiven(props.errorMessage) && 'govuk-select--error')}
        id={id}
        name={name}
        disabled={disabled}
        aria-describedby={describedByOf(id, props)}
        {...props.attributes}
      >
        {items.map((item, index) => (
          <option
            key={index}
            value={item.value}
            selected={
              item.selected ?? (value !== undefined && String(item.value ?? item.text) === String(value))
            }
            disabled={item.disabled}
            {...item.attributes}
          >
            {item.text}
          </option>
        ))}
      </select>
      {formGroup.afterInput}
    </LabelledField>
  );
}
