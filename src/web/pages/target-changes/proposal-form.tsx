import type { MeasureVersion } from '../../../domain/measure/measure.ts';
import { comparabilities, comparabilityNames } from '../../../domain/measure/series-change.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { exampleOf, unitInWords } from '../../../domain/number/unit-words.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { fieldOfTarget } from '../../../domain/proposal/content-problems.ts';
import { type ProposalContent, proposalKindNames } from '../../../domain/proposal/proposal.ts';
import type { TargetRole, TargetVersion } from '../../../domain/target/target.ts';
import { Button, ButtonGroup } from '../../components/button/button.tsx';
import { Radios } from '../../components/choices/choices.tsx';
import { Input } from '../../components/input/input.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { resultRows, type Slot } from './typed-proposal.ts';
import { quarterNamed } from './words.ts';

interface FormProps {
  asked: Asked;
  action: string;
  /** Of the draft that is changed; null of a new proposal. */
  version: number | null;
  content: ProposalContent;
  /** As it was typed where it is no day. */
  meets: string;
  /** Latest versions of the measures concerned. */
  measures: readonly MeasureVersion[];
  slots: readonly Slot[];
  /** What is in force, by slot. */
  held: ReadonlyMap<string, TargetVersion>;
  forums: readonly string[];
  problems: readonly FieldProblem[];
}

const roleWords: Readonly<Partial<Record<TargetRole, string>>> = { low: ', lowest', high: ', highest' };

/** The second part: what is proposed, why, and who decides. */
export function ProposalForm(props: FormProps) {
  const { asked, action, content, problems, forums } = props;
  const wrong = (name: string) => messageFor(problems, name);
  const { kind, decider } = content;
  return (
    <form method="post" action={action} noValidate>
      <Token asked={asked} />
      {props.version === null ? null : <input type="hidden" name="version" value={String(props.version)} />}
      <Results {...props} />
      <Targets {...props} />
      {kind === 'define' ? (
        <Textarea
          name="meaning"
          label="What the measure will mean"
          hint="In plain words, with what is counted and what is not"
          value={content.meaning}
          rows={5}
          errorMessage={wrong('meaning')}
        />
      ) : null}
      {kind === 'define' || kind === 'combine' || kind === 'split' ? (
        <Radios
          name="comparable"
          legend="Can figures before and after be compared?"
          hint="The chart and the direction of travel follow what you say here"
          items={comparabilities.map((value) => ({
            value,
            text: comparabilityNames[value],
            checked: content.comparable === value,
          }))}
        />
      ) : null}
      <Textarea
        name="reason"
        label="Why it should change"
        hint="As it is to be read in the schedule of amendments. You can add evidence on the next page"
        value={content.reason}
        rows={4}
        errorMessage={wrong('reason')}
      />
      <Radios
        name="deciderKind"
        legend="Who decides?"
        items={[
          { value: 'forum', text: 'A forum, such as Cabinet', checked: decider.kind === 'forum' },
          { value: 'person', text: 'A person, such as a director', checked: decider.kind === 'person' },
        ]}
      />
      <Input
        name="decider"
        label="Name of the forum or person"
        hint={forums.length === 0 ? 'For example, Cabinet' : `For example, ${forums.slice(0, 4).join(', ')}`}
        value={decider.name}
        errorMessage={wrong('decider')}
      />
      <Input
        name="meets"
        label="Day on which the forum meets, if you know it"
        hint="For example, 13/2/2019"
        value={props.meets}
        classes="govuk-input--width-10"
        errorMessage={wrong('meets')}
      />
      <ButtonGroup>
        <Button name="do" value="propose">
          Propose
        </Button>
        <Button name="do" value="save" classes="govuk-button--secondary">
          Save as a draft
        </Button>
      </ButtonGroup>
    </form>
  );
}

/** The measures that come of it. */
function Results({ content, measures, problems }: FormProps) {
  const rows = resultRows(content.kind);
  if (rows === 0) return null;
  const [first] = measures;
  const wrong = (name: string) => messageFor(problems, name);
  const names = { combine: 'The measure that comes of them', split: 'Measure', new: 'The new measure' };
  const said = names[content.kind as keyof typeof names];
  const codes = measures.map(({ code }) => code).join(' or ');
  return (
    <>
      {Array.from({ length: rows }, (_, index) => {
        const legend = rows === 1 ? said : `${said} ${index + 1}${index > 1 ? ' (optional)' : ''}`;
        const result = content.results[index];
        return (
          <fieldset key={index} class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
            <Input
              name={`result-${index + 1}-code`}
              label="Code"
              hint={
                content.kind === 'new'
                  ? `Counted like ${first?.code ?? 'another'}: its unit, which way is good, and how often`
                  : `A new code, or ${codes} to go on under it with a break in the series`
              }
              value={result?.code ?? ''}
              classes="govuk-input--width-20"
              errorMessage={wrong(`result-${index + 1}-code`)}
            />
            <Input
              name={`result-${index + 1}-title`}
              label="Title"
              value={result?.title ?? ''}
              errorMessage={wrong(`result-${index + 1}-title`)}
            />
          </fieldset>
        );
      })}
    </>
  );
}

function Targets({ content, measures, slots, held, problems }: FormProps) {
  const [first] = measures;
  if (slots.length === 0 || first === undefined) return null;
  const { unit } = first;
  const verb = content.kind === 'amend' ? 'Proposed targets' : 'Its targets';
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{verb}</legend>
      <p class="govuk-body">
        {`It is ${unitInWords(unit)}: type targets like ${exampleOf(unit)}. `}
        {content.kind === 'amend' ? 'Leave a target blank that stays as it is.' : ''}
      </p>
      {slots.map(({ period, role, slot }) => {
        const field = fieldOfTarget(period.code, role);
        const before = held.get(slot);
        const label = period.span === 'year' ? `Year end, ${period.code}` : periodLabel(period);
        return (
          <Input
            key={slot}
            name={field}
            label={`${label}${roleWords[role] ?? ''}`}
            hint={
              before === undefined ? 'None is set now' : `In force now: ${formatFigure(before.figure, unit)}`
            }
            value={content.values[slot] ?? ''}
            classes="govuk-input--width-10"
            errorMessage={messageFor(problems, field)}
          />
        );
      })}
    </fieldset>
  );
}

/** What was chosen in the first part. */
export function ChosenSummary({
  content,
  measures,
  change,
}: {
  content: ProposalContent;
  measures: readonly MeasureVersion[];
  change: string | null;
}) {
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{`From ${quarterNamed(content.from)}`}</span>
        {proposalKindNames[content.kind]}
      </h1>
      <ul class="govuk-list">
        {measures.map(({ code, title }) => (
          <li key={code}>
            <strong>{code}</strong>
            {`, ${title}`}
          </li>
        ))}
      </ul>
      {change === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={change}>
            Choose another change, measure or quarter
          </a>
        </p>
      )}
    </>
  );
}
