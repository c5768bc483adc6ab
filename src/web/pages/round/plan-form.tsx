import type { ApprovalLevel } from '../../../domain/round/levels.ts';
import type { RoundPlan } from '../../../domain/round/round.ts';
import { Input } from '../../components/input/input.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { typedDay } from '../../wording/typed-day.ts';

/** The plan as typed, by the name of its field. */
export type PlanTyped = Readonly<Record<string, string>>;

const days = [
  ['cabinetOn', 'Cabinet meets', 'Leave blank where the report does not go to Cabinet'],
  ['scrutinyOn', 'Scrutiny meets', 'Leave blank where it does not go to scrutiny'],
] as const;

const laterDays = [
  ['freezeOn', 'Figures are frozen', ''],
  ['leadershipTeamOn', 'Leadership team', ''],
  ['clearanceBy', 'Finance and legal clearance', ''],
  ['democraticServicesBy', 'Papers to democratic services', ''],
  ['agendaOn', 'Agenda is published', 'Five clear working days before the meeting, by law'],
  ['publishOn', 'Report is published', ''],
] as const;

interface PlanProps {
  typed: PlanTyped;
  levels: readonly ApprovalLevel[];
  problems: readonly FieldProblem[];
  part: 'meetings' | 'days';
}

export function PlanFields({ typed, levels, problems, part }: PlanProps) {
  const field = (name: string, label: string, hint: string) => (
    <Input
      key={name}
      name={name}
      label={label}
      {...(hint === '' ? {} : { hint })}
      classes="govuk-input--width-10"
      value={typed[name] ?? ''}
      errorMessage={messageFor(problems, name)}
    />
  );
  if (part === 'meetings')
    return <div class="ot-figures">{days.map(([name, label, hint]) => field(name, label, hint))}</div>;
  return (
    <div class="ot-figures">
      {field('updatesDue', 'Updates are due', 'The last day on which officers enter figures')}
      {levels.map(({ id, name }) => field(`approvalsDue-${id}`, `Approval: ${name.toLowerCase()}`, ''))}
      {laterDays.map(([name, label, hint]) => field(name, label, hint))}
    </div>
  );
}

const names: Readonly<Record<string, string>> = Object.fromEntries(
  [...days, ...laterDays].map(([name, label]) => [name, label]),
);

/** Reads the days; every one that cannot be read is named. */
export function readPlan(
  typed: PlanTyped,
  levels: readonly ApprovalLevel[],
): { plan: RoundPlan } | { problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const day = (name: string, label: string, needed = false): string | null => {
    const read = typedDay(typed[name] ?? '', `“${label}”`);
    if ('problem' in read) problems.push({ field: name, message: read.problem });
    else if (read.day === null && needed)
      problems.push({ field: name, message: `Enter the day for “${label}”` });
    return 'day' in read ? read.day : null;
  };
  const updatesDue = day('updatesDue', 'Updates are due', true) ?? '';
  const approvalsDue: Record<string, string> = {};
  for (const { id, name } of levels) {
    const due = day(`approvalsDue-${id}`, `Approval: ${name.toLowerCase()}`, true);
    if (due !== null) approvalsDue[id] = due;
  }
  const of = (name: string) => day(name, names[name] ?? name);
  const plan: RoundPlan = {
    updatesDue,
    approvalsDue,
    freezeOn: of('freezeOn'),
    leadershipTeamOn: of('leadershipTeamOn'),
    clearanceBy: of('clearanceBy'),
    democraticServicesBy: of('democraticServicesBy'),
    agendaOn: of('agendaOn'),
    cabinetOn: of('cabinetOn'),
    scrutinyOn: of('scrutinyOn'),
    publishOn: of('publishOn'),
  };
  return problems.length > 0 ? { problems } : { plan };
}

/** A day as a form shows it; '' for none. @example dayTyped('2019-01-14') // '14/1/2019' */
export const dayTyped = (day: string | null): string =>
  day === null ? '' : `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;

/** A plan as the form shows it: `14/1/2019`. */
export function planTyped(plan: RoundPlan): PlanTyped {
  const { approvalsDue, ...rest } = plan;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, day]) => [name, dayTyped(day)])),
    ...Object.fromEntries(
      Object.entries(approvalsDue).map(([id, day]) => [`approvalsDue-${id}`, dayTyped(day)]),
    ),
  };
}

export const planFromForm = (form: URLSearchParams): PlanTyped =>
  Object.fromEntries(
    [...form].filter(([name]) => /^[\w-]{1,60}$/.test(name)).map(([name, text]) => [name, text.slice(0, 60)]),
  );
