import { formatLongDate } from '../../../domain/number/date.ts';
import { dayIn } from '../../../domain/period/of-day.ts';
import type { Edition } from '../../../domain/round/edition.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { WarningText } from '../../components/warning-text/warning-text.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';

interface WithdrawProps {
  asked: Asked;
  typed: string;
  problems: readonly FieldProblem[];
}

/** The form that takes an edition from its readers. */
export const Withdraw = ({ asked, typed, problems }: WithdrawProps) => (
  <Details summaryText="Withdraw this edition" open={problems.length > 0}>
    <WarningText>
      This cannot be undone. Its page and every file of it will say that it was withdrawn, when and why.
    </WarningText>
    <p class="govuk-body">
      The performance team and internal audit can still read it here. To put figures right, make a correction
      instead: the old edition then stays, and leads to the new one.
    </p>
    <form method="post" action={`/reports/${asked.params.edition}/withdraw`} noValidate>
      <Token asked={asked} />
      <Textarea
        name="reason"
        label="Why it is withdrawn"
        hint="Everybody who opens its address reads this"
        rows={3}
        value={typed}
        errorMessage={messageFor(problems, 'reason')}
      />
      <Button classes="govuk-button--warning" preventDoubleClick>
        Withdraw the edition
      </Button>
    </form>
  </Details>
);

/** What those who may still read it must know first. */
export const WithdrawnMark = ({ edition, timeZone }: { edition: Edition; timeZone: string }) =>
  edition.withdrawn === null ? null : (
    <WarningText>
      {`Withdrawn on ${formatLongDate(dayIn(edition.withdrawn.at, timeZone))}. Only the performance team and internal audit can read it. Reason: ${edition.withdrawn.reason}`}
    </WarningText>
  );
