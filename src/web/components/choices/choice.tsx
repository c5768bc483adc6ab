import {
  type Attributes,
  type Content,
  isGiven,
  classes as join,
  type OrOptions,
  optionsOf,
} from '../content.ts';
import { Hint, type HintOptions } from '../hint/hint.tsx';
import { Label, type LabelOptions } from '../label/label.tsx';

export interface Choice {
  value: string | number;
  text: Content;
  hint?: OrOptions<HintOptions>;
  checked: boolean;
  disabled?: boolean | undefined;
  /** Where one list of boxes has several names or ids of its own. */
  id?: string | undefined;
  name?: string | undefined;
  label?: Omit<LabelOptions, 'text'> | undefined;
  /** Of the box. */
  attributes?: Attributes | undefined;
  /** What is asked of those who choose this. Without scripts it is always to be seen. */
  conditional?: Content;
  /** "None of these": takes the others back. */
  behaviour?: 'exclusive' | undefined;
}

/** A word between choices: "or". */
export interface Divider {
  divider: string;
}

interface ChoiceItemProps {
  kind: 'radio' | 'checkbox';
  block: string;
  choice: Choice & { id: string; name: string };
  describedBy: string | undefined;
}

export function ChoiceItem({ kind, block, choice, describedBy }: ChoiceItemProps) {
  const { id, name, value, text, hint, checked, disabled, label = {}, conditional, behaviour } = choice;
  const { text: hintText, ...hintOptions } = optionsOf(hint);
  const { classes: hintClasses, ...hintMore } = hintOptions as Partial<HintOptions>;
  const further: object = {
    'data-aria-controls': isGiven(conditional) ? `conditional-${id}` : undefined,
    'data-behaviour': behaviour,
    'aria-describedby': join(describedBy, isGiven(hint) && `${id}-item-hint`) || undefined,
    ...choice.attributes,
  };
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind}
          value={value}
          checked={checked}
          disabled={disabled}
          {...further}
        />
        <Label {...label} for={id} classes={join(`${block}__label`, label.classes)}>
          {text}
        </Label>
        {isGiven(hint) ? (
          <Hint {...hintMore} id={`${id}-item-hint`} classes={join(`${block}__hint`, hintClasses)}>
            {hintText}
          </Hint>
        ) : null}
      </div>
      {isGiven(conditional) ? (
        <div
          class={join(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      ) : null}
    </>
  );
}
