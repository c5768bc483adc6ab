import type { Branding } from '../../../../domain/organisation/branding.ts';
import { contrast } from '../../../../domain/status/contrast.ts';
import { authorityNow } from '../../../../workflow/queries/authority-now.ts';
import { brandingProblems, changeBranding } from '../../../../workflow/set-up/change-branding.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Radios } from '../../../components/choices/choices.tsx';
import { Input } from '../../../components/input/input.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedText } from '../../../typed-form.ts';

/** As the style sheet has it. */
const standard: Branding = { band: '#12436d', bandText: '#ffffff', accent: '#1d70b8' };

export async function brandingPage(asked: Asked): Promise<Answer> {
  const now = await authorityNow(asked.store, asked.authority.code);
  return shown(asked, asked.authority.name, now?.branding ?? standard, []);
}

export async function saveBranding(asked: Asked): Promise<Answer> {
  const { form } = asked;
  const name = typedText(form, 'name').slice(0, 200);
  const branding: Branding = {
    band: colourIn(form, 'band'),
    bandText: form.get('bandText') === 'black' ? '#0b0c0c' : '#ffffff',
    accent: colourIn(form, 'accent'),
  };
  const problems = await problemsOf(() => changeBranding(asked.store, actingFor(asked), { name, branding }));
  if (problems.length > 0) return shown(asked, name, branding, problems);
  return { kind: 'redirect', to: '/set-up/branding', notice: 'The name and the colours have been saved.' };
}

/** `12436D` is `#12436d`. */
const colourIn = (form: URLSearchParams, field: string): string => {
  const typed = typedText(form, field).toLowerCase().slice(0, 20);
  return /^[0-9a-f]{6}$/.test(typed) ? `#${typed}` : typed;
};

function shown(asked: Asked, name: string, branding: Branding, problems: readonly FieldProblem[]): Answer {
  const { band, bandText, accent } = branding;
  return pageAnswer(
    asked,
    {
      title: 'Name and branding',
      back: { text: 'Set-up', href: '/set-up' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Name and branding</h1>
      {brandingProblems(branding).length > 0 ? null : (
        <p class="govuk-body">
          {`The text on the band has a contrast of ${ratio(band, bandText)} to 1, and the accent colour on white ${ratio(accent, '#ffffff')} to 1. Both must be at least 4.5.`}
        </p>
      )}
      <form method="post" action="/set-up/branding" noValidate>
        <Token asked={asked} />
        <Input
          name="name"
          label="Name of the council"
          hint="As pages and new reports print it. Published reports keep the name they have."
          value={name}
          errorMessage={messageFor(problems, 'name')}
        />
        <Input
          name="band"
          label="Colour of the band at the top"
          hint="# and six digits, like #12436d"
          value={band}
          spellcheck={false}
          classes="govuk-input--width-10"
          errorMessage={messageFor(problems, 'band')}
        />
        <Radios
          name="bandText"
          legend="Text on the band"
          items={[
            { value: 'white', text: 'White', checked: bandText === '#ffffff' },
            { value: 'black', text: 'Black', checked: bandText !== '#ffffff' },
          ]}
        />
        <Input
          name="accent"
          label="Accent colour"
          hint="Of lines, and of what is chosen"
          value={accent}
          spellcheck={false}
          classes="govuk-input--width-10"
          errorMessage={messageFor(problems, 'accent')}
        />
        <Button>Save</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** Cut, not rounded. */
const ratio = (one: string, other: string): string => String(Math.floor(contrast(one, other) * 10) / 10);
