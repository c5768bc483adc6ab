import { presetSchemes } from '../../../domain/status/presets/index.ts';
import { Button } from '../../components/button/button.tsx';
import { Radios } from '../../components/choices/choices.tsx';
import { Input } from '../../components/input/input.tsx';
import { Select } from '../../components/select/select.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import type { ServerSettings } from '../../settings.ts';
import { yearKindNames, yearKinds } from '../set-up/year/year-kinds.ts';

export interface FirstRunTyped {
  name: string;
  yearKind: string;
  scheme: string;
  /** One a line. */
  directorates: string;
  person: string;
  user: string;
  email: string;
}

interface FirstRunFormProps {
  settings: Pick<ServerSettings, 'localAccounts' | 'oidc'>;
  token: string;
  typed: FirstRunTyped;
  problems: readonly FieldProblem[];
}

export function FirstRunForm({ settings, token, typed, problems }: FirstRunFormProps) {
  const wrong = (name: string) => messageFor(problems, name);
  return (
    <form method="post" action="/first-run" noValidate>
      <input type="hidden" name="token" value={token} />
      <h2 class="govuk-heading-m">Your council</h2>
      <Input
        name="name"
        label="Name"
        hint="As reports print it, like Borchester City Council"
        value={typed.name}
        errorMessage={wrong('name')}
      />
      <Radios
        name="yearKind"
        legend="The year it reports in"
        items={yearKinds.map((kind) => ({
          value: kind,
          text: yearKindNames[kind],
          checked: kind === typed.yearKind,
        }))}
      />
      <Textarea
        name="directorates"
        label="Directorates"
        hint="One on each line, in the order of your reports. Services can be added later."
        rows={5}
        value={typed.directorates}
        errorMessage={wrong('directorates')}
      />
      <Select
        name="scheme"
        label="How figures get their status"
        hint="The published rules of a council, to begin with. You can try others on your own figures later, change the percentages, or write your own."
        value={typed.scheme}
        items={[...presetSchemes.values()].map(({ id, name }) => ({ value: id, text: name }))}
        errorMessage={wrong('scheme')}
      />
      <Administrator settings={settings} typed={typed} problems={problems} />
      <Button>Set up</Button>
    </form>
  );
}

function Administrator({
  settings,
  typed,
  problems,
}: Pick<FirstRunFormProps, 'settings' | 'typed' | 'problems'>) {
  const wrong = (name: string) => messageFor(problems, name);
  if (!settings.localAccounts) {
    return (
      <p class="govuk-inset-text">
        {settings.oidc === null
          ? 'Nobody will be able to sign in: start the server with passwords or council accounts switched on first. The documentation says how.'
          : 'People sign in with their council account. Whoever your identity provider gives the administrator role looks after this site.'}
      </p>
    );
  }
  return (
    <>
      <h2 class="govuk-heading-m">You</h2>
      <p class="govuk-body">
        You will be administrator and one of the performance team. Either can be given to others later.
      </p>
      <Input
        name="person"
        label="Your name"
        autocomplete="name"
        value={typed.person}
        errorMessage={wrong('person')}
      />
      <Input
        name="email"
        label="Your e-mail address"
        type="email"
        autocomplete="email"
        spellcheck={false}
        value={typed.email}
        errorMessage={wrong('email')}
      />
      <Input
        name="user"
        label="User name to sign in with"
        hint="Leave it blank to have it made from your name, like judith.shah"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        value={typed.user}
        classes="govuk-input--width-20"
        errorMessage={wrong('user')}
      />
      <Input
        name="password"
        label="Password"
        hint="At least 12 characters: three random words do well"
        type="password"
        autocomplete="new-password"
        errorMessage={wrong('password')}
      />
    </>
  );
}
