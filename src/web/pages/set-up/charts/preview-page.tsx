import { periodLabel } from '../../../../domain/period/label.ts';
import type { ChartRules } from '../../../../domain/signal/chart-setting.ts';
import type { MeasureSignal } from '../../../../domain/signal/signal.ts';
import { assuranceLabels, variationLabels } from '../../../../domain/signal/signal-in-words.ts';
import { changeChartRules } from '../../../../workflow/charts/change-chart-rules.ts';
import {
  type ChartRulesPreview,
  previewChartRules,
  readChartRules,
} from '../../../../workflow/queries/preview-chart-rules.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Table } from '../../../components/table/table.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedText } from '../../../typed-form.ts';
import { counted } from '../../../wording/count.ts';
import { chartRulesPage } from './rules-page.tsx';
import { ruleFields, rulesIn, rulesInWords, valuesOf } from './rules-typed.ts';

/** What other rules would change; nothing is stored. */
export async function previewRules(asked: Asked): Promise<Answer> {
  const read = rulesIn(asked.form);
  if ('problems' in read) return chartRulesPage(asked, read.problems);
  const held = valuesOf(await readChartRules(asked.store, asked.authority.code));
  const chosen = valuesOf(read.rules);
  if (ruleFields.every((field) => held[field] === chosen[field])) {
    const message = 'Nothing is changed: the charts are drawn like this already';
    return chartRulesPage(asked, [{ field: 'screening', message }]);
  }
  return previewPage(asked, read.rules);
}

/** Of which measures the chart would say something else, and the form to decide it. */
async function previewPage(
  asked: Asked,
  rules: ChartRules,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const preview = await previewChartRules(asked.store, asked.authority.code, rules);
  return pageAnswer(
    asked,
    {
      title: 'What other rules of control charts would change',
      back: { text: 'Control charts', href: '/set-up/charts' },
      hasErrors: problems.length > 0,
      wide: true,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">What these rules would change</h1>
      <ul class="govuk-list govuk-list--bullet">
        {rulesInWords(rules).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p class="govuk-body-l">{sentence(preview)}</p>
      {preview === null || preview.changes.length === 0 ? null : <Changes preview={preview} />}
      <form method="post" action="/set-up/charts/confirm" noValidate>
        <Token asked={asked} />
        {ruleFields.map((field) => (
          <input key={field} type="hidden" name={field} value={valuesOf(rules)[field]} />
        ))}
        <h2 class="govuk-heading-m">Use these rules</h2>
        <p class="govuk-body">
          They hold from today for the charts of every measure. What is published stays as it is.
        </p>
        <Input
          name="reason"
          label="Reason, or who decided it"
          value={typedText(asked.form, 'reason')}
          errorMessage={messageFor(problems, 'reason')}
        />
        <Button>Use these rules</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

export async function confirmRules(asked: Asked): Promise<Answer> {
  const read = rulesIn(asked.form);
  if ('problems' in read) return chartRulesPage(asked, read.problems);
  const { rules } = read;
  const reason = typedText(asked.form, 'reason');
  const problems = await problemsOf(() => changeChartRules(asked.store, actingFor(asked), { rules, reason }));
  if (problems.length > 0) return previewPage(asked, rules, problems);
  return { kind: 'redirect', to: '/set-up/charts', notice: 'Saved. Charts are drawn by these rules now.' };
}

function sentence(preview: ChartRulesPreview | null): string {
  if (preview === null) return 'There are no figures yet to try them on.';
  const { period, measures, changes } = preview;
  const label = periodLabel(period);
  if (changes.length === 0) {
    return `In ${label} nothing would change: the charts of all ${measures} measures say the same.`;
  }
  return `In ${label} the icons of ${counted(changes.length, 'measure')} of ${measures} would change.`;
}

function Changes({ preview: { changes } }: { preview: ChartRulesPreview }) {
  return (
    <Table
      caption="Measures whose icons would change"
      columns={[
        { heading: 'Measure', label: '' },
        { heading: 'Is', label: 'Is' },
        { heading: 'Would be', label: 'Would be' },
      ]}
      rows={changes.map(({ measure: { snapshot }, is, wouldBe }) => ({
        key: snapshot.version.code,
        cells: [
          <>
            {snapshot.version.title}
            <span class="ot-under">{snapshot.version.code}</span>
          </>,
          <Icons key="is" signal={is} />,
          <Icons key="would" signal={wouldBe} />,
        ],
      }))}
      empty=""
    />
  );
}

function Icons({ signal: { variation, assurance } }: { signal: MeasureSignal }) {
  return (
    <>
      {variation.icon === null ? 'No signal' : variationLabels[variation.icon]}
      {assurance.icon === null ? null : <span class="ot-under">{assuranceLabels[assurance.icon]}</span>}
    </>
  );
}
