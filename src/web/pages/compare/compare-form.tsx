import type { AspectGroup } from '../../../domain/comparison/as-printed.ts';
import type { Comparison } from '../../../domain/comparison/compare.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import type { Edition } from '../../../domain/round/edition.ts';
import { editionInWords } from '../../../workflow/queries/comparison-table.ts';
import type { ReadablePeriod } from '../../../workflow/queries/readable-periods.ts';
import { periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Input } from '../../components/input/input.tsx';
import { Select } from '../../components/select/select.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import type { ChosenSide } from './sides.ts';

/** What is chosen in the form. */
export interface Chosen {
  from: ChosenSide;
  to: ChosenSide;
  what: AspectGroup | null;
  /** Its name; '' for all. */
  directorate: string;
}

const groupNames: Readonly<Record<AspectGroup, string>> = {
  figures: 'Figures',
  statuses: 'Statuses',
  directions: 'Directions of travel',
  targets: 'Targets',
  texts: 'Texts',
  titles: 'Titles',
};

interface Props {
  chosen: Chosen;
  period: ReportingPeriod;
  periods: readonly ReadablePeriod[];
  editions: readonly Edition[];
  problems: readonly FieldProblem[];
  comparison: Comparison | null;
}

/** A plain form that leads to an address: a comparison can be kept and sent to somebody. */
export function CompareForm({ chosen, period, periods, editions, problems, comparison }: Props) {
  const directorates = [...new Set(comparison?.differences.map(({ directorate }) => directorate))].sort();
  const side = (name: 'from' | 'to', label: string, { choice, day }: ChosenSide) => (
    <div class="ot-filters__row">
      <Select
        name={name}
        label={label}
        value={choice}
        formGroup={{ classes: 'govuk-form-group--wide' }}
        errorMessage={messageFor(problems, name)}
        items={[
          { value: 'now', text: 'As now known' },
          { value: 'day', text: 'As known on a day' },
          ...editions.map((edition) => ({ value: edition.id, text: editionInWords(edition) })),
        ]}
      />
      <Input
        name={`${name}-day`}
        label={name === 'from' ? 'First day, if a day' : 'Second day, if a day'}
        hint="For example, 1/11/2018"
        value={day}
        classes="govuk-input--width-10"
        errorMessage={messageFor(problems, `${name}-day`)}
      />
    </div>
  );
  return (
    <form method="get" action="/compare" class="ot-filters" aria-label="Choose what to compare">
      <Select
        name="period"
        label="Period, where it is not an edition’s"
        formGroup={{ classes: 'govuk-form-group--wide' }}
        value={periodAddress(period.code)}
        items={periods.map((each) => ({
          value: periodAddress(each.period.code),
          text: periodLabel(each.period),
        }))}
      />
      {side('from', 'Compare', chosen.from)}
      {side('to', 'With', chosen.to)}
      <Select
        name="what"
        label="Show"
        value={chosen.what ?? ''}
        items={[
          { value: '', text: 'Everything' },
          ...Object.entries(groupNames).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Select
        name="directorate"
        label="Directorate"
        value={chosen.directorate}
        items={[{ value: '', text: 'All' }, ...directorates.map((name) => ({ value: name, text: name }))]}
      />
      <Button classes="govuk-button--secondary">Compare</Button>
    </form>
  );
}
