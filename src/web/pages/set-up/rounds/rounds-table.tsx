import { periodLabel } from '../../../../domain/period/label.ts';
import type { ApprovalLevel } from '../../../../domain/round/levels.ts';
import { roundStateNames } from '../../../../domain/round/round.ts';
import { type CalendarRound, calendarStateNames } from '../../../../domain/round/rounds-calendar.ts';
import { whyClosed } from '../../../../domain/round/working-days.ts';
import type { RoundsOfYear } from '../../../../workflow/queries/rounds-calendar.ts';
import { periodAddress } from '../../../addresses.ts';
import type { Content } from '../../../components/content.ts';
import { Table } from '../../../components/table/table.tsx';
import type { Asked } from '../../../route.ts';
import { shortDay } from '../../../wording/days.ts';
import { roundAddress } from '../../round/round-of.ts';
import { mayRun } from '../../round/round-page.tsx';

const headings = [
  'Opens',
  'Updates due',
  'Sign-off',
  'Figures frozen',
  'Leadership team',
  'Published',
  'Cabinet',
  'Scrutiny',
] as const;

/** One line a round; on a phone one entry a round. */
export const RoundsTable = ({ asked, year }: { asked: Asked; year: RoundsOfYear }) => (
  <Table
    caption="Days of each round"
    captionHidden
    columns={[{ heading: 'Round', label: '' }, ...headings.map((heading) => ({ heading, label: heading }))]}
    rows={year.rounds.map((round) => ({
      key: round.period.code,
      cells: [<Name asked={asked} round={round} />, ...daysOf(round, year.levels)],
    }))}
    empty="There are no rounds."
  />
);

function Name({ asked, round: { period, state } }: { asked: Asked; round: CalendarRound }) {
  const isAhead = state === 'planned' || state === 'unplanned';
  // The year is the heading of the page.
  const label = periodLabel(period).split(',')[0];
  const href = isAhead ? `/set-up/rounds/${periodAddress(period.code)}` : roundAddress(period.code);
  return (
    <>
      {isAhead && !mayRun(asked) ? (
        label
      ) : (
        <a class="govuk-link" href={href}>
          {label}
        </a>
      )}
      <span class="ot-under">
        {state === 'planned' || state === 'unplanned' ? calendarStateNames[state] : roundStateNames[state]}
      </span>
    </>
  );
}

function daysOf({ plan, opensOn }: CalendarRound, levels: readonly ApprovalLevel[]): Content[] {
  const opens = <Day day={opensOn} />;
  if (plan === null) return [opens, ...headings.slice(1).map(() => 'Not yet')];
  const approvals = levels.flatMap((level) => {
    const day = plan.approvalsDue[level.id];
    return day === undefined ? [] : [{ day, name: levels.length < 2 ? '' : level.name }];
  });
  const { updatesDue, freezeOn, leadershipTeamOn, publishOn, cabinetOn, scrutinyOn } = plan;
  return [
    opens,
    <Day day={updatesDue} />,
    approvals.length === 0
      ? 'None'
      : approvals.map(({ day, name }) => (
          <span class="ot-line" key={name}>
            <Day day={day} />
            {name === '' ? null : <span class="ot-under">{name}</span>}
          </span>
        )),
    ...[freezeOn, leadershipTeamOn, publishOn, cabinetOn, scrutinyOn].map((day) =>
      day === null ? 'None' : <Day day={day} />,
    ),
  ];
}

/** A day, and why nobody works on it where nobody does. */
function Day({ day }: { day: string }) {
  const why = whyClosed(day);
  return (
    <>
      {shortDay(day)}
      {why === null ? null : <strong class="ot-under">{`Day off: ${why}`}</strong>}
    </>
  );
}
