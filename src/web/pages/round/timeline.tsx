import { daysOfPlan } from '../../../domain/round/days-of-plan.ts';
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
const daysOf = ({
  round,
  levels,
}: Pick<RoundOverview, 'round' | 'levels'>): { day: string; what: string }[] =>
  [{ day: round.openedAt.slice(0, 10), what: 'The round opened' }, ...daysOfPlan(round.plan, levels)].sort(
    (a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0),
  );
