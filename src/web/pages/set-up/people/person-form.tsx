import { type Role, roleNames, roles } from '../../../../domain/organisation/person.ts';
import { type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import type { PersonGiven } from '../../../../workflow/set-up/save-person.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkboxes } from '../../../components/choices/choices.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Select } from '../../../components/select/select.tsx';
import { type FieldProblem, messageFor } from '../../../form-problems.tsx';
import { Token } from '../../../frame.tsx';
import type { Asked } from '../../../route.ts';

/** What each role lets somebody do, for whoever gives it. */
const roleHints: Readonly<Record<Role, string>> = {
  viewer: 'Reads approved figures and published reports',
  contributor: 'Enters figures and texts for the measures that are theirs',
  approver: 'Approves the updates that come to them, or sends them back',
  performanceTeam: 'Runs rounds, measures, targets, imports and publication',
  internalAudit: 'Reads everything, drafts and trail included, and changes nothing',
  administrator: 'Looks after people, directorates and branding; reads no drafts',
};

interface PersonFormProps {
  asked: Asked;
  setUp: Pick<SetUp, 'units' | 'levels'>;
  given: PersonGiven;
  isNew: boolean;
  problems: readonly FieldProblem[];
}

export function PersonForm({ asked, setUp, given, isNew, problems }: PersonFormProps) {
  const wrong = (name: string) => messageFor(problems, name);
  const directorates = unitsOn(setUp.units, asked.today).filter(({ parent }) => parent === null);
  const comesFromAccount = !isNew && given.subject !== null;
  return (
    <form method="post" action={isNew ? '/set-up/people/new' : `/set-up/people/${given.id}`} noValidate>
      <Token asked={asked} />
      {comesFromAccount ? (
        <p class="govuk-inset-text">
          Name, e-mail and roles come from their council account each time they sign in. Change them there.
        </p>
      ) : null}
      <Input name="name" label="Name" value={given.name} errorMessage={wrong('name')} />
      {isNew ? (
        <Input
          name="id"
          label="User name"
          hint="Short, like judith.shah. It stands in the trail for good and cannot be changed. Leave it blank to have one made from the name."
          value={given.id}
          autocapitalize="none"
          spellcheck={false}
          classes="govuk-input--width-20"
          errorMessage={wrong('id')}
        />
      ) : null}
      <Input
        name="email"
        label="E-mail address"
        hint="For reminders. Without one they get no messages."
        type="email"
        value={given.email}
        spellcheck={false}
        errorMessage={wrong('email')}
      />
      <Input
        name="post"
        label="Post"
        hint="As definition sheets name the owner of a measure, like Head of Leisure"
        value={given.post ?? ''}
        errorMessage={wrong('post')}
      />
      <Checkboxes
        name="roles"
        legend="What they may do"
        errorMessage={wrong('roles')}
        items={roles.map((role) => ({
          value: role,
          text: roleNames[role],
          hint: roleHints[role],
          checked: given.roles.includes(role),
        }))}
      />
      <Select
        name="directorate"
        label="Directorate"
        hint="They see the drafts of this directorate where their role lets them"
        items={[
          { value: '', text: 'The whole authority' },
          ...directorates.map(({ code, name }) => ({ value: code, text: name })),
          ...ended(
            given.directorate,
            directorates.map(({ code }) => code),
          ),
        ]}
        value={given.directorate ?? ''}
        errorMessage={wrong('directorate')}
      />
      <Select
        name="level"
        label="Level of approval they give"
        items={[
          { value: '', text: 'None' },
          ...setUp.levels.map(({ id, name }) => ({ value: id, text: name })),
          ...ended(
            given.level,
            setUp.levels.map(({ id }) => id),
          ),
        ]}
        value={given.level ?? ''}
        errorMessage={wrong('level')}
      />
      {asked.settings.oidc === null ? (
        <input type="hidden" name="subject" value={given.subject ?? ''} />
      ) : (
        <Input
          name="subject"
          label="Council account"
          hint="The tenant’s and the person’s object IDs with a colon between, from your identity provider. Leave it blank for somebody who does not sign in with a council account."
          value={given.subject ?? ''}
          spellcheck={false}
          errorMessage={wrong('subject')}
        />
      )}
      <Button>{isNew ? 'Add this person' : 'Save changes'}</Button>
    </form>
  );
}

/** What somebody has, though it is offered to nobody else any more. */
const ended = (held: string | null, offered: readonly string[]) =>
  held === null || offered.includes(held) ? [] : [{ value: held, text: `${held} (no longer in use)` }];
