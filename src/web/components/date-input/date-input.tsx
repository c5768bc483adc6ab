import { type Attributes, isGiven, classes as join, type OrOptions } from '../content.ts';
import { Fieldset, type FieldsetOptions, type LegendOptions } from '../fieldset/fieldset.tsx';
import { describedByOf, type FieldProps, FormGroup, HintAndError } from '../form-group/form-group.tsx';
import { Input } from '../input/input.tsx';

type Part = 'day' | 'month' | 'year';
const parts = ['day', 'month', 'year'] as const;

export interface DateInputPart {
  /** In the language of the page; English unless given. */
  label?: string | undefined;
  value?: string | undefined;
  /** What is wrong is in this part; where none says so, it is in all of them. */
  error?: boolean | undefined;
  classes?: string | undefined;
  autocomplete?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface DateInputProps
  extends Pick<FieldProps, 'hint' | 'errorMessage' | 'formGroup' | 'classes' | 'attributes'>,
    Partial<Record<Part, DateInputPart>> {
  /** The parts are `<id>-day`, `<id>-month` and `<id>-year`: the error summary leads to the first. */
  id: string;
  /** Of the fields in the form: `<namePrefix>-day`, or plain `day` without it. */
  namePrefix?: string | undefined;
  legend: OrOptions<LegendOptions> | null;
  fieldset?: Omit<FieldsetOptions, 'legend'>;
}

/** A day, typed as people know it: three boxes and no calendar. */
export function DateInput(props: DateInputProps) {
  const { id, namePrefix, legend, fieldset = {}, formGroup = {} } = props;
  const describedBy = describedByOf(id, { ...props, describedBy: fieldset.describedBy });
  const one = parts.some((part) => props[part]?.error);
  const boxes = (
    <>
      <HintAndError id={id} hint={props.hint} errorMessage={props.errorMessage} />
      <div class={join('govuk-date-input', props.classes)} id={id} {...props.attributes}>
        {formGroup.beforeInput}
        {parts.map((part) => {
          const { label = words[part], value, error, classes, autocomplete, attributes } = props[part] ?? {};
          const wrong = error ?? (isGiven(props.errorMessage) && !one);
          return (
            <div class="govuk-date-input__item" key={part}>
              <Input
                label={{ text: label, classes: 'govuk-date-input__label' }}
                id={`${id}-${part}`}
                name={namePrefix === undefined ? part : `${namePrefix}-${part}`}
                inputmode="numeric"
                value={value}
                autocomplete={autocomplete}
                classes={join(
                  'govuk-date-input__input',
                  wrong && 'govuk-input--error',
                  part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
                  classes,
                )}
                attributes={attributes}
              />
            </div>
          );
        })}
        {formGroup.afterInput}
      </div>
    </>
  );
  return (
    <FormGroup field={props}>
      {legend === null ? (
        boxes
      ) : (
        <Fieldset {...fieldset} legend={legend} role="group" describedBy={describedBy}>
          {boxes}
        </Fieldset>
      )}
    </FormGroup>
  );
}

const words: Readonly<Record<Part, string>> = { day: 'Day', month: 'Month', year: 'Year' };
