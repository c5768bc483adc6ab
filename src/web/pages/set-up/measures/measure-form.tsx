import { FREQUENCIES, KINDS, PERIOD_BASES, POLARITIES } from '../../../../importers/measures/words.ts';
import { type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { measureAddress } from '../../../addresses.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkboxes } from '../../../components/choices/choices.tsx';
import type { Content } from '../../../components/content.ts';
import { Input } from '../../../components/input/input.tsx';
import { Select } from '../../../components/select/select.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor } from '../../../form-problems.tsx';
import { Token } from '../../../frame.tsx';
import type { Asked } from '../../../route.ts';
import type { MeasureTyped } from './measure-typed.ts';
import { choicesOf } from './words.ts';

interface MeasureFormProps {
  asked: Asked;
  setUp: SetUp;
  typed: MeasureTyped;
  isNew: boolean;
  problems: readonly FieldProblem[];
}

export function MeasureForm(props: MeasureFormProps) {
  const { asked, typed, isNew, problems } = props;
  const action = isNew ? '/set-up/measures/new' : `/set-up/measures/${measureAddress(typed.code ?? '')}`;
  return (
    <form method="post" action={action} noValidate>
      <Token asked={asked} />
      <WhatItIs {...props} />
      <HowItCounts {...props} />
      <Sheet {...props} />
      {isNew ? <Joining {...props} /> : null}
      <h2 class="govuk-heading-m">{isNew ? 'From when' : 'This change'}</h2>
      <Input
        name="from"
        label={isNew ? 'First day' : 'From which day this holds'}
        hint={
          isNew
            ? 'Leave it blank if there are, or will be, figures of earlier periods too. For example, 1/4/2019'
            : 'Begins a new version: earlier periods keep the present one. Leave it blank to correct the present version. For example, 1/4/2019'
        }
        value={typed.from}
        classes="govuk-input--width-10"
        errorMessage={messageFor(problems, 'from')}
      />
      {isNew ? null : (
        <>
          <Checkboxes
            name="breaksSeries"
            legend="Can it be compared with the version before?"
            small
            items={[
              {
                value: 'yes',
                text: 'No: figures before and after must not be compared',
                checked: typed.breaksSeries === 'yes',
              },
            ]}
          />
          <Input
            name="reason"
            label="Why it changes (kept in the trail)"
            value={typed.reason}
            errorMessage={messageFor(problems, 'reason')}
          />
        </>
      )}
      <Button>{isNew ? 'Add this measure' : 'Save'}</Button>
    </form>
  );
}

function WhatItIs({ asked, setUp, typed, isNew, problems }: MeasureFormProps) {
  const wrong = (name: string) => messageFor(problems, name);
  const now = unitsOn(setUp.units, asked.today);
  const top = now.filter(({ parent }) => parent === null);
  const nameOf = new Map(top.map(({ code, name }) => [code, name]));
  return (
    <>
      <h2 class="govuk-heading-m">What it is</h2>
      {isNew ? (
        <Input
          name="code"
          label="Code"
          hint="As your council writes it: any text. It stays."
          value={typed.code}
          classes="govuk-input--width-20"
          errorMessage={wrong('code')}
        />
      ) : (
        <input type="hidden" name="code" value={typed.code} />
      )}
      <Input
        name="title"
        label="Title"
        hint="As reports print it"
        value={typed.title}
        errorMessage={wrong('title')}
      />
      <Input
        name="aliases"
        label="Other codes it is known by"
        hint="Separate them with semicolons, like NI 155; BV 12"
        value={typed.aliases}
        errorMessage={wrong('aliases')}
      />
      <Select
        name="directorate"
        label="Directorate"
        value={typed.directorate}
        items={[
          { value: '', text: 'Choose one' },
          ...top.map(({ code, name }) => ({ value: code, text: name })),
        ]}
        errorMessage={wrong('directorate')}
      />
      <Select
        name="service"
        label="Service (if you report by service)"
        value={typed.service}
        items={[
          { value: '', text: 'None' },
          ...now
            .filter(({ parent }) => parent !== null)
            .map(({ code, name, parent }) => ({
              value: code,
              text: `${name} (${nameOf.get(parent ?? '') ?? ''})`,
            })),
        ]}
        errorMessage={wrong('service')}
      />
      <Input
        name="owner"
        label="Owner"
        hint="The post that answers for it, like Head of Leisure"
        value={typed.owner}
      />
      <Input
        name="themes"
        label="Priorities it belongs to"
        hint="Separate them with semicolons"
        value={typed.themes}
      />
    </>
  );
}

function HowItCounts({ typed, problems }: MeasureFormProps) {
  const wrong = (name: string) => messageFor(problems, name);
  return (
    <>
      <h2 class="govuk-heading-m">How it counts</h2>
      <Input
        name="unit"
        label="Unit"
        hint="Number, %, £, Days, Ratio, Yes/No, Date, a rate like Per 10,000 population, or the steps of a scale, best first: Completed > On track > Slipped"
        value={typed.unit}
        errorMessage={wrong('unit')}
      />
      <Input
        name="decimals"
        label="Decimals"
        hint="How many are printed, 0 to 6"
        value={typed.decimals}
        inputmode="numeric"
        classes="govuk-input--width-2"
        errorMessage={wrong('decimals')}
      />
      <Select
        name="polarity"
        label="Which way is good"
        hint="Without this it gets no status"
        value={typed.polarity}
        items={[{ value: '', text: 'Not decided yet' }, ...choicesOf(POLARITIES)]}
      />
      <Select
        name="frequency"
        label="How often it is collected"
        value={typed.frequency}
        items={choicesOf(FREQUENCIES)}
      />
      <Select
        name="periodBasis"
        label="What a figure covers"
        value={typed.periodBasis}
        items={[{ value: '', text: 'Not decided yet' }, ...choicesOf(PERIOD_BASES)]}
      />
      <Select
        name="kind"
        label="Kind"
        hint="Only a measure with a target gets a status"
        value={typed.kind}
        items={choicesOf(KINDS)}
      />
    </>
  );
}

const texts: readonly (readonly [name: string, label: string, hint?: string])[] = [
  ['meaning', 'What it means', 'In a sentence that a councillor understands'],
  ['rationale', 'Why it is measured'],
  ['formula', 'How it is worked out'],
  ['numerator', 'Numerator'],
  ['denominator', 'Denominator'],
  ['exclusions', 'What is left out'],
  ['source', 'Where the figures come from'],
  ['lag', 'How late they are known'],
  ['limitations', 'What to beware of'],
  ['note', 'Note printed with the measure'],
];

function Sheet({ typed }: MeasureFormProps): Content {
  return (
    <>
      <h2 class="govuk-heading-m">Definition sheet</h2>
      {texts.map(([name, label, hint]) => (
        <Textarea
          key={name}
          name={name}
          label={label}
          rows={2}
          value={typed[name]}
          {...(hint === undefined ? {} : { hint })}
        />
      ))}
    </>
  );
}

function Joining({ setUp, typed }: MeasureFormProps) {
  const latest = [...new Map(setUp.scorecards.map((card) => [card.code, card])).values()];
  if (latest.length === 0) return null;
  const chosen = typed.scorecards.split('\n');
  return (
    <Checkboxes
      name="scorecards"
      legend="Scorecards that it joins"
      hint="Only measures of a scorecard are collected in rounds"
      small
      items={latest.map(({ code, name }) => ({ value: code, text: name, checked: chosen.includes(code) }))}
    />
  );
}
