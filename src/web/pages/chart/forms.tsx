import { periodLabel } from '../../../domain/period/label.ts';
import { FEWEST_BASELINE, FEWEST_POINTS } from '../../../domain/statistics/xmr/settings.ts';
import type { ChartView } from '../../../workflow/queries/chart-view.ts';
import { measureAddress, periodAt } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Radios } from '../../components/choices/choices.tsx';
import { Details } from '../../components/details/details.tsx';
import { Input } from '../../components/input/input.tsx';
import { Select } from '../../components/select/select.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { periodNames } from './period-names.ts';

interface Props {
  asked: Asked;
  view: ChartView;
  problems: readonly FieldProblem[];
}

/** What can be decided, each with its reason; folded, because most who come only look. */
export const ChartForms = (props: Props) => (
  <section aria-label="Decide how it is drawn">
    <DrawForm {...props} />
    <RebaseForm {...props} />
    <WithdrawForm {...props} />
  </section>
);

const isAbout = (problems: readonly FieldProblem[], fields: readonly string[]): boolean =>
  problems.some(({ field }) => fields.includes(field));

const actionOf = ({ code }: ChartView, verb = ''): string => `/measures/${measureAddress(code)}/chart${verb}`;

function DrawForm({ asked, view, problems }: Props) {
  const isAgain = isAbout(problems, ['seasonal', 'baseline', 'reason']);
  const { drawn } = view;
  const seasonal = isAgain ? typedText(asked.form, 'seasonal') : drawn.seasonal ? 'yes' : 'no';
  const baseline = isAgain ? typedText(asked.form, 'baseline') : String(drawn.baseline ?? '');
  return (
    <Details summaryText="Change the season or the baseline" open={isAgain}>
      <form method="post" action={actionOf(view)} noValidate>
        <Token asked={asked} />
        <Radios
          name="seasonal"
          legend="Is the same time of every year alike?"
          items={[
            { value: 'no', text: 'No', checked: seasonal === 'no' },
            {
              value: 'yes',
              text: 'Yes, it has a season',
              hint: 'The change on the year before is charted, and not held against a target',
              checked: seasonal === 'yes',
            },
          ]}
          errorMessage={messageFor(problems, 'seasonal')}
        />
        <Input
          name="baseline"
          label="Periods from which mean and limits are worked out"
          hint={`The first so many of each stretch, ${FEWEST_BASELINE} or more; they stay the same ones as time goes on. Blank: all of them`}
          classes="govuk-input--width-3"
          inputmode="numeric"
          value={baseline}
          errorMessage={messageFor(problems, 'baseline')}
        />
        <Input
          name="reason"
          label="Reason (kept in the trail)"
          value={isAgain ? typedText(asked.form, 'reason') : ''}
          errorMessage={messageFor(problems, 'reason')}
        />
        <Button>Save how it is drawn</Button>
      </form>
    </Details>
  );
}

function RebaseForm({ asked, view, problems }: Props) {
  const isAgain = isAbout(problems, ['from', 'rebaseReason']);
  const wished = periodAt(asked.query.get('from') ?? '')?.code ?? '';
  // The chart begins with the first: nothing would be worked out anew from there.
  const periods = [...(view.signal?.periods ?? [])].slice(1).reverse();
  if (periods.length === 0 && !isAgain) return null;
  const isOffered = periods.some(({ code }) => code === wished);
  return (
    <Details summaryText="Work mean and limits out anew from a period" open={isAgain || isOffered}>
      <form method="post" action={actionOf(view, '/rebase')} noValidate>
        <Token asked={asked} />
        <Select
          name="from"
          label="The first period in which the service ran in another way"
          hint={`What came before keeps its mean and limits. ${FEWEST_POINTS} figures from there on are needed for a signal`}
          items={[
            { value: '', text: 'Choose a period' },
            ...periods.map((period) => ({ value: period.code, text: periodLabel(period) })),
          ]}
          value={isAgain ? typedText(asked.form, 'from') : isOffered ? wished : ''}
          errorMessage={messageFor(problems, 'from')}
        />
        <Input
          name="rebaseReason"
          label="What changed about the service (shown with the chart)"
          value={isAgain ? typedText(asked.form, 'rebaseReason') : ''}
          errorMessage={messageFor(problems, 'rebaseReason')}
        />
        <Button>Work them out anew</Button>
      </form>
    </Details>
  );
}

function WithdrawForm({ asked, view, problems }: Props) {
  const isAgain = isAbout(problems, ['withdraw', 'withdrawReason']);
  const { rebases } = view.drawn;
  if (rebases.length === 0 && !isAgain) return null;
  const named = periodNames(view);
  const chosen = typedText(asked.form, 'withdraw');
  return (
    <Details summaryText="Withdraw such a decision" open={isAgain}>
      <form method="post" action={actionOf(view, '/withdraw')} noValidate>
        <Token asked={asked} />
        <Radios
          name="withdraw"
          legend="From which period are mean and limits no longer worked out anew?"
          items={rebases.map(({ from, reason }) => ({
            value: from,
            text: named(from),
            hint: reason,
            checked: isAgain && chosen === from,
          }))}
          errorMessage={messageFor(problems, 'withdraw')}
        />
        <Input
          name="withdrawReason"
          label="Reason (kept in the trail)"
          value={isAgain ? typedText(asked.form, 'withdrawReason') : ''}
          errorMessage={messageFor(problems, 'withdrawReason')}
        />
        <Button classes="govuk-button--secondary">Withdraw it</Button>
      </form>
    </Details>
  );
}
