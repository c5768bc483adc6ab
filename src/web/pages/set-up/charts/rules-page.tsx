import { can } from '../../../../domain/permission/can.ts';
import { readChartRules } from '../../../../workflow/queries/preview-chart-rules.ts';
import { Button } from '../../../components/button/button.tsx';
import { Radios } from '../../../components/choices/choices.tsx';
import { type FieldProblem, messageFor, Problems } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedText } from '../../../typed-form.ts';
import { ruleChoices, ruleFields, rulesInWords, valuesOf } from './rules-typed.ts';

/** How all control charts of the authority are drawn. */
export async function chartRulesPage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const rules = await readChartRules(asked.store, asked.authority.code);
  const values = valuesOf(rules);
  const isAgain = problems.length > 0;
  const mayChange = can(asked.actors, 'setChartRules', { relation: 'other', state: null });
  return pageAnswer(
    asked,
    { title: 'Control charts', back: { text: 'Set-up', href: '/set-up' }, hasErrors: isAgain },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Control charts</h1>
      <p class="govuk-body">
        A control chart says of each measure whether it has really changed, and whether its target can be met
        as the service now runs. These rules hold for the charts of all measures; what is particular to one, a
        season or a change of the service, is decided on its own page.
      </p>
      <h2 class="govuk-heading-m">As they are drawn now</h2>
      <ul class="govuk-list govuk-list--bullet">
        {rulesInWords(rules).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {mayChange ? (
        <form method="post" action="/set-up/charts/preview" noValidate>
          <Token asked={asked} />
          <h2 class="govuk-heading-m">Try other rules</h2>
          <p class="govuk-body">
            You see first of which measures the chart would say something else. Nothing is stored until you
            have confirmed it with a reason.
          </p>
          {ruleFields.map((field) => (
            <Radios
              key={field}
              name={field}
              legend={ruleChoices[field].legend}
              items={ruleChoices[field].choices.map(({ value, text, hint }) => ({
                value,
                text,
                hint,
                checked: (isAgain ? typedText(asked.form, field) : values[field]) === value,
              }))}
              errorMessage={messageFor(problems, field)}
            />
          ))}
          <Button>See what would change</Button>
        </form>
      ) : null}
    </>,
    isAgain ? 400 : 200,
  );
}
