import { presetScheme, presetSchemes } from '../../../../domain/status/presets/index.ts';
import type { StatusScheme } from '../../../../domain/status/scheme.ts';
import { schemesInForce } from '../../../../workflow/queries/schemes-in-force.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import { Button } from '../../../components/button/button.tsx';
import { Details } from '../../../components/details/details.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Select } from '../../../components/select/select.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { fieldOfParameter, schemeText } from './scheme-typed.ts';

/** Chooses a scheme to try: one that ships with its settings, or rules of one's own. */
export async function changePage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const { authority } = await readSetUp(asked.store, asked.authority.code, asked.today);
  const { status } = await schemesInForce(asked.store, authority, asked.today);
  const name = asked.form.get('preset') ?? asked.query.get('preset') ?? status.id;
  const preset = presetScheme(name) ?? [...presetSchemes.values()][0];
  return pageAnswer(
    asked,
    {
      title: 'Try another scheme',
      back: { text: 'Status scheme', href: '/set-up/scheme' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Try another scheme</h1>
      <p class="govuk-body">
        You see first what would change in the last finished quarter. Nothing is stored until you have
        confirmed it with a reason.
      </p>
      <form method="get" action="/set-up/scheme/change" class="ot-choose">
        <Select
          name="preset"
          label="Schemes that come with Outturn"
          value={preset?.id ?? ''}
          items={[...presetSchemes.values()].map((one) => ({ value: one.id, text: one.name }))}
          errorMessage={messageFor(problems, 'preset')}
        />
        <Button classes="govuk-button--secondary">Choose</Button>
      </form>
      {preset === undefined ? null : <Preset asked={asked} preset={preset} problems={problems} />}
      <Details
        summaryText="Write or paste a scheme of your own"
        open={messageFor(problems, 'json') !== undefined}
      >
        <form method="post" action="/set-up/scheme/preview" noValidate>
          <Token asked={asked} />
          <Textarea
            name="json"
            label="The scheme as JSON"
            hint="Begins with the one in use now. Give it a name and version of its own."
            rows={20}
            spellcheck={false}
            value={asked.form.get('json') ?? schemeText(status)}
            errorMessage={messageFor(problems, 'json')}
          />
          <Button>See what would change</Button>
        </form>
      </Details>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function Preset({
  asked,
  preset,
  problems,
}: {
  asked: Asked;
  preset: StatusScheme;
  problems: readonly FieldProblem[];
}) {
  return (
    <form method="post" action="/set-up/scheme/preview" noValidate>
      <Token asked={asked} />
      <input type="hidden" name="preset" value={preset.id} />
      <h2 class="govuk-heading-m">{preset.name}</h2>
      <p class="govuk-body">{preset.authorityNote}</p>
      {preset.parameters.map((parameter) => {
        const field = fieldOfParameter(parameter.id);
        return (
          <Input
            key={field}
            name={field}
            label={parameter.label}
            value={asked.form.get(field) ?? parameter.value}
            classes="govuk-input--width-5"
            errorMessage={messageFor(problems, field)}
            {...(parameter.unit === 'percent' ? { suffix: '%' } : {})}
          />
        );
      })}
      <Button>See what would change</Button>
    </form>
  );
}
