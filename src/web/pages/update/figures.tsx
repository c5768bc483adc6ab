import { missingInWords } from '../../../domain/number/missing-words.ts';
import { exampleOf } from '../../../domain/number/unit-words.ts';
import { monthsLabel } from '../../../domain/period/label.ts';
import { isYearEnd } from '../../../domain/period/relate.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { Checkboxes } from '../../components/choices/choices.tsx';
import { Input } from '../../components/input/input.tsx';
import { Select } from '../../components/select/select.tsx';

interface FiguresProps {
  view: UpdateView;
  messageOf: (field: string) => string | undefined;
}

/** Reasons an officer may give for having no figure. */
const reasons = ['awaited', 'notApplicable', 'suppressed', 'withheld'] as const;

export function Figures({ view, messageOf }: FiguresProps) {
  const { line, content, period } = view;
  const { version } = line;
  const toDate = version.periodBasis === 'toDate';
  const field = toDate ? 'toDate' : 'actual';
  const example = `For example, ${exampleOf(version.unit)}`;
  const covers = toDate
    ? `April to ${monthsLabel(period).replace(/^.* to /, '')}, the year so far`
    : monthsLabel(period);
  return (
    <>
      <div class="ot-figures">
        <Figure
          version={version}
          name={field}
          label="Actual"
          hint={`${covers}. ${example}`}
          value={content[field]}
          errorMessage={messageOf(field)}
        />
        <Figure
          version={version}
          name="forecast"
          label={isYearEnd(period) ? `Outturn for ${period.year}` : `Forecast for the end of ${period.year}`}
          hint={
            isYearEnd(period)
              ? 'The figure for the whole year'
              : 'What you expect by 31 March, as things stand'
          }
          value={content.forecast}
          errorMessage={messageOf('forecast')}
        />
      </div>
      {version.definition.numerator === undefined ? null : (
        <div class="ot-figures">
          <Input
            name="numerator"
            label="Numerator"
            hint={version.definition.numerator}
            inputmode="decimal"
            classes="govuk-input--width-10"
            value={content.numerator}
            errorMessage={messageOf('numerator')}
          />
          <Input
            name="denominator"
            label="Denominator"
            hint={version.definition.denominator ?? 'The whole it is part of'}
            inputmode="decimal"
            classes="govuk-input--width-10"
            value={content.denominator}
            errorMessage={messageOf('denominator')}
          />
        </div>
      )}
      <div class="ot-figures">
        <Select
          name="noFigure"
          label="No figure? Say why"
          items={[
            { value: '', text: 'There is a figure' },
            ...reasons.map((reason) => ({ value: reason, text: missingInWords(reason) })),
          ]}
          value={content.noFigure}
          errorMessage={messageOf('noFigure')}
        />
        <Checkboxes
          name="provisional"
          legend={null}
          small
          items={[{ value: 'yes', text: 'The figure is provisional', checked: content.provisional }]}
        />
      </div>
      <Input
        name="note"
        label="Note beside the figure (optional)"
        hint="Where it comes from, or what a reader should know. It is printed with the figure"
        value={content.note}
        errorMessage={messageOf('note')}
      />
    </>
  );
}

interface FigureProps {
  version: UpdateView['line']['version'];
  name: string;
  label: string;
  hint: string;
  value: string;
  errorMessage: string | undefined;
}

/** A choice where the measure has steps, else a box for what is typed. */
function Figure({ version: { unit }, ...field }: FigureProps) {
  const steps = unit.kind === 'milestone' ? unit.scale.steps : unit.kind === 'yesNo' ? ['Yes', 'No'] : null;
  const label = { text: field.label, classes: 'govuk-label--s' };
  if (steps !== null) {
    const held = steps.includes(field.value) || field.value === '' ? [] : [field.value];
    const items = [
      { value: '', text: 'Choose' },
      ...[...steps, ...held].map((step) => ({ value: step, text: step })),
    ];
    return <Select {...field} label={label} items={items} />;
  }
  return <Input {...field} label={label} classes="govuk-input--width-10" inputmode="decimal" />;
}
