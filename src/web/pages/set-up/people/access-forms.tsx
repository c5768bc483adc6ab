import type { Person } from '../../../../domain/organisation/person.ts';
import { Button } from '../../../components/button/button.tsx';
import { Details } from '../../../components/details/details.tsx';
import { Input } from '../../../components/input/input.tsx';
import { type FieldProblem, messageFor } from '../../../form-problems.tsx';
import { Token } from '../../../frame.tsx';
import type { Asked } from '../../../route.ts';

interface Props {
  asked: Asked;
  person: Person;
  problems: readonly FieldProblem[];
}

/** A password for somebody without a council account; it ends the sessions they have. */
export function PasswordForm({ asked, person, problems }: Props) {
  const wrong = messageFor(problems, 'password');
  return (
    <Details summaryText="Set a password" open={wrong !== undefined}>
      <form method="post" action={`/set-up/people/${person.id}/password`} noValidate>
        <Token asked={asked} />
        <Input
          name="password"
          label="New password"
          hint="At least 12 characters: three random words do well. Tell them by telephone or in person. They are signed out wherever they are signed in."
          type="password"
          autocomplete="new-password"
          errorMessage={wrong}
        />
        <Button classes="govuk-button--secondary">Set the password</Button>
      </form>
    </Details>
  );
}

export function AccessForm({ asked, person, problems }: Props) {
  const action = `/set-up/people/${person.id}/access`;
  if (!person.active) {
    return (
      <form method="post" action={action}>
        <Token asked={asked} />
        <input type="hidden" name="access" value="open" />
        <Button classes="govuk-button--secondary">Let them sign in again</Button>
      </form>
    );
  }
  const wrong = messageFor(problems, 'reason');
  return (
    <Details summaryText="End their access" open={wrong !== undefined}>
      <p class="govuk-body">
        They are signed out at once and cannot sign in again. What they entered and approved stays under their
        name. Choose somebody else for the measures that they answer for.
      </p>
      <form method="post" action={action} noValidate>
        <Token asked={asked} />
        <input type="hidden" name="access" value="ended" />
        <Input
          name="reason"
          label="Reason"
          hint="For example: left the council on 31/12/2018"
          errorMessage={wrong}
        />
        <Button classes="govuk-button--warning">End their access</Button>
      </form>
    </Details>
  );
}
