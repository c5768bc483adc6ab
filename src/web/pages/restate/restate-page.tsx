import { formatFigure } from '../../../domain/number/format.ts';
import { exampleOf } from '../../../domain/number/unit-words.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { ProposedCorrection } from '../../../domain/restatement/proposed-correction.ts';
import {
  type RestatedRole,
  restatedRoleNames,
  restatedRoles,
} from '../../../domain/restatement/restatement.ts';
import { newEditionId } from '../../../workflow/editions/make-edition.ts';
import { findCorrection } from '../../../workflow/queries/proposed-corrections.ts';
import { type RestatableFigure, restatableFigure } from '../../../workflow/queries/restatable.ts';
import type { GivenRestatement } from '../../../workflow/restatements/read-restatement.ts';
import {
  restateFigure,
  type WeighedRestatement,
  weighRestatement,
} from '../../../workflow/restatements/restate-figure.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { type FieldProblem, Problems, problemsOf } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { updateOf } from '../../subject.ts';
import { typedText } from '../../typed-form.ts';
import { correctionAddress, correctionNumber } from '../corrections/correction-address.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { EarlierRestatements } from './earlier.tsx';
import { EffectForm } from './effect-form.tsx';
import { restateAddress } from './restate-address.ts';
import { RestateForm } from './restate-form.tsx';

const roleIn = (typed: string | null): RestatedRole | null =>
  restatedRoles.find((one) => one === typed) ?? null;

/** `/restate/:period/:measure`: the form as it is opened, each time with the id of what it would record. */
export async function restatePage(asked: Asked): Promise<Answer> {
  const which = await updateOf(asked);
  if (which === null) return notFoundPage(asked);
  const role = roleIn(asked.query.get('figure'));
  const proposed = await proposedIn(asked, which);
  const wanted = proposed?.role ?? role;
  const shown = await restatableFigure(asked.store, asked.authority.code, { ...which, role: wanted });
  const opened = asOpened(which, shown);
  return form(asked, shown, proposed === null ? opened : withProposed(opened, proposed), []);
}

/** The correction that the address says is to be accepted, while it waits; null for none. */
async function proposedIn(
  { query, store, authority }: Asked,
  { period, measure }: { period: string; measure: string },
): Promise<ProposedCorrection | null> {
  const number = correctionNumber(query.get('proposed'));
  const found = number === null ? null : await findCorrection(store, authority.code, number);
  const isOf = found?.state === 'proposed' && found.period === period && found.measure === measure;
  return isOf ? found : null;
}

/** The form as it was proposed: to be looked at, and changed where it must be. */
const withProposed = (opened: GivenRestatement, proposed: ProposedCorrection): GivenRestatement => ({
  ...opened,
  figure: proposed.figure,
  numerator: proposed.numerator,
  denominator: proposed.denominator,
  kind: proposed.kind,
  reason: proposed.reason,
  answers: proposed.number,
});

const asOpened = (which: { period: string; measure: string }, shown: RestatableFigure): GivenRestatement => {
  const { standing, role, waitsFor } = shown;
  const { held } = standing;
  return {
    ...which,
    id: newEditionId(),
    role,
    figure: '',
    numerator: held?.numerator ?? '',
    denominator: held?.denominator ?? '',
    kind: '',
    reason: '',
    provisional: held?.flags.includes('provisional') ?? false,
    waitsFor: waitsFor ?? '',
    seen: held?.recordedAt ?? '',
  };
};

/** Reads what was typed and shows what it would do; nothing is saved. */
export async function checkRestatement(asked: Asked): Promise<Answer> {
  const given = await givenIn(asked);
  if (given === null) return notFoundPage(asked);
  if (asked.form.get('change') === 'yes') return formAgain(asked, given, []);
  let weighed: WeighedRestatement | null = null;
  const problems = await problemsOf(async () => {
    weighed = await weighRestatement(asked.store, actingFor(asked), given);
  });
  return weighed === null ? formAgain(asked, given, problems) : effectPage(asked, given, weighed);
}

