import { restatementKindNames, restatementKinds } from '../../../domain/restatement/restatement.ts';
import type { GivenRestatement } from '../../../workflow/restatements/read-restatement.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkboxes, Radios } from '../../components/choices/choices.tsx';
import { Input } from '../../components/input/input.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';

interface FormProps {
  asked: Asked;
  address: string;
  given: GivenRestatement;
  /** A figure as somebody would type it: `94.5%`. */
  example: string;
  problems: readonly FieldProblem[];
}

/** The new figure and why; its effect comes on the next page, before anything is saved. */
export function RestateForm({ asked, address, given, example, problems }: FormProps) {
  const wrong = (name: string) => messageFor(problems, name);
  return (
    <form method="post" action={address} noValidate>
      <Token asked={asked} />
      <input type="hidden" name="id" value={given.id} />
      <input type="hidden" name="role" value={given.role} />
      <input type="hidden" name="seen" value={given.seen} />
      {given.answers === undefined ? null : <input type="hidden" name="answers" value={given.answers} />}
      <Input
        name="figure"
        label="The correct figure"
        hint={`For example, ${example}. Leave it blank where the figure stays and only becomes provisional or final.`}
        value={given.figure}
        classes="govuk-input--width-20"
        errorMessage={wrong('figure')}
      />
      {given.role === 'forecast' ? null : (
        <div class="ot-figures">
          <Input
            name="numerator"
            label="Numerator, if there is one"
            value={given.numerator}
            classes="govuk-input--width-10"
            inputmode="decimal"
            errorMessage={wrong('numerator')}
          />
          <Input
            name="denominator"
            label="Denominator, if there is one"
            value={given.denominator}
            classes="govuk-input--width-10"
            inputmode="decimal"
            errorMessage={wrong('denominator')}
          />
        </div>
      )}
      <Radios
        name="kind"
        legend="Why does the figure change?"
        hint="Not needed where the figure stays"
        errorMessage={wrong('kind')}
        items={restatementKinds.map((kind) => ({
          value: kind,
          text: restatementKindNames[kind],
          checked: given.kind === kind,
        }))}
      />
      <Textarea
        name="reason"
        label="What happened"
        hint="One or two sentences. They are printed beside the figure and in the next report."
        rows={3}
        value={given.reason}
        errorMessage={wrong('reason')}
      />
      <Checkboxes
        name="provisional"
        legend={null}
        items={[
          {
            value: 'yes',
            text: 'The figure is provisional',
            checked: given.provisional,
            conditional: (
              <Input
                name="waitsFor"
                label="What does it wait for?"
                hint="For example, validation by the Department for Education in December 2018"
                value={given.waitsFor}
                errorMessage={wrong('waitsFor')}
              />
            ),
          },
        ]}
      />
      <Button>Continue</Button>
    </form>
  );
}
