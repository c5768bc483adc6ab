import { periodLabel } from '../../../domain/period/label.ts';
import type { ScorecardView } from '../../../workflow/queries/read-scorecard.ts';
import type { ReadablePeriod } from '../../../workflow/queries/readable-periods.ts';
import { periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/select/select.tsx';
import { type Filters, isChosen } from './lists.ts';

interface Props {
  view: ScorecardView;
  periods: readonly ReadablePeriod[];
  filters: Filters;
  clear: string;
  /** How the figures are known, to be kept: name and value. */
  asKnown: readonly (readonly [string, string])[];
}

/** Has a row of its own on a phone: its names are long. */
const wide = { classes: 'govuk-form-group--wide' };

/** A plain form that leads to an address: what is chosen can be kept, sent to somebody, and gone back to. */
export function FilterForm({ view, periods, filters, clear, asKnown }: Props) {
  const { snapshot, scheme, measures } = view.evaluation;
  const present = new Set(measures.map((each) => each.snapshot.directorate.code));
  const states = new Map(measures.map(({ status }) => [status.outcome.id, status.outcome.label] as const));
  const statuses = new Map([...scheme.outcomes.map(({ id, label }) => [id, label] as const), ...states]);
  return (
    <form method="get" action="/scorecard" class="ot-filters" aria-label="Choose what to see">
      {asKnown.map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      <Select
        name="period"
        label="Period"
        formGroup={wide}
        value={periodAddress(snapshot.period.code)}
        items={periods.map(({ period }) => ({
          value: periodAddress(period.code),
          text: periodLabel(period),
        }))}
      />
      {view.scorecards.length < 2 ? null : (
        <Select
          name="scorecard"
          label="Scorecard"
          formGroup={wide}
          value={snapshot.scorecard.code}
          items={view.scorecards.map(({ code, name }) => ({ value: code, text: name }))}
        />
      )}
      <Select
        name="directorate"
        label="Directorate"
        value={filters.directorate ?? ''}
        items={[
          { value: '', text: 'All' },
          ...snapshot.directorates
            .filter(({ code }) => present.has(code))
            .map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <Select
        name="status"
        label="Status now"
        value={filters.status ?? ''}
        items={[{ value: '', text: 'All' }, ...[...statuses].map(([value, text]) => ({ value, text }))]}
      />
      <Select
        name="changed"
        label="Changed"
        value={filters.changedOnly ? 'yes' : ''}
        items={[
          { value: '', text: 'All' },
          { value: 'yes', text: 'Since last time' },
        ]}
      />
      <Select
        name="close"
        label="Close to a threshold"
        value={filters.close ?? ''}
        items={[
          { value: '', text: 'All' },
          { value: 'now', text: 'Status now' },
          { value: 'forecast', text: 'Forecast' },
        ]}
      />
      <Select
        name="order"
        label="Order"
        value={filters.bySignal ? 'signal' : ''}
        items={[
          { value: '', text: 'Scorecard order' },
          { value: 'signal', text: 'By control chart' },
        ]}
      />
      <div class="ot-filters__end">
        <Button classes="govuk-button--secondary">Show</Button>
        {isChosen(filters) ? (
          <a class="govuk-link" href={clear}>
            Show everything
          </a>
        ) : null}
      </div>
    </form>
  );
}
