import { glossaryLines } from '../../../../domain/commentary/checks/glossary.ts';
import { can } from '../../../../domain/permission/can.ts';
import { readCheckSettings } from '../../../../workflow/queries/check-settings.ts';
import { type ChecksGiven, changeChecks } from '../../../../workflow/set-up/change-checks.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Table } from '../../../components/table/table.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { asSent, typedOrNull, typedText } from '../../../typed-form.ts';

export const checksPage = (asked: Asked): Promise<Answer> => shown(asked, null, []);

export async function saveChecks(asked: Asked): Promise<Answer> {
  const { form } = asked;
  const given: ChecksGiven = {
    // A glossary of five hundred long lines is longer than other fields.
    glossary: asSent((form.get('glossary') ?? '').slice(0, 150_000)),
    disclosureThreshold: typedText(form, 'disclosureThreshold'),
    lengthGuide: typedText(form, 'lengthGuide'),
    reason: typedOrNull(form, 'reason'),
  };
  const problems = await problemsOf(() => changeChecks(asked.store, actingFor(asked), given));
  if (problems.length > 0) return shown(asked, given, problems);
  return { kind: 'redirect', to: '/set-up/checks', notice: 'Saved. Texts are checked by this from now on.' };
}

async function shown(
  asked: Asked,
  given: ChecksGiven | null,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const held = await readCheckSettings(asked.store, asked.authority.code);
  const mayChange = can(asked.actors, 'changeChecks', { relation: 'other', state: null });
  const typed = given ?? {
    glossary: glossaryLines(held.glossary),
    disclosureThreshold: String(held.disclosureThreshold ?? ''),
    lengthGuide: String(held.lengthGuide ?? ''),
    reason: null,
  };
  return pageAnswer(
    asked,
    {
      title: 'Checks of commentary',
      back: { text: 'Set-up', href: '/set-up' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Checks of commentary</h1>
      <p class="govuk-body">
        Texts are held against their figures while they are written. What is found is advice to the officer
        and a flag for the approver; it keeps nobody from saving, submitting or approving. Three of the checks
        go by what is set here.
      </p>
      {mayChange ? (
        <form method="post" action="/set-up/checks" noValidate>
          <Token asked={asked} />
          <Textarea
            name="glossary"
            label="Abbreviations that your readers know"
            hint="One a line, with its meaning: CLT = Corporate Leadership Team. Any other is asked about where a text does not explain it"
            rows={10}
            value={typed.glossary}
            errorMessage={messagesFor(problems, 'glossary')}
          />
          <Input
            name="disclosureThreshold"
            label="The smallest number of people that a text may give"
            hint="Fewer may identify somebody. 5 is usual. Blank: numbers of people are not checked"
            classes="govuk-input--width-4"
            inputmode="numeric"
            value={typed.disclosureThreshold}
            errorMessage={messageFor(problems, 'disclosureThreshold')}
          />
          <Input
            name="lengthGuide"
            label="The most words that one text should have"
            hint="A guide, not a limit. Blank: length is not checked"
            classes="govuk-input--width-4"
            inputmode="numeric"
            value={typed.lengthGuide}
            errorMessage={messageFor(problems, 'lengthGuide')}
          />
          <Input name="reason" label="Reason (kept in the trail)" value={typed.reason ?? ''} />
          <Button>Save</Button>
        </form>
      ) : (
        <>
          <p class="govuk-body">
            {held.disclosureThreshold === null
              ? 'Small numbers of people are not checked.'
              : `Numbers of people below ${held.disclosureThreshold} are asked about.`}{' '}
            {held.lengthGuide === null
              ? 'There is no guide to the length of a text.'
              : `A text should have ${held.lengthGuide} words or fewer.`}
          </p>
          <Table
            caption="Abbreviations that readers know"
            columns={[
              { heading: 'Abbreviation', label: 'Abbreviation' },
              { heading: 'Meaning', label: 'Meaning' },
            ]}
            rows={Object.entries(held.glossary)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([short, meaning]) => ({ key: short, cells: [short, meaning] }))}
            empty="None have been listed."
          />
        </>
      )}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** Every line that is wrong, beside the one box that they are in. */
function messagesFor(problems: readonly FieldProblem[], name: string): string | undefined {
  const own = problems.filter(({ field }) => field === name).map(({ message }) => message);
  return own.length === 0 ? undefined : own.join('. ');
}
