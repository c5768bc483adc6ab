import { type Content, isGiven } from '../content.ts';
import { Fieldset } from '../fieldset/fieldset.tsx';
import { type FieldProps, FormGroup, HintAndError } from '../form-group/form-group.tsx';

export interface Choice {
  value: string;
  text: Content;
  hint?: Content;
  checked: boolean;
}

export interface ChoicesProps extends Pick<FieldProps, 'name' | 'hint' | 'errorMessage' | 'formGroup'> {
  legend: string;
  items: readonly Choice[];
  /** Smaller boxes, where there are many. */
  small?: boolean;
}

/** One of several. */
export const Radios = (props: ChoicesProps) => <Choices {...props} kind="radio" />;

/** Any of several, all under one name. */
export const Checkboxes = (props: ChoicesProps) => <Choices {...props} kind="checkbox" />;

/** The first box has the name as its id, so that the error summary leads to it. */
function Choices(props: ChoicesProps & { kind: 'radio' | 'checkbox' }) {
  const { kind, name, legend, items, hint, errorMessage, small } = props;
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const describedBy = [
    isGiven(hint) ? `${name}-hint` : '',
    isGiven(errorMessage) ? `${name}-error` : '',
  ].filter((id) => id !== '');
  return (
    <FormGroup field={props}>
      <Fieldset
        legend={{ text: legend, classes: 'govuk-fieldset__legend--s' }}
        describedBy={describedBy.join(' ')}
      >
        <HintAndError id={name} hint={hint} errorMessage={errorMessage} />
        <div class={`${block}${small ? ` ${block}--small` : ''}`}>
          {items.map(({ value, text, hint: itemHint, checked }, index) => {
            const id = index === 0 ? name : `${name}-${index + 1}`;
            const described = isGiven(itemHint) ? { 'aria-describedby': `${id}-item-hint` } : {};
            return (
              <div class={`${block}__item`} key={value}>
                <input
                  class={`${block}__input`}
                  id={id}
                  name={name}
                  type={kind}
                  value={value}
                  checked={checked}
                  {...described}
                />
                <label class={`govuk-label ${block}__label`} for={id}>
                  {text}
                </label>
                {isGiven(itemHint) ? (
                  <div id={`${id}-item-hint`} class={`govuk-hint ${block}__hint`}>
                    {itemHint}
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
      </Fieldset>
    </FormGroup>
  );
}
