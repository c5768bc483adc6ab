import type { CommitmentView } from '../../../workflow/queries/commitments.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { EvidenceFields } from '../../evidence-fields.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { asTyped, DueFields } from './fields.tsx';
import { commitmentAddress } from './words.ts';

interface FormsProps {
  asked: Asked;
  view: CommitmentView;
  problems: readonly FieldProblem[];
}

/** What this person may do about a commitment now; what was just tried is open with what they typed. */
export function Forms({ asked, view, problems }: FormsProps) {
  const { may } = view;
  if (may.length === 0) return null;
  const tried = asked.form.get('do');
  const props = { asked, view, problems };
  return (
    <section aria-labelledby="act">
      <h2 class="govuk-heading-m" id="act">
        What is new
      </h2>
      {may.includes('discharge') ? (
        <Details summaryText="It is done" open={tried === 'discharge'}>
          <Discharge {...props} />
        </Details>
      ) : null}
      {may.includes('note') ? (
        <Details summaryText="It is still open: say how it goes" open={tried === 'note'}>
          <OneText {...props} verb="note" field="note" label="How it goes" button="Save" />
        </Details>
      ) : null}
      {may.includes('amend') ? (
        <Details summaryText="Change the day, who answers for it, or the forum" open={tried === 'amend'}>
          <Amend {...props} />
        </Details>
      ) : null}
      {may.includes('drop') ? (
        <Details summaryText="Drop it" open={tried === 'drop'}>
          <OneText {...props} verb="drop" field="reason" label="Why it is given up" button="Drop it" warns />
        </Details>
      ) : null}
      {may.includes('reopen') ? (
        <Details summaryText="Open it again" open={tried === 'reopen'}>
          <OneText
            {...props}
            verb="reopen"
            field="reason"
            label="Why it is open again"
            button="Open it again"
          />
        </Details>
      ) : null}
    </section>
  );
}

const Hidden = ({ asked, view, verb }: { asked: Asked; view: CommitmentView; verb: string }) => (
  <>
    <Token asked={asked} />
    <input type="hidden" name="version" value={String(view.line.version)} />
    <input type="hidden" name="do" value={verb} />
  </>
);

/** What was typed into this form and could not be taken; '' in every other. */
const again = (asked: Asked, verb: string, field: string): string =>
  asked.form.get('do') === verb ? (asked.form.get(field) ?? '').slice(0, 5_000) : '';

interface OneTextProps extends FormsProps {
  verb: 'note' | 'drop' | 'reopen';
  field: 'note' | 'reason';
  label: string;
  button: string;
  warns?: boolean;
}

function OneText({ asked, view, problems, verb, field, label, button, warns }: OneTextProps) {
  const isTried = asked.form.get('do') === verb;
  return (
    <form method="post" action={commitmentAddress(view.line)} encType="multipart/form-data" noValidate>
      <Hidden asked={asked} view={view} verb={verb} />
      <Textarea
        name={field}
        id={isTried ? field : `${verb}-${field}`}
        label={label}
        rows={3}
        value={again(asked, verb, field)}
        errorMessage={isTried ? messageFor(problems, field) : undefined}
      />
      <Button classes={warns ? 'govuk-button--warning' : ''}>{button}</Button>
    </form>
  );
}

function Discharge({ asked, view, problems }: FormsProps) {
  const messageOf = (field: string) =>
    asked.form.get('do') === 'discharge' ? messageFor(problems, field) : undefined;
  return (
    <form method="post" action={commitmentAddress(view.line)} encType="multipart/form-data" noValidate>
      <Hidden asked={asked} view={view} verb="discharge" />
      <Textarea
        name="outcome"
        label="What came of it"
        hint="What was decided or done, and what follows from it"
        rows={3}
        value={again(asked, 'discharge', 'outcome')}
        errorMessage={messageOf('outcome')}
      />
      <EvidenceFields
        title={{
          name: 'title',
          label: 'Evidence (optional): what it is',
          hint: 'For example, Minutes of the meeting of 20 November',
        }}
        typed={(name) => again(asked, 'discharge', name)}
        wrong={messageOf}
      />
      <Button>It is done</Button>
    </form>
  );
}

function Amend({ asked, view, problems }: FormsProps) {
  const isTried = asked.form.get('do') === 'amend';
  const { line } = view;
  const typed = isTried
    ? {
        due: again(asked, 'amend', 'due'),
        owner: again(asked, 'amend', 'owner'),
        forum: again(asked, 'amend', 'forum'),
      }
    : { due: asTyped(line.due), owner: line.owner, forum: line.forum ?? '' };
  const shown = isTried ? problems : [];
  return (
    <form method="post" action={commitmentAddress(line)} encType="multipart/form-data" noValidate>
      <Hidden asked={asked} view={view} verb="amend" />
      <DueFields
        typed={typed}
        people={view.people.values()}
        forums={view.forums}
        today={asked.today}
        problems={shown}
      />
      <Textarea
        name="reason"
        id={isTried ? 'reason' : 'amend-reason'}
        label="Why it changes"
        rows={2}
        value={again(asked, 'amend', 'reason')}
        errorMessage={messageFor(shown, 'reason')}
      />
      <Button>Save</Button>
    </form>
  );
}
