import type { Proposal } from '../../../domain/proposal/proposal.ts';
import { Button } from '../../components/button/button.tsx';
import { Radios } from '../../components/choices/choices.tsx';
import { Details } from '../../components/details/details.tsx';
import { Input } from '../../components/input/input.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { proposalAddress } from './subject.ts';

interface Props {
  asked: Asked;
  proposal: Proposal;
  problems: readonly FieldProblem[];
}

/** What was decided: recorded with who decided, when, and where it can be looked up. */
export function DecisionForm({ asked, proposal, problems }: Props) {
  const isAgain = asked.form.has('by');
  const typed = (name: string, before = '') => (isAgain ? typedText(asked.form, name) : before);
  const wrong = (name: string) => messageFor(problems, name);
  return (
    <section aria-labelledby="decision">
      <h2 class="govuk-heading-m" id="decision">
        Record the decision
      </h2>
      <form method="post" action={`${proposalAddress(proposal.number)}/decide`} noValidate>
        <Token asked={asked} />
        <input type="hidden" name="version" value={String(proposal.version)} />
        <Radios
          name="outcome"
          legend="What was decided?"
          errorMessage={wrong('outcome')}
          items={[
            {
              value: 'approve',
              text: 'Approved',
              hint: 'The change is made, and holds from the quarter above',
              checked: typed('outcome') === 'approve',
            },
            {
              value: 'refuse',
              text: 'Refused',
              hint: 'Everything stays as it is',
              checked: typed('outcome') === 'refuse',
            },
          ]}
        />
        <Input
          name="by"
          label="Who decided"
          value={typed('by', proposal.decider.name)}
          errorMessage={wrong('by')}
        />
        <Input
          name="on"
          label="Day of the decision"
          hint="For example, 14/11/2018"
          value={typed('on')}
          classes="govuk-input--width-10"
          errorMessage={wrong('on')}
        />
        <Input
          name="reference"
          label="Reference of the decision"
          hint="As the minutes have it, for example CAB/18/112"
          value={typed('reference')}
          classes="govuk-input--width-20"
          errorMessage={wrong('reference')}
        />
        <Textarea
          name="note"
          label="What was said with it (optional)"
          value={typed('note')}
          rows={3}
          errorMessage={wrong('note')}
        />
        <Button>Record the decision</Button>
      </form>
    </section>
  );
}

export function WithdrawForm({ asked, proposal, problems }: Props) {
  const message = messageFor(problems, 'withdrawReason');
  return (
    <Details summaryText="Withdraw this proposal" open={message !== undefined}>
      <form method="post" action={`${proposalAddress(proposal.number)}/withdraw`} noValidate>
        <Token asked={asked} />
        <Input
          name="withdrawReason"
          label="Why it is withdrawn"
          hint="It stays to be read, with this reason"
          value={typedText(asked.form, 'withdrawReason')}
          errorMessage={message}
        />
        <Button classes="govuk-button--warning">Withdraw</Button>
      </form>
    </Details>
  );
}
