import type { PeersView } from '../../../workflow/queries/read-peers.ts';
import { Button } from '../../components/button/button.tsx';
import { Input } from '../../components/input/input.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { asTyped } from '../commitments/fields.tsx';

interface FormProps {
  asked: Asked;
  view: PeersView;
  action: string;
  problems: readonly FieldProblem[];
}

/** When the next national figures of a measure are expected, and from where. */
export function ExpectedForm({ asked, view: { expected }, action, problems }: FormProps) {
  const typed = (name: string, held: string) => (problems.length > 0 ? typedText(asked.form, name) : held);
  return (
    <form method="post" action={action} noValidate>
      <Token asked={asked} />
      <Input
        name="expectedOn"
        label="Expected on"
        hint="Like 12/12/2019. Blank where no more are expected"
        classes="govuk-input--width-10"
        value={typed('expectedOn', expected?.expectedOn ? asTyped(expected.expectedOn) : '')}
        errorMessage={messageFor(problems, 'expectedOn')}
      />
      <Input
        name="period"
        label="Period that they are about"
        hint="For example, 2018-19. Blank where it is not known"
        classes="govuk-input--width-10"
        value={typed('period', expected?.period ?? '')}
        errorMessage={messageFor(problems, 'period')}
      />
      <Input
        name="publication"
        label="Where they will be published"
        value={typed('publication', expected?.publication ?? '')}
        errorMessage={messageFor(problems, 'publication')}
      />
      <Button classes="govuk-button--secondary">Save</Button>
    </form>
  );
}
