import type { RoundOverview } from '../../../workflow/queries/round-overview.ts';
import { dayInWords } from '../../wording/days.ts';

/** The days of a round in order, with where today is. */
export function Timeline({ overview, today }: { overview: RoundOverview; today: string }) {
  const days = daysOf(overview);
  const next = days.find(({ day }) => day >= today);
  return (
    <ol class="ot-timeline">
      {days.map(({ day, what }) => (
        <li
          key={day + what}
          class={day < today ? 'ot-timeline__past' : undefined}
          {...(next !== undefined && day === next.day && what === next.what
            ? { 'aria-current': 'step' as const }
            : {})}
        >
          <span class="ot-timeline__day">{dayInWords(day, today)}</span>
          <span>{what}</span>
          {day < today ? <span class="govuk-visually-hidden"> (past)</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** Every day of the plan, in order. */
export function daysOf({
  round,
  levels,
}: Pick<RoundOverview, 'round' | 'levels'>): { day: string; what: string }[] {
  const { plan } = round;
  const days: [string | null, string][] = [
    [round.openedAt.slice(0, 10), 'The round opened'],
    [plan.updatesDue, 'Updates are due'],
    ...levels.map(({ id, name }): [string | null, string] => [
      plan.approvalsDue[id] ?? null,
      `Approval by ${name.toLowerCase()} is due`,
    ]),
    [plan.freezeOn, 'Figures are frozen'],
    [plan.leadershipTeamOn, 'Leadership team'],
    [plan.clearanceBy, 'Finance and legal clearance'],
    [plan.democraticServicesBy, 'Papers to democratic services'],
    [plan.agendaOn, 'Agenda is published'],
    [plan.publishOn, 'Report is published'],
    [plan.cabinetOn, 'Cabinet'],
    [plan.scrutinyOn, 'Scrutiny'],
  ];
  return days
    .flatMap(([day, what]) => (day === null ? [] : [{ day, what }]))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
