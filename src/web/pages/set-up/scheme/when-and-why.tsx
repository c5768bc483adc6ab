import { Radios } from '../../../components/choices/choices.tsx';
import { Input } from '../../../components/input/input.tsx';
import { type FieldProblem, messageFor } from '../../../form-problems.tsx';
import type { Asked } from '../../../route.ts';
import { typedText } from '../../../typed-form.ts';
import { daysOffered } from './days-offered.ts';

interface Props {
  asked: Asked;
  problems: readonly FieldProblem[];
}

/** What is asked before other rules hold: from which period, and why. */
export function WhenAndWhy({ asked, problems }: Props) {
  const chosen = asked.form.get('from') ?? '';
  return (
    <>
      <Radios
        name="from"
        legend="From which period"
        items={daysOffered(asked).map(({ day, text, hint }) => ({
          value: day,
          text,
          hint,
          checked: chosen === day,
        }))}
        errorMessage={messageFor(problems, 'from')}
      />
      <Input
        name="reason"
        label="Reason, or who decided it"
        value={typedText(asked.form, 'reason')}
        errorMessage={messageFor(problems, 'reason')}
      />
    </>
  );
}

/** The day that was chosen, and the reason that was typed; or what is wrong with the choice. */
export function whenAndWhyIn(asked: Asked): { from: string; reason: string } | { problems: FieldProblem[] } {
  const from = typedText(asked.form, 'from');
  if (!daysOffered(asked).some(({ day }) => day === from)) {
    return { problems: [{ field: 'from', message: 'Choose from when it holds' }] };
  }
  return { from, reason: typedText(asked.form, 'reason') };
}
