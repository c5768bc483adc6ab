import type { MyWork } from '../../../workflow/queries/my-work.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import { Input } from '../../components/input/input.tsx';
import { Select } from '../../components/select/select.tsx';
import { messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { dayInWords } from '../../wording/days.ts';

export interface AwayTyped {
  deputy: string;
  fromDay: string;
  untilDay: string;
}

interface AwayProps {
  asked: Asked;
  work: Pick<MyWork, 'absence' | 'people'>;
  typed?: AwayTyped;
  problems?: readonly { field: string; message: string }[];
}

/** "I am away: pass to my deputy." */
export function AwaySection({ asked, work: { absence, people }, typed, problems = [] }: AwayProps) {
  const messageOf = (field: string) => messageFor(problems, field);
  if (absence !== null && absence.deputy !== null && problems.length === 0) {
    const until =
      absence.untilDay === null ? 'until you say so' : `until ${dayInWords(absence.untilDay, asked.today)}`;
    return (
      <section class="ot-panel" aria-labelledby="away">
        <h2 class="govuk-heading-s" id="away">
          You are away
        </h2>
        <p class="govuk-body">
          {`${people.get(absence.deputy)?.name ?? absence.deputy} stands in for you from ${dayInWords(absence.fromDay, asked.today)} ${until}.`}
        </p>
        <form method="post" action="/my-work/away">
          <Token asked={asked} />
          <input type="hidden" name="back" value="yes" />
          <Button classes="govuk-button--secondary">I am back</Button>
        </form>
      </section>
    );
  }
  const others = [...people.values()]
    .filter(({ id, active }) => active && id !== asked.person?.id)
    .map(({ id, name, post }) => ({ value: id, text: post === null ? name : `${name}, ${post}` }));
  return (
    <Details summaryText="I am away: pass my work to a deputy" open={problems.length > 0}>
      <form method="post" action="/my-work/away" noValidate>
        <Token asked={asked} />
        <Select
          name="deputy"
          label="Who stands in for you"
          items={[{ value: '', text: 'Choose a person' }, ...others]}
          value={typed?.deputy ?? ''}
          errorMessage={messageOf('deputy')}
        />
        <Input
          name="fromDay"
          label="First day away"
          hint="For example, 14/1/2019"
          value={typed?.fromDay ?? ''}
          classes="govuk-input--width-10"
          errorMessage={messageOf('fromDay')}
        />
        <Input
          name="untilDay"
          label="Last day away (if you know it)"
          value={typed?.untilDay ?? ''}
          classes="govuk-input--width-10"
          errorMessage={messageOf('untilDay')}
        />
        <Button classes="govuk-button--secondary">Pass my work on</Button>
      </form>
    </Details>
  );
}
