import type { HeldFindings } from '../../../domain/commentary/checks/dismissal.ts';
import type { Finding } from '../../../domain/commentary/checks/finding.ts';
import type { CommentaryPart } from '../../../domain/commentary/text-tree.ts';
import type { Person } from '../../../domain/organisation/person.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import { Input } from '../../components/input/input.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { counted } from '../../wording/count.ts';
import { momentInWords } from '../../wording/days.ts';

/** What is needed to name who dismissed a finding, and when. */
export interface FindingReaders {
  people: ReadonlyMap<string, Person>;
  timeZone: string;
}

interface PartFindingsProps extends FindingReaders {
  part: CommentaryPart;
  held: HeldFindings;
  /** Of whoever may dismiss, within the form of the update; null for readers. */
  answers: { form: URLSearchParams; problems: readonly FieldProblem[] } | null;
}

/** The findings about one text, each once. */
export const ofPart = ({ open, dismissed }: HeldFindings, part: CommentaryPart): HeldFindings => ({
  open: open.filter(({ section }) => section === part),
  dismissed: dismissed.filter(({ finding }) => finding.section === part),
});

export const isEmpty = (held: HeldFindings, part: CommentaryPart): boolean => keysOf(held, part) === '';

/** By which our script tells whether anything is new: what has not changed is left as somebody has it open. */
export const keysOf = (held: HeldFindings, part: CommentaryPart): string => {
  const own = ofPart(held, part);
  return [...own.open.map(({ key }) => key), ...own.dismissed.map(({ finding }) => `-${finding.key}`)].join(
    ' ',
  );
};

/** The names of the field and buttons of one finding in the form of the update. */
export const findingFields = (key: string) => ({
  reason: `finding-${key}-reason`,
  dismiss: `finding-${key}-dismiss`,
  restore: `finding-${key}-restore`,
});

/** Where one text disagrees with its figures, as advice under its box; nothing where it does not. */
export function PartFindings({ part, held, people, timeZone, answers }: PartFindingsProps) {
  const { open, dismissed } = ofPart(held, part);
  return (
    <>
      {open.length === 0 ? null : (
        <ul class="govuk-list ot-findings">
          {open.map((finding) => (
            <li key={finding.key}>
              <Said finding={finding} />
              {answers === null ? null : <Dismiss finding={finding} {...answers} />}
            </li>
          ))}
        </ul>
      )}
      {dismissed.length === 0 ? null : (
        <Details summaryText={`${counted(dismissed.length, 'remark')} dismissed`}>
          <ul class="govuk-list ot-findings ot-findings--dismissed">
            {dismissed.map(({ finding, dismissal }) => (
              <li key={finding.key}>
                <Said finding={finding} />
                <p class="govuk-body-s">
                  {`${people.get(dismissal.person)?.name ?? dismissal.person} dismissed it on ${momentInWords(dismissal.at, timeZone)}: “${dismissal.reason}”`}
                </p>
                {answers === null ? null : (
                  <Button
                    name="do"
                    value={findingFields(finding.key).restore}
                    classes="govuk-button--secondary"
                  >
                    Show it again
                    <span class="govuk-visually-hidden">: {finding.quote}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

/** The words, why, and the figures that it rests on. */
export function Said({ finding, number }: { finding: Finding; number?: number }) {
  const { quote, says, figures, severity } = finding;
  return (
    <>
      <p class="govuk-body-s">
        {number === undefined ? '' : `${number}. `}
        <strong class={severity === 'warning' ? 'ot-finding__warning' : undefined}>
          {severity === 'warning' ? 'Please check' : 'Worth a look'}
        </strong>
        {quote === '' ? '' : `: “${shortened(quote)}”`}
      </p>
      <p class="govuk-body-s">{says}</p>
      {figures.length === 0 ? null : (
        <p class="govuk-body-s ot-finding__figures">
          {figures.map(({ label, display }) => `${label}: ${display}`).join('; ')}
        </p>
      )}
    </>
  );
}

const SHOWN = 240;

const shortened = (words: string): string => (words.length <= SHOWN ? words : `${words.slice(0, SHOWN)}…`);

function Dismiss({
  finding: { key, quote },
  form,
  problems,
}: {
  finding: Finding;
  form: URLSearchParams;
  problems: readonly FieldProblem[];
}) {
  const names = findingFields(key);
  const wrong = messageFor(problems, names.reason);
  const typed = (form.get(names.reason) ?? '').slice(0, 1_000);
  return (
    <Details
      summaryText={
        <>
          It is right as it stands<span class="govuk-visually-hidden">: {shortened(quote)}</span>
        </>
      }
      open={wrong !== undefined || typed !== ''}
    >
      <Input
        name={names.reason}
        label="Why"
        hint="Your approver sees this"
        value={typed}
        errorMessage={wrong}
      />
      <Button name="do" value={names.dismiss} classes="govuk-button--secondary">
        Dismiss it
      </Button>
    </Details>
  );
}