/** Saves what was shown; where it would do something else by now, shows that first. */
export async function saveRestatement(asked: Asked): Promise<Answer> {
  const given = await givenIn(asked);
  if (given === null) return notFoundPage(asked);
  const seen = typedText(asked.form, 'effect');
  const problems = await problemsOf(() => restateFigure(asked.store, actingFor(asked), given, seen));
  if (problems.length > 0) return formAgain(asked, given, problems);
  return {
    kind: 'redirect',
    to: `/measures/${measureAddress(given.measure)}?period=${periodAddress(given.period)}`,
    notice: 'The correction has been recorded. The next report lists it; what was published stays as it was.',
  };
}

async function givenIn(asked: Asked): Promise<GivenRestatement | null> {
  const which = await updateOf(asked);
  const role = roleIn(asked.form.get('role'));
  if (which === null || role === null) return null;
  const text = (name: string) => typedText(asked.form, name);
  const answers = correctionNumber(asked.form.get('answers'));
  return {
    ...which,
    id: text('id'),
    role,
    figure: text('figure').slice(0, 200),
    numerator: text('numerator').slice(0, 60),
    denominator: text('denominator').slice(0, 60),
    kind: text('kind'),
    reason: text('reason').slice(0, 2_000),
    provisional: text('provisional') === 'yes',
    waitsFor: text('waitsFor').slice(0, 1_000),
    seen: text('seen'),
    ...(answers === null ? {} : { answers }),
  };
}

async function formAgain(
  asked: Asked,
  given: GivenRestatement,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const shown = await restatableFigure(asked.store, asked.authority.code, given);
  return form(asked, shown, given, problems);
}

function form(
  asked: Asked,
  shown: RestatableFigure,
  given: GivenRestatement,
  problems: readonly FieldProblem[],
): Answer {
  const { standing, refusal, role, figure, earlier } = shown;
  const { version, period, roles } = standing;
  const address = restateAddress(period.code, version.code);
  return pageAnswer(
    asked,
    { ...frameOf(given, version.title), hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{`${version.code}, ${version.title}: ${periodLabel(period)}`}</span>
      <h1 class="govuk-heading-l">Correct a published figure</h1>
      {refusal === null ? (
        <>
          <p class="govuk-body">
            What was published stays as it was, at its own address. The new figure stands beside it from now
            on, with your reason, and the next report lists the correction.
          </p>
          <p class="govuk-body-l">
            {`${restatedRoleNames[role]} as it stands: `}
            <strong>{formatFigure(figure, version.unit)}</strong>
          </p>
          {given.answers === undefined ? (
            <OtherFigures roles={roles} role={role} address={address} />
          ) : (
            <p class="govuk-inset-text">
              This accepts{' '}
              <a class="govuk-link" href={correctionAddress(given.answers)}>
                a correction that was proposed
              </a>
              . Whoever proposed it is told what you save.
            </p>
          )}
          <RestateForm
            asked={asked}
            address={address}
            given={given}
            example={exampleOf(version.unit)}
            problems={problems}
          />
        </>
      ) : (
        <p class="govuk-body-l">{refusal}</p>
      )}
      <EarlierRestatements earlier={earlier} timeZone={asked.authority.timeZone} />
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

const frameOf = (given: GivenRestatement, title: string) => ({
  title: `Correct a published figure of ${title}`,
  back: {
    text: 'The measure',
    href: `/measures/${measureAddress(given.measure)}?period=${periodAddress(given.period)}`,
  },
});

interface OtherProps {
  roles: readonly RestatedRole[];
  role: RestatedRole;
  address: string;
}

function OtherFigures({ roles, role, address }: OtherProps) {
  const others = roles.filter((one) => one !== role);
  return (
    <ul class="govuk-list">
      {others.map((one) => (
        <li key={one}>
          <a class="govuk-link" href={`${address}?figure=${one}`}>
            {`Correct the ${restatedRoleNames[one].toLowerCase()} instead`}
          </a>
        </li>
      ))}
    </ul>
  );
}

function effectPage(asked: Asked, given: GivenRestatement, weighed: WeighedRestatement): Answer {
  const { version, period } = weighed.standing;
  return pageAnswer(
    asked,
    frameOf(given, version.title),
    <>
      <span class="govuk-caption-l">{`${version.code}, ${version.title}: ${periodLabel(period)}`}</span>
      <h1 class="govuk-heading-l">Check what the correction does</h1>
      <EffectForm
        asked={asked}
        address={restateAddress(period.code, version.code)}
        given={given}
        weighed={weighed}
      />
    </>,
  );
}
