import type { CommitmentLine } from '../../../workflow/queries/commitments.ts';
import type { CommitmentsOfUpdate } from '../../../workflow/queries/commitments-of-update.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import { Input } from '../../components/input/input.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { commitmentAddress, dueInWords, howMany } from './words.ts';

interface CarriedForwardProps {
  held: CommitmentsOfUpdate;
  today: string;
  /** Of whoever may answer here, within the form of the update; null for readers. */
  answers: { form: URLSearchParams; problems: readonly FieldProblem[] } | null;
}

/**
 * What was promised earlier, beside the texts of the update. Its buttons belong to the update's own form, so that
 * nothing that was typed there is lost.
 */
export function CarriedForward({ held, today, answers }: CarriedForwardProps) {
  const { open, closed } = held;
  if (open.length === 0 && closed.length === 0) return null;
  return (
    <section class="ot-panel" aria-labelledby="commitments">
      <h3 class="govuk-heading-s" id="commitments">
        {open.length === 0 ? 'No commitment is open' : howMany(open)}
      </h3>
      <ul class="govuk-list">
        {open.map((line) => (
          <li key={line.id}>
            <Said line={line} today={today} />
            {answers === null ? null : <Answer line={line} {...answers} />}
          </li>
        ))}
        {closed.map((line) => (
          <li key={line.id}>
            <a class="govuk-link" href={commitmentAddress(line)}>
              {line.what}
            </a>
            <span class="ot-under">
              {`${line.state === 'done' ? 'Done' : 'Dropped'}: ${line.closed?.words ?? ''}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Said = ({ line, today }: { line: CommitmentLine; today: string }) => (
  <>
    <a class="govuk-link" href={commitmentAddress(line)}>
      {line.what}
    </a>
    <span class={line.overdue ? 'ot-under ot-late' : 'ot-under'}>
      {`${line.overdue ? 'Overdue: due' : 'Due'} ${dueInWords(line, today)}`}
    </span>
    <span class="ot-under">
      {[line.ownerName, line.forumName ?? '', line.note?.text ?? ''].filter((one) => one !== '').join('. ')}
    </span>
  </>
);

/** The names of the fields and buttons of one commitment in the form of the update. */
export const answerFields = (id: string) => ({
  words: `c-${id}-words`,
  due: `c-${id}-due`,
  do: `commitment-${id}`,
});

function Answer({
  line,
  form,
  problems,
}: {
  line: CommitmentLine;
  form: URLSearchParams;
  problems: readonly FieldProblem[];
}) {
  const names = answerFields(line.id);
  const wrong = [messageFor(problems, names.words), messageFor(problems, names.due)];
  return (
    <Details summaryText="What is new" open={wrong.some((one) => one !== undefined)}>
      <Textarea
        name={names.words}
        label="What came of it, how it goes, or why the day moves"
        rows={2}
        value={(form.get(names.words) ?? '').slice(0, 5_000)}
        errorMessage={wrong[0]}
      />
      <Input
        name={names.due}
        label="New day, if it moves"
        hint="Like 19/2/2019"
        classes="govuk-input--width-10"
        value={(form.get(names.due) ?? '').slice(0, 100)}
        errorMessage={wrong[1]}
      />
      <div class="ot-actions">
        <Button name="do" value={`${names.do}-discharge`} classes="govuk-button--secondary">
          It is done
        </Button>
        <Button name="do" value={`${names.do}-note`} classes="govuk-button--secondary">
          Still open
        </Button>
        <Button name="do" value={`${names.do}-amend`} classes="govuk-button--secondary">
          Move the day
        </Button>
      </div>
      <p class="govuk-body-s">
        <a class="govuk-link" href={commitmentAddress(line)}>
          Add evidence, or change who answers for it
        </a>
      </p>
    </Details>
  );
}
