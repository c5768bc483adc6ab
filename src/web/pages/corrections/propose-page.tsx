import { formatFigure } from '../../../domain/number/format.ts';
import { exampleOf } from '../../../domain/number/unit-words.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import {
  type RestatedRole,
  restatedRoleNames,
  restatedRoles,
  restatementKindNames,
  restatementKinds,
} from '../../../domain/restatement/restatement.ts';
import { newEditionId } from '../../../workflow/editions/make-edition.ts';
import { type RestatableFigure, restatableFigure } from '../../../workflow/queries/restatable.ts';
import { proposeCorrection } from '../../../workflow/restatements/propose-correction.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Radios } from '../../components/choices/choices.tsx';
import { Input } from '../../components/input/input.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { EvidenceFields } from '../../evidence-fields.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { updateOf } from '../../subject.ts';
import { typedText } from '../../typed-form.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { correctionAddress, proposeAddress } from './correction-address.ts';

const FIELDS = ['figure', 'numerator', 'denominator', 'kind', 'reason', 'title', 'url'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>> & { seen: string };

const roleIn = (typed: string | null): RestatedRole | null =>
  restatedRoles.find((one) => one === typed) ?? null;

/** `/corrections/new/:period/:measure`: for somebody who sees that a published figure of theirs is wrong. */
export async function newCorrection(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  if (which === null) return notFoundPage(asked);
  const shown = await shownIn(asked, which, roleIn(asked.query.get('figure')));
  const { held } = shown.standing;
  const empty = { figure: '', kind: '', reason: '', title: '', url: '' };
  const typed = {
    ...empty,
    numerator: held?.numerator ?? '',
    denominator: held?.denominator ?? '',
    seen: held?.recordedAt ?? '',
  };
  return form(asked, shown, typed, []);
}

/** Keeps the proposal and tells those who decide, or shows the form again with what is wrong and all that was typed. */
export async function addCorrection(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  const role = roleIn(asked.form.get('role'));
  if (which === null || role === null) return notFoundPage(asked);
  const text = (name: string) => typedText(asked.form, name).slice(0, 3_000);
  const typed: Typed = {
    ...(Object.fromEntries(FIELDS.map((name) => [name, text(name)])) as Record<
      (typeof FIELDS)[number],
      string
    >),
    seen: text('seen'),
  };
  const shown = await shownIn(asked, which, role);
  const { held } = shown.standing;
  const [file] = asked.files.file ?? [];
  let number = 0;
  const problems = await problemsOf(async () => {
    number = await proposeCorrection(
      asked.store,
      actingFor(asked),
      {
        ...which,
        ...typed,
        id: newEditionId(),
        role,
        // Whether it is provisional is for those who restate it.
        provisional: held?.flags.includes('provisional') ?? false,
        waitsFor: shown.waitsFor ?? '',
      },
      {
        title: typed.title,
        url: typed.url,
        file: file === undefined ? null : { name: file.name, bytes: file.bytes },
      },
    );
  });
  if (problems.length > 0) return form(asked, shown, typed, problems);
  return {
    kind: 'redirect',
    to: correctionAddress(number),
    notice: 'Your correction has been proposed. Nothing has changed yet: you are told what becomes of it.',
  };
}

const shownIn = (
  { store, authority }: Asked,
  which: { period: string; measure: string },
  role: RestatedRole | null,
) => restatableFigure(store, authority.code, { ...which, role });

function form(
  asked: Asked,
  { standing, role, figure, refusal }: RestatableFigure,
  typed: Typed,
  problems: readonly FieldProblem[],
): Answer {
  const { version, period, roles } = standing;
  const address = proposeAddress(period.code, version.code);
  const wrong = (name: string) => messageFor(problems, name);
  return pageAnswer(
    asked,
    {
      title: `Propose a correction of ${version.title}`,
      back: {
        text: 'The measure',
        href: `/measures/${measureAddress(version.code)}?period=${periodAddress(period.code)}`,
      },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{`${version.code}, ${version.title}: ${periodLabel(period)}`}</span>
      <h1 class="govuk-heading-l">Propose a correction</h1>
      {refusal !== null ? (
        <p class="govuk-body-l">{refusal}</p>
      ) : (
        <>
          <p class="govuk-body">
            The performance team decides. Until then nothing changes, and what was published stays as it was
            whatever they decide.
          </p>
          <p class="govuk-body-l">
            {`${restatedRoleNames[role]} as it stands: `}
            <strong>{formatFigure(figure, version.unit)}</strong>
          </p>
          <ul class="govuk-list">
            {roles
              .filter((one) => one !== role)
              .map((one) => (
                <li key={one}>
                  <a class="govuk-link" href={`${address}?figure=${one}`}>
                    {`Correct the ${restatedRoleNames[one].toLowerCase()} instead`}
                  </a>
                </li>
              ))}
          </ul>
          <form method="post" action={address} encType="multipart/form-data" noValidate>
            <Token asked={asked} />
            <input type="hidden" name="role" value={role} />
            <input type="hidden" name="seen" value={typed.seen} />
            <Input
              name="figure"
              label="The correct figure"
              hint={`For example, ${exampleOf(version.unit)}`}
              value={typed.figure}
              classes="govuk-input--width-20"
              errorMessage={wrong('figure')}
            />
            {role === 'forecast' ? null : (
              <div class="ot-figures">
                <Input
                  name="numerator"
                  label="Numerator, if there is one"
                  value={typed.numerator}
                  classes="govuk-input--width-10"
                  inputmode="decimal"
                  errorMessage={wrong('numerator')}
                />
                <Input
                  name="denominator"
                  label="Denominator, if there is one"
                  value={typed.denominator}
                  classes="govuk-input--width-10"
                  inputmode="decimal"
                  errorMessage={wrong('denominator')}
                />
              </div>
            )}
            <Radios
              name="kind"
              legend="Why does the figure change?"
              errorMessage={wrong('kind')}
              items={restatementKinds.map((kind) => ({
                value: kind,
                text: restatementKindNames[kind],
                checked: typed.kind === kind,
              }))}
            />
            <Textarea
              name="reason"
              label="What happened"
              hint="One or two sentences. If it is accepted, they are printed beside the figure and in the next report."
              rows={3}
              value={typed.reason}
              errorMessage={wrong('reason')}
            />
            <h2 class="govuk-heading-m">Evidence</h2>
            <p class="govuk-body">A file or a link that shows the correct figure.</p>
            <EvidenceFields
              title={{ name: 'title', label: 'What it is', hint: 'For example, Extract of the register' }}
              typed={(name) => (name === 'url' ? typed.url : typed.title)}
              wrong={wrong}
            />
            <Button>Propose this correction</Button>
          </form>
        </>
      )}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}
