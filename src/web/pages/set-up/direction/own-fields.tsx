import { basisKinds, isTested } from '../../../../domain/direction/basis.ts';
import { basisKindInWords, fallbackWords } from '../../../../domain/direction/basis-in-words.ts';
import { SMALL_NUMBERS } from '../../../../domain/statistics/small-numbers.ts';
import { Checkboxes, type Choice, Radios } from '../../../components/choices/choices.tsx';
import { Fieldset } from '../../../components/fieldset/fieldset.tsx';
import { Input, type InputProps } from '../../../components/input/input.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor } from '../../../form-problems.tsx';
import { NO_OTHER } from './own-typed.ts';

interface Props {
  fields: URLSearchParams;
  problems: readonly FieldProblem[];
}

/** Every part of a direction scheme, in plain fields. */
export function OwnFields({ fields, problems }: Props) {
  const heldIn = (name: string) => ({
    name,
    value: fields.get(name) ?? '',
    errorMessage: messageFor(problems, name),
  });
  const chosenIn = (name: string, items: readonly Omit<Choice, 'checked'>[]) => ({
    name,
    classes: 'ot-reveals',
    errorMessage: messageFor(problems, name),
    items: items.map((item) => ({ ...item, checked: fields.getAll(name).includes(String(item.value)) })),
  });
  const number = { classes: 'govuk-input--width-5', spellcheck: false } as const;
  const whole = { ...number, inputmode: 'numeric' } as const;
  const exact = { ...number, inputmode: 'decimal' } as const;
  const comparisons = (periods: string, onlyPlain: boolean): Omit<Choice, 'checked'>[] =>
    basisKinds
      .filter((kind) => !(onlyPlain && isTested(kind)))
      .map((kind) => ({
        value: kind,
        text: basisKindInWords(kind),
        ...(kind === 'rollingMean'
          ? {
              conditional: (
                <Input {...heldIn(periods)} {...whole} label="Periods in the average, from 2 to 60" />
              ),
            }
          : {}),
      }));
  const words = (inputs: readonly Pick<InputProps, 'name' | 'label'>[]) => (
    <div class="ot-figures">
      {inputs.map(({ name, label }) => (
        <Input key={name} {...heldIn(name)} label={label} />
      ))}
    </div>
  );
  return (
    <>
      <Input {...heldIn('name')} label="Name of these rules" hint="Printed wherever they are named" />
      <Radios {...chosenIn('basis', comparisons('periods', false))} legend="What is compared with what?" />
      <Checkboxes
        {...chosenIn('when', [
          { value: 'targetsProfiled', text: `Where ${fallbackWords.targetsProfiled}` },
          { value: 'noEarlierFigure', text: `Where ${fallbackWords.noEarlierFigure}` },
        ])}
        legend="Where is another comparison used instead?"
        hint="Leave both blank where there is no other"
      />
      <Radios
        {...chosenIn('fallback', [
          { value: NO_OTHER, text: 'None' },
          ...comparisons('fallbackPeriods', true),
        ])}
        legend="Which other comparison is that?"
        hint="None beside a comparison that tests for chance"
      />
      <Radios
        {...chosenIn('band', [
          { value: 'none', text: 'Any change counts' },
          {
            value: 'relative',
            text: 'A percentage of the earlier figure',
            conditional: (
              <Input {...heldIn('percent')} {...exact} label="Per cent of the earlier figure" suffix="%" />
            ),
          },
          {
            value: 'absolute',
            text: "An amount in the measure's own unit",
            conditional: (
              <Input
                {...heldIn('amount')}
                {...exact}
                label="Amount"
                hint="0.5 is half a percentage point, half a day or half a pound, as the measure has it"
              />
            ),
          },
        ])}
        legend="How large must a change be to count?"
      />
      <Radios
        {...chosenIn('edge', [
          { value: 'stabilised', text: 'No: only a larger one counts' },
          { value: 'moved', text: 'Yes' },
        ])}
        legend="Does a change of exactly that count?"
        hint="Makes no difference where any change counts"
      />
      <Input
        {...heldIn('minimumPoints')}
        {...whole}
        label="Fewest figures needed for a direction, the latest counted"
        hint="Leave blank for two; an average needs all its periods and the latest. A comparison that tests for chance has its own"
      />
      <Fieldset legend={{ text: 'The words that are printed', classes: 'govuk-fieldset__legend--s' }}>
        {words([
          { name: 'improving', label: 'Better' },
          { name: 'stabilised', label: 'No change' },
          { name: 'deteriorating', label: 'Worse' },
          { name: 'unavailable', label: 'No direction can be given' },
        ])}
        <Input
          {...heldIn('atOptimum')}
          label="No change, where the figure could not be better (optional)"
          hint="For example, Static at optimum. Leave blank for the same word as no change"
        />
      </Fieldset>
      <Fieldset
        legend={{ text: 'When is it said that numbers are small?', classes: 'govuk-fieldset__legend--s' }}
      >
        <p class="govuk-hint">
          {`Status and direction carry a note below these numbers of cases. Leave both blank for ${SMALL_NUMBERS.events} and ${SMALL_NUMBERS.denominator}; 0 is never.`}
        </p>
        <div class="ot-figures">
          <Input {...heldIn('events')} {...whole} label="Fewer cases counted than" />
          <Input {...heldIn('denominator')} {...whole} label="Fewer cases in all than" />
        </div>
      </Fieldset>
      <Input
        {...heldIn('source')}
        label="Source (optional)"
        hint="Where the rules were decided or published"
      />
      <Textarea
        {...heldIn('note')}
        rows={3}
        label="Note (optional)"
        hint="Printed with the key. For example, what a published rule leaves open"
      />
    </>
  );
}
