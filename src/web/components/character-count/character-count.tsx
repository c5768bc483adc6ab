import { classes as join, type Translation, translations } from '../content.ts';
import { Hint } from '../hint/hint.tsx';
import { Textarea, type TextareaProps } from '../textarea/textarea.tsx';

export interface CharacterCountProps
  extends Omit<TextareaProps, 'describedBy' | 'disabled' | 'autocomplete'> {
  maxlength?: number | string | undefined;
  maxwords?: number | string | undefined;
  /** Decided by which limit there is unless given. */
  countType?: 'characters' | 'words' | undefined;
  /** Percentage of the limit from which the count is shown. */
  threshold?: number | string | undefined;
  countMessage?: { classes?: string | undefined } | undefined;
  /** `%{count}` stands for the limit. */
  textareaDescriptionText?: string | undefined;
  charactersUnderLimitText?: Translation;
  charactersAtLimitText?: string | undefined;
  charactersOverLimitText?: Translation;
  wordsUnderLimitText?: Translation;
  wordsAtLimitText?: string | undefined;
  wordsOverLimitText?: Translation;
}

/** A guide, not a wall: the form still takes a longer text. */
export function CharacterCount(props: CharacterCountProps) {
  const { name, id = name, maxlength, maxwords, threshold, formGroup = {} } = props;
  const limit = maxwords ?? maxlength;
  const countType = props.countType ?? (maxwords === undefined ? undefined : 'words');
  const { textareaDescriptionText: description } = props;
  const sentence =
    description ?? `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`;
  return (
    <Textarea
      name={name}
      id={id}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      describedBy={`${id}-info`}
      rows={props.rows}
      spellcheck={props.spellcheck}
      value={props.value}
      classes={join('govuk-js-character-count', props.classes)}
      attributes={props.attributes}
      formGroup={{
        classes: join('govuk-character-count', formGroup.classes),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': maxlength,
          'data-maxwords': maxwords,
          'data-threshold': threshold,
          'data-count-type': countType,
          ...translations({
            'textarea-description':
              limit === undefined && description !== undefined ? { other: description } : undefined,
            'characters-under-limit': props.charactersUnderLimitText,
            'characters-at-limit': props.charactersAtLimitText,
            'characters-over-limit': props.charactersOverLimitText,
            'words-under-limit': props.wordsUnderLimitText,
            'words-at-limit': props.wordsAtLimitText,
            'words-over-limit': props.wordsOverLimitText,
          }),
          ...formGroup.attributes,
        },
        beforeInput: formGroup.beforeInput,
        afterInput: (
          <>
            <Hint
              id={`${id}-info`}
              classes={join('govuk-character-count__message', props.countMessage?.classes)}
            >
              {limit === undefined ? null : sentence.replace('%{count}', String(limit))}
            </Hint>
            {formGroup.afterInput}
          </>
        ),
      }}
    />
  );
}
