import { type CoverPart, type CoverWords, coverParts } from '../../../domain/commentary/cover.ts';
import { plainText } from '../../../domain/commentary/plain-text.ts';
import type { CoverView } from '../../../workflow/queries/cover-view.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import { Input } from '../../components/input/input.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import type { CoverForm } from './typed-cover.ts';

interface Props {
  asked: Asked;
  address: string;
  view: CoverView;
  typed: CoverForm;
  problems: readonly FieldProblem[];
  /** What somebody else saved meanwhile. */
  theirs: CoverWords | null;
}

/** Who the report goes to, and the texts; the figures between them need nobody. */
export function CoverFormView({ asked, address, view, typed, problems, theirs }: Props) {
  const part = (place: 'before' | 'after') =>
    coverParts
      .filter((each) => each.place === place)
      .map(({ id, title }) => (
        <Part key={id} id={id} title={title} view={view} typed={typed} problems={problems} theirs={theirs} />
      ));
  return (
    <form method="post" action={address} id="words" noValidate>
      <Token asked={asked} />
      <input type="hidden" name="version" value={view.version ?? ''} />
      <input type="hidden" name="scorecard" value={view.evaluation.snapshot.scorecard.code} />
      <h2 class="govuk-heading-m">The meeting</h2>
      <Input
        name="meeting"
        label="Who the report goes to"
        hint="For example, Cabinet"
        value={typed.meeting}
      />
      <Input
        name="meetsOn"
        label="Day of the meeting"
        hint="For example, 14/11/2018"
        classes="govuk-input--width-10"
        value={typed.meetsOn}
        errorMessage={messageFor(problems, 'meetsOn')}
      />
      <Input name="author" label="Author" hint="Name and post" value={typed.author} />
      <Input name="contact" label="Contact" hint="E-mail address or telephone number" value={typed.contact} />
      <h2 class="govuk-heading-m">Ahead of the figures</h2>
      {part('before')}
      <h2 class="govuk-heading-m">After the figures</h2>
      {part('after')}
      <Button>Save</Button>
    </form>
  );
}

interface PartProps extends Omit<Props, 'asked' | 'address'> {
  id: CoverPart;
  title: string;
}

function Part({ id, title, view, typed, problems, theirs }: PartProps) {
  const suggestion = view.suggested[id];
  const saved = theirs?.texts[id]?.raw ?? '';
  return (
    <>
      <Textarea
        name={id}
        label={title}
        rows={id === 'recommendations' ? 8 : 4}
        value={typed.texts[id]}
        errorMessage={messageFor(problems, id)}
      />
      {suggestion === undefined || typed.texts[id].trim() !== '' ? null : (
        <Details summaryText={`What is printed while this is empty: ${title.toLowerCase()}`}>
          <p class="govuk-body ot-pre">{plainText(suggestion)}</p>
          <Button name="start" value={id} classes="govuk-button--secondary">
            Start from this
            <span class="govuk-visually-hidden">{`: ${title.toLowerCase()}`}</span>
          </Button>
        </Details>
      )}
      {theirs === null || saved === typed.texts[id] ? null : (
        <Details summaryText={`What was saved meanwhile: ${title.toLowerCase()}`} open>
          <p class="govuk-body ot-pre">{saved === '' ? 'Nothing' : saved}</p>
        </Details>
      )}
    </>
  );
}
