import type { Contact } from '../../../../domain/organisation/contact.ts';
import { readContact } from '../../../../workflow/queries/read-contact.ts';
import { changeContact } from '../../../../workflow/set-up/change-contact.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedText } from '../../../typed-form.ts';

const nobody: Contact = { address: '', email: '', telephone: '' };

export const contactPage = async (asked: Asked): Promise<Answer> =>
  shown(asked, (await readContact(asked.store, asked.authority.code)) ?? nobody, []);

export async function saveContact(asked: Asked): Promise<Answer> {
  const { form } = asked;
  const contact: Contact = {
    address: typedText(form, 'address').slice(0, 2_000),
    email: typedText(form, 'email').slice(0, 300),
    telephone: typedText(form, 'telephone').slice(0, 100),
  };
  const problems = await problemsOf(() => changeContact(asked.store, actingFor(asked), contact));
  if (problems.length > 0) return shown(asked, contact, problems);
  return { kind: 'redirect', to: '/set-up/contact', notice: 'The contact has been saved.' };
}

function shown(asked: Asked, contact: Contact, problems: readonly FieldProblem[]): Answer {
  return pageAnswer(
    asked,
    {
      title: 'Whom the public asks',
      back: { text: 'Set-up', href: '/set-up' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Whom the public asks</h1>
      <p class="govuk-body">
        The{' '}
        <a class="govuk-link" href="/accessibility">
          accessibility statement
        </a>{' '}
        and the foot of every new report name this contact. Give that of a team, not of a person. Published
        reports keep the contact they have.
      </p>
      <form method="post" action="/set-up/contact" noValidate>
        <Token asked={asked} />
        <Input
          name="email"
          label="E-mail address"
          type="email"
          autocomplete="off"
          spellcheck={false}
          value={contact.email}
          errorMessage={messageFor(problems, 'email')}
        />
        <Input
          name="telephone"
          label="Telephone number"
          type="tel"
          autocomplete="off"
          classes="govuk-input--width-20"
          value={contact.telephone}
          errorMessage={messageFor(problems, 'telephone')}
        />
        <Textarea
          name="address"
          label="Postal address (optional)"
          rows={4}
          value={contact.address}
          errorMessage={messageFor(problems, 'address')}
        />
        <Button>Save</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}
