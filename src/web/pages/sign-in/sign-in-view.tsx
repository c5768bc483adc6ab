import { type Person, type Role, roleNames, roles } from '../../../domain/organisation/person.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorSummary } from '../../components/error-summary/error-summary.tsx';
import { Input } from '../../components/input/input.tsx';

export interface SignInView {
  /** Where to go afterwards. */
  next: string;
  /** What the forms carry to prove that they are ours. */
  token: string;
  councilAccounts: boolean;
  localAccounts: boolean;
  /** Demonstration people; empty elsewhere. */
  people: readonly Person[];
  /** The name that was typed. */
  name: string;
  /** What is wrong, and the field it is about. */
  problem: { text: string; field?: 'name' | 'password' } | null;
}

export function SignInView({ view }: { view: SignInView }) {
  const { next, councilAccounts, localAccounts, people, problem } = view;
  const isNowhere = !councilAccounts && !localAccounts && people.length === 0;
  return (
    <>
      {problem === null ? null : (
        <ErrorSummary
          errorList={[
            problem.field === undefined
              ? { text: problem.text }
              : { text: problem.text, href: `#${problem.field}` },
          ]}
        />
      )}
      <h1 class="govuk-heading-l">Sign in</h1>
      {councilAccounts ? (
        <Button href={`/sign-in/oidc?next=${encodeURIComponent(next)}`}>
          Sign in with your council account
        </Button>
      ) : null}
      {people.length === 0 ? null : <DemonstrationPeople view={view} />}
      {localAccounts ? <LocalAccount view={view} /> : null}
      {isNowhere ? (
        <p class="govuk-body">Nobody can sign in here yet. Ask whoever set this site up.</p>
      ) : null}
    </>
  );
}

const Hidden = ({ view: { token, next } }: { view: SignInView }) => (
  <>
    <input type="hidden" name="_csrf" value={token} />
    <input type="hidden" name="next" value={next} />
  </>
);

function LocalAccount({ view }: { view: SignInView }) {
  const { name, problem, councilAccounts, people } = view;
  const isOnlyWay = !councilAccounts && people.length === 0;
  const wrong = (field: 'name' | 'password') => (problem?.field === field ? problem.text : undefined);
  return (
    <form method="post" action="/sign-in/local" noValidate>
      {isOnlyWay ? null : <h2 class="govuk-heading-m">Sign in with a user name and password</h2>}
      <Hidden view={view} />
      <Input
        id="name"
        name="name"
        label="User name"
        value={name}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        classes="govuk-input--width-20"
        errorMessage={wrong('name')}
      />
      <Input
        id="password"
        name="password"
        label="Password"
        type="password"
        autocomplete="current-password"
        classes="govuk-input--width-20"
        errorMessage={wrong('password')}
      />
      <Button classes={isOnlyWay ? undefined : 'govuk-button--secondary'}>Sign in</Button>
    </form>
  );
}

/** By the first of their roles, those with the most to do first. */
const order: readonly Role[] = [...roles].reverse();

function DemonstrationPeople({ view }: { view: SignInView }) {
  const first = (person: Person) => order.find((role) => person.roles.includes(role));
  return (
    <section aria-labelledby="demonstration">
      <h2 class="govuk-heading-m" id="demonstration">
        Demonstration: choose who to be
      </h2>
      <p class="govuk-body">
        These people do not exist, and no password is needed. This list is never shown where a real council
        works.
      </p>
      <form method="post" action="/sign-in/demonstration">
        <Hidden view={view} />
        {order.map((role) => {
          const those = view.people.filter((person) => first(person) === role);
          return those.length === 0 ? null : (
            <div key={role}>
              <h3 class="govuk-heading-s">{roleNames[role]}</h3>
              <ul class="govuk-list">
                {those.map((person) => (
                  <DemonstrationPerson key={person.id} person={person} />
                ))}
              </ul>
            </div>
          );
        })}
      </form>
    </section>
  );
}

function DemonstrationPerson({ person: { id, name, post, roles: held } }: { person: Person }) {
  const further = held.length < 2 ? '' : `. Also: ${held.map((role) => roleNames[role]).join(', ')}`;
  return (
    <li>
      <Button name="person" value={id} classes="govuk-button--secondary govuk-!-margin-bottom-1">
        Sign in as {name}
      </Button>
      <p class="govuk-body-s govuk-!-margin-bottom-4">
        {post ?? 'No post given'}
        {further}
      </p>
    </li>
  );
}
