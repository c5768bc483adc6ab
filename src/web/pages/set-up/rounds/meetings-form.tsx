import { periodLabel } from '../../../../domain/period/label.ts';
import type { RoundsOfYear } from '../../../../workflow/queries/rounds-calendar.ts';
import { fieldOf, seenPlan } from '../../../../workflow/round/plan-ahead.ts';
import { Button, ButtonGroup } from '../../../components/button/button.tsx';
import { Fieldset } from '../../../components/fieldset/fieldset.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor } from '../../../form-problems.tsx';
import { Token } from '../../../frame.tsx';
import type { Asked } from '../../../route.ts';
import { toPlan, type YearTyped } from './meetings.ts';

interface Props {
  asked: Asked;
  /** As it is kept: what the form is checked against. */
  held: RoundsOfYear;
  year: string;
  typed: YearTyped;
  problems: readonly FieldProblem[];
}

/** The meetings of all rounds that are not open yet, typed or pasted; the other days follow from them. */
export function MeetingsForm({ asked, held, year, typed, problems }: Props) {
  const day = (period: string, name: 'cabinetOn' | 'scrutinyOn', label: string) => (
    <Input
      name={fieldOf(name, period)}
      label={label}
      classes="govuk-input--width-10"
      value={typed.meetings.get(period)?.[name] ?? ''}
      errorMessage={messageFor(problems, fieldOf(name, period))}
    />
  );
  const wrong = problems.filter(({ field }) => field === 'pasted').map(({ message }) => message);
  return (
    <section class="ot-on-screen" aria-labelledby="meetings">
      <h2 class="govuk-heading-m" id="meetings">
        Meetings of the year
      </h2>
      <p class="govuk-body">
        Type days like 13/2/2019. Every other day of a round is worked back from its first meeting, over
        England’s working days; days that were set by hand stay as long as the meetings do. Leave both blank
        for a round that is not planned yet.
      </p>
      <form method="post" action="/set-up/rounds" noValidate>
        <Token asked={asked} />
        <input type="hidden" name="year" value={year} />
        {toPlan(held).map(({ period, plan }) => (
          <Fieldset
            key={period.code}
            legend={{ text: periodLabel(period), classes: 'govuk-fieldset__legend--s' }}
          >
            <input
              type="hidden"
              name={fieldOf('seen', period.code)}
              value={asked.form.get(fieldOf('seen', period.code)) ?? seenPlan(plan)}
            />
            <div class="ot-figures">
              {day(period.code, 'cabinetOn', 'Cabinet meets')}
              {day(period.code, 'scrutinyOn', 'Scrutiny meets')}
            </div>
          </Fieldset>
        ))}
        <Textarea
          name="pasted"
          label="Or paste them from a spreadsheet"
          hint="One line a round: the round, Cabinet’s day, scrutiny’s day. For example: Q3, 13/2/2019, 20/2/2019. Pasted lines take the place of what is typed above; those of rounds that are open already are left out."
          rows={5}
          value={typed.pasted}
          errorMessage={wrong.length === 0 ? undefined : wrong.join('. ')}
        />
        <ButtonGroup>
          <Button name="do" value="save">
            Save the days
          </Button>
          <Button name="do" value="check" classes="govuk-button--secondary">
            Show the days without saving
          </Button>
        </ButtonGroup>
      </form>
    </section>
  );
}
