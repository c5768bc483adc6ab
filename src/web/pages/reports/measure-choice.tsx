import { asksForecasts, isStandard } from '../../../domain/scorecard/choice.ts';
import type { ReleaseView } from '../../../workflow/queries/release-view.ts';
import { Checkboxes, Radios } from '../../components/choices/choices.tsx';
import { Details } from '../../components/details/details.tsx';
import { Select } from '../../components/select/select.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import type { TypedOrder } from './typed-order.ts';

interface ChoiceProps {
  typed: TypedOrder;
  view: ReleaseView;
  problems: readonly FieldProblem[];
}

const SHOW: readonly { value: TypedOrder['show']; text: string; hint?: string }[] = [
  { value: '', text: 'Those that this report always shows' },
  { value: 'exceptions', text: 'Those off target now or in forecast' },
  { value: 'withStatus', text: 'Those with a status now or in forecast' },
  { value: 'all', text: 'All of them' },
  {
    value: 'chosen',
    text: 'Those ticked',
    hint: 'Under “Tick measures” below, whatever their status or directorate',
  },
];

/** Which measures of the scorecard, and in which order; folded while the report shows what it always does. */
export function MeasureChoice({ typed, view, problems }: ChoiceProps) {
  if (typed.kind === 'cabinet') return null;
  const { measures, snapshot } = view.release.whole;
  const isOpen = problems.length > 0 || typed.show !== '' || !isStandard(view.release.choice, typed.kind);
  return (
    <>
      <Details summaryText="Choose measures and their order" open={isOpen}>
        <Radios
          name="show"
          legend="Which measures"
          small
          items={SHOW.map((each) => ({ ...each, checked: typed.show === each.value }))}
        />
        <Checkboxes
          name="directorate"
          id="directorates"
          legend="Only those of"
          hint="Tick none for every directorate. For a report of one directorate each quarter, set up a scorecard of its own."
          small
          errorMessage={messageFor(problems, 'directorates')}
          items={snapshot.directorates.map(({ code, name }) => ({
            value: code,
            text: name,
            checked: typed.directorates.includes(code),
          }))}
        />
        <Select
          name="groupBy"
          label="Under headings of"
          items={[
            { value: 'directorate', text: 'Directorates' },
            { value: 'theme', text: 'Themes' },
            { value: 'none', text: 'No headings: one list' },
          ]}
          value={typed.groupBy}
        />
        <Select
          name="order"
          label="In order of"
          items={[
            { value: 'scorecard', text: 'The scorecard' },
            { value: 'worstFirst', text: 'Status, worst first' },
            { value: 'code', text: 'Code' },
            { value: 'title', text: 'Title' },
          ]}
          value={typed.order}
        />
      </Details>
      <Details
        summaryText={`Tick measures (${typed.measures.length} of ${measures.length} ticked)`}
        open={typed.show === 'chosen'}
      >
        <Checkboxes
          name="measure"
          id="measures"
          legend="Measures to show"
          small
          errorMessage={messageFor(problems, 'measures')}
          items={measures.map(({ snapshot: { version } }) => ({
            value: version.code,
            text: `${version.code}, ${version.title}`,
            checked: typed.measures.includes(version.code),
          }))}
        />
      </Details>
      <Select
        name="forecasts"
        label="Forecasts to question"
        hint="A table of forecasts that the figures, the rest of the year or past forecasts speak against"
        items={[
          {
            value: '',
            text: asksForecasts({}, typed.kind)
              ? 'As usual in this report: in'
              : 'As usual in this report: left out',
          },
          { value: 'with', text: 'In' },
          { value: 'without', text: 'Left out' },
        ]}
        value={typed.forecasts}
      />
      <Select
        name="charts"
        label="Charts"
        hint="After the tables, small, with their headlines"
        items={[
          { value: 'with', text: 'Of the measures that are off target now or in forecast' },
          { value: 'without', text: 'None' },
        ]}
        value={typed.charts}
      />
    </>
  );
}

/** The same in the form that makes the report, as it was when the checklist was shown. */
export const KeptChoice = ({ typed }: Pick<ChoiceProps, 'typed'>) => (
  <>
    <input type="hidden" name="show" value={typed.show} />
    {typed.directorates.map((code) => (
      <input key={code} type="hidden" name="directorate" value={code} />
    ))}
    {typed.measures.map((code) => (
      <input key={code} type="hidden" name="measure" value={code} />
    ))}
    <input type="hidden" name="groupBy" value={typed.groupBy} />
    <input type="hidden" name="order" value={typed.order} />
    <input type="hidden" name="forecasts" value={typed.forecasts} />
    <input type="hidden" name="charts" value={typed.charts} />
  </>
);
