import { periodLabel } from '../../../domain/period/label.ts';
import { type ProposalKind, proposalKindNames, proposalKinds } from '../../../domain/proposal/proposal.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Radios } from '../../components/choices/choices.tsx';
import { Select } from '../../components/select/select.tsx';
import { type FieldProblem, messageFor, Problems } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { type Chosen, MEASURE_FIELDS, type Offered } from './choices.ts';

const hints: Readonly<Record<ProposalKind, string>> = {
  amend: 'Another figure for the quarters to come and the year end',
  combine: 'Two or more measures become one',
  split: 'One measure becomes two or more',
  retire: 'It is no longer reported',
  new: 'It joins the scorecard',
  define: 'The same measure, counted in another way',
};

/** The first part of the form: what kind of change, of which measures, from when. */
export function choosePage(
  asked: Asked,
  { measures, quarters }: Offered,
  chosen: Chosen,
  problems: readonly FieldProblem[],
): Answer {
  const items = [
    { value: '', text: 'Choose a measure' },
    ...measures.map(({ code, title }) => ({ value: measureAddress(code), text: `${code}, ${title}` })),
  ];
  const back = { text: 'Target changes', href: '/target-changes' };
  return pageAnswer(
    asked,
    { title: 'Propose a change', back, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Propose a change</h1>
      <p class="govuk-body">Nothing changes until it has been decided. What was published stays as it was.</p>
      <form method="get" action="/target-changes/new" noValidate>
        <input type="hidden" name="next" value="yes" />
        <Radios
          name="kind"
          legend="What should change?"
          errorMessage={messageFor(problems, 'kind')}
          items={proposalKinds.map((value) => ({
            value,
            text: proposalKindNames[value],
            hint: hints[value],
            checked: chosen.kind === value,
          }))}
        />
        <Select
          name="measure"
          id="measures"
          label="Measure"
          hint="For a new measure: one that is counted like it"
          value={measureAddressOf(chosen, 0)}
          items={items}
          errorMessage={messageFor(problems, 'measures')}
        />
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            Only to combine: the other measures
          </legend>
          {Array.from({ length: MEASURE_FIELDS - 1 }, (_, index) => (
            <Select
              key={index}
              name="measure"
              id={`measure-${index + 2}`}
              label={`${['Second', 'Third', 'Fourth'][index]} measure`}
              value={measureAddressOf(chosen, index + 1)}
              items={items}
            />
          ))}
        </fieldset>
        <Select
          name="from"
          label="From which quarter?"
          hint="Quarters that were frozen or published are not changed"
          value={chosen.from === null ? '' : periodAddress(chosen.from.code)}
          items={[
            { value: '', text: 'Choose a quarter' },
            ...quarters.map((period) => ({ value: periodAddress(period.code), text: periodLabel(period) })),
          ]}
          errorMessage={messageFor(problems, 'from')}
        />
        <Button>Continue</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

const measureAddressOf = ({ measures }: Chosen, index: number): string => {
  const code = measures[index];
  return code === undefined ? '' : measureAddress(code);
};

/** What is missing before the second part can be shown. */
export function chosenProblems({ kind, measures, from }: Chosen): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (kind === null) problems.push({ field: 'kind', message: 'Choose what should change' });
  if (measures.length === 0) problems.push({ field: 'measures', message: 'Choose the measure' });
  else if (kind === 'combine' && new Set(measures).size < 2) {
    problems.push({ field: 'measures', message: 'Choose the measures to combine, two or more' });
  }
  if (from === null) problems.push({ field: 'from', message: 'Choose the first quarter for which it holds' });
  return problems;
}
