import type { Responsibility } from '../../../../domain/organisation/person.ts';
import { readSetUp, type SetUp } from '../../../../workflow/queries/set-up.ts';
import { nobodyFor, saveResponsibility } from '../../../../workflow/set-up/answer-for-measures.ts';
import { actingFor } from '../../../acting.ts';
import { measureAddress } from '../../../addresses.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkboxes } from '../../../components/choices/choices.tsx';
import { Select } from '../../../components/select/select.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { measureOf } from '../../../subject.ts';
import { typedAll, typedOrNull } from '../../../typed-form.ts';
import { notFoundPage } from '../../problem/problem.tsx';

export async function responsibilityPage(asked: Asked): Promise<Answer> {
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  const code = await measureOf(asked);
  if (code === null) return notFoundPage(asked);
  return formPage(asked, setUp, setUp.responsibilities.get(code) ?? nobodyFor(code), []);
}

export async function changeResponsibility(asked: Asked): Promise<Answer> {
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  const code = await measureOf(asked);
  if (code === null) return notFoundPage(asked);
  const { form } = asked;
  const approvers = setUp.levels.flatMap(({ id }) => {
    const approver = typedOrNull(form, `approver-${id}`);
    return approver === null ? [] : [[id, approver] as const];
  });
  const owner = typedOrNull(form, 'owner');
  const given: Responsibility = {
    measure: code,
    owner,
    contributors: typedAll(form, 'contributors').filter((one) => one !== owner),
    // What was said of a level that is not asked for now stays, should it be asked for again.
    approvers: { ...notAsked(setUp, code), ...Object.fromEntries(approvers) },
  };
  const problems = await problemsOf(() => saveResponsibility(asked.store, actingFor(asked), given));
  if (problems.length > 0) return formPage(asked, setUp, given, problems);
  return { kind: 'redirect', to: '/set-up/responsibilities', notice: `Saved for ${code}.` };
}

const notAsked = ({ levels, responsibilities }: SetUp, code: string) =>
  Object.fromEntries(
    Object.entries(responsibilities.get(code)?.approvers ?? {}).filter(
      ([level]) => !levels.some(({ id }) => id === level),
    ),
  );

function formPage(
  asked: Asked,
  setUp: SetUp,
  given: Responsibility,
  problems: readonly FieldProblem[],
): Answer {
  const version = setUp.versions.findLast(({ code }) => code === given.measure);
  const title = version?.title ?? given.measure;
  const back = { text: 'Who answers for which measure', href: '/set-up/responsibilities' };
  const items = [{ value: '', text: 'Nobody yet' }, ...choicesOf(setUp, given)];
  const contributors = setUp.people.filter(
    ({ id, active, roles }) => given.contributors.includes(id) || (active && roles.includes('contributor')),
  );
  return pageAnswer(
    asked,
    { title: `Who answers for ${title}`, back, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{given.measure}</span>
        {title}
      </h1>
      {version?.owner ? (
        <p class="govuk-body">The definition sheet names {version.owner} as its owner.</p>
      ) : null}
      <form method="post" action={`/set-up/responsibilities/${measureAddress(given.measure)}`} noValidate>
        <Token asked={asked} />
        <Select
          name="owner"
          label="Owner"
          hint="Enters the figures and answers for them"
          items={items}
          value={given.owner ?? ''}
          errorMessage={messageFor(problems, 'owner')}
        />
        {setUp.levels.map(({ id, name }) => (
          <Select
            key={id}
            name={`approver-${id}`}
            label={`Approval: ${name}`}
            items={items}
            value={given.approvers[id] ?? ''}
            errorMessage={messageFor(problems, `approver-${id}`)}
          />
        ))}
        {contributors.length === 0 ? null : (
          <Checkboxes
            name="contributors"
            legend="Others who may enter the figures"
            small
            errorMessage={messageFor(problems, 'contributors')}
            items={contributors.map(({ id, name, post }) => ({
              value: id,
              text: post === null ? name : `${name}, ${post}`,
              checked: given.contributors.includes(id),
            }))}
          />
        )}
        <Button>Save</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** Everybody who can sign in, and those chosen already whose access has ended. */
function choicesOf({ people }: SetUp, { owner, approvers }: Responsibility) {
  const held = new Set([owner, ...Object.values(approvers)]);
  return people
    .filter(({ id, active }) => active || held.has(id))
    .map(({ id, name, post, active }) => ({
      value: id,
      text: `${name}${post === null ? '' : `, ${post}`}${active ? '' : ' (access has ended)'}`,
    }));
}
