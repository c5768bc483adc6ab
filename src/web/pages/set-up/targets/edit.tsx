import type { MeasureVersion } from '../../../../domain/measure/measure.ts';
import { exampleOf, unitInWords } from '../../../../domain/number/unit-words.ts';
import { periodLabel } from '../../../../domain/period/label.ts';
import type { ReportingPeriod } from '../../../../domain/period/period.ts';
import type { TargetRole } from '../../../../domain/target/target.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import {
  promisedPeriods,
  promisedRoles,
  targetSlot,
  targetsOfYear,
} from '../../../../workflow/queries/targets-of-year.ts';
import { fieldOfTarget, setTargets } from '../../../../workflow/set-up/set-targets.ts';
import { actingFor } from '../../../acting.ts';
import { measureAddress } from '../../../addresses.ts';
import { Button } from '../../../components/button/button.tsx';
import { Input } from '../../../components/input/input.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { measureOf } from '../../../subject.ts';
import { typedOrNull, typedText } from '../../../typed-form.ts';
import { counted } from '../../../wording/count.ts';
import { dayInWords } from '../../../wording/days.ts';
import { typedDay } from '../../../wording/typed-day.ts';
import { notFoundPage } from '../../problem/problem.tsx';
import { yearAt } from './years.ts';

const roleWords: Readonly<Partial<Record<TargetRole, string>>> = { low: 'lowest', high: 'highest' };

export const targetPage = (asked: Asked): Promise<Answer> => shown(asked, []);

export async function changeTargets(asked: Asked): Promise<Answer> {
  const found = await measureAndYear(asked);
  if (found === null) return notFoundPage(asked);
  const { version, year } = found;
  const held = (await targetsOfYear(asked.store, asked.authority.code, year.code)).get(version.code);
  const on = typedDay(typedText(asked.form, 'approvedOn'), 'The day it was approved');
  if ('problem' in on) return shown(asked, [{ field: 'approvedOn', message: on.problem }]);
  const values = Object.fromEntries(
    promisedPeriods(version, year.code, held).flatMap(({ code }) =>
      promisedRoles(version).map((role) => [
        targetSlot(code, role),
        typedText(asked.form, fieldOfTarget(code, role)),
      ]),
    ),
  );
  let changed = 0;
  const problems = await problemsOf(async () => {
    changed = await setTargets(asked.store, actingFor(asked), {
      measure: version.code,
      year: year.code,
      values,
      approvedBy: typedOrNull(asked.form, 'approvedBy'),
      approvedOn: on.day,
      reason: typedOrNull(asked.form, 'reason'),
      decision: typedOrNull(asked.form, 'decision'),
    });
  });
  if (problems.length > 0) return shown(asked, problems);
  const notice =
    changed === 0
      ? `${version.code}: nothing was different.`
      : `${version.code}: ${counted(changed, 'target')} saved.`;
  return { kind: 'redirect', to: `/set-up/targets?year=${year.code}`, notice };
}

async function measureAndYear(
  asked: Asked,
): Promise<{ version: MeasureVersion; year: ReportingPeriod } | null> {
  const year = yearAt(asked.params.year ?? '', asked);
  const code = await measureOf(asked);
  const setUp = await readSetUp(asked.store, asked.authority.code, asked.today);
  const version = setUp.versions.findLast((one) => one.code === code);
  return year === null || version === undefined ? null : { version, year };
}

async function shown(asked: Asked, problems: readonly FieldProblem[]): Promise<Answer> {
  const found = await measureAndYear(asked);
  if (found === null) return notFoundPage(asked);
  const { version, year } = found;
  const held = (await targetsOfYear(asked.store, asked.authority.code, year.code)).get(version.code);
  const isAgain = problems.length > 0;
  const typed = (name: string, before = '') => (isAgain ? typedText(asked.form, name) : before);
  const back = { text: `Targets for ${year.code}`, href: `/set-up/targets?year=${year.code}` };
  const roles = promisedRoles(version);
  return pageAnswer(
    asked,
    { title: `Targets for ${version.title}, ${year.code}`, back, hasErrors: isAgain },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {version.code}, {year.code}
        </span>
        {version.title}
      </h1>
      <p class="govuk-body">
        It is {unitInWords(version.unit)}: type targets like {exampleOf(version.unit)}. What was published
        stays as it was; later reports show an amended target with its version.
      </p>
      {year.start <= asked.today ? (
        <p class="govuk-body">
          {
            'The year has begun. Set here what has no target yet, or what has been decided elsewhere. To ask for a decision, '
          }
          <a
            class="govuk-link"
            href={`/target-changes/new?kind=amend&measure=${measureAddress(version.code)}`}
          >
            propose a change of target
          </a>
          .
        </p>
      ) : null}
      <form method="post" action={`/set-up/targets/${year.code}/${measureAddress(version.code)}`} noValidate>
        <Token asked={asked} />
        {promisedPeriods(version, year.code, held).flatMap((period) =>
          roles.map((role) => {
            const field = fieldOfTarget(period.code, role);
            const target = held?.get(targetSlot(period.code, role));
            const label = period.span === 'year' ? 'Year end' : periodLabel(period);
            const words = roleWords[role];
            return (
              <Input
                key={field}
                name={field}
                label={words === undefined ? label : `${label}, ${words}`}
                value={typed(field, target?.figure.typed)}
                classes="govuk-input--width-10"
                errorMessage={messageFor(problems, field)}
                {...(target === undefined ? {} : { hint: saidOf(target, asked.today) })}
              />
            );
          }),
        )}
        <Input
          name="approvedBy"
          label="Approved by"
          hint="For example: Cabinet"
          value={typed('approvedBy')}
          errorMessage={messageFor(problems, 'approvedBy')}
        />
        <Input
          name="approvedOn"
          label="Approved on"
          hint="For example, 14/3/2018"
          value={typed('approvedOn')}
          classes="govuk-input--width-10"
          errorMessage={messageFor(problems, 'approvedOn')}
        />
        <Input
          name="decision"
          label="Reference of the decision"
          hint="Needed where a target is changed after its year has begun, for example CAB/18/112"
          value={typed('decision')}
          classes="govuk-input--width-20"
          errorMessage={messageFor(problems, 'decision')}
        />
        <Input
          name="reason"
          label="Reason"
          hint="Needed where a target that was set is changed"
          value={typed('reason')}
          errorMessage={messageFor(problems, 'reason')}
        />
        <Button>Save targets</Button>
      </form>
    </>,
    isAgain ? 400 : 200,
  );
}

interface Said {
  version: number;
  approvedBy: string | null;
  approvedOn: string | null;
  reason: string | null;
}

/** What is known of the version in force. */
function saidOf({ version, approvedBy, approvedOn, reason }: Said, today: string): string {
  const parts = [
    `Version ${version}`,
    approvedBy === null ? null : `approved by ${approvedBy}`,
    approvedOn === null ? null : `on ${dayInWords(approvedOn, today)}`,
  ].filter((part) => part !== null);
  return `${parts.join(' ')}${reason === null ? '' : `: ${reason}`}`;
}
