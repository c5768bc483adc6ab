import { periodLabel } from '../../../../domain/period/label.ts';
import { bankHolidays } from '../../../../domain/round/bank-holidays.ts';
import { daysOfPlan } from '../../../../domain/round/days-of-plan.ts';
import { whyClosed } from '../../../../domain/round/working-days.ts';
import type { RoundsOfYear } from '../../../../workflow/queries/rounds-calendar.ts';
import { Table } from '../../../components/table/table.tsx';
import { Tag } from '../../../components/tag/tag.tsx';
import { dayInWords } from '../../../wording/days.ts';

interface Line {
  day: string;
  what: string;
  round: string;
  isHoliday: boolean;
}

/** Every day of the year's rounds one after the other, with the bank holidays of England among them. */
export function DaysInOrder({ year, today }: { year: RoundsOfYear; today: string }) {
  const lines = linesOf(year);
  return (
    <Table
      caption="Day by day, with the bank holidays of England"
      columns={[
        { heading: 'Day', label: '' },
        { heading: 'What', label: '' },
        { heading: 'Round', label: '' },
      ]}
      rows={lines.map(({ day, what, round, isHoliday }) => ({
        key: `${day} ${what} ${round}`,
        cells: [
          dayInWords(day, today),
          isHoliday ? (
            <>
              <Tag classes="govuk-tag--grey">Bank holiday</Tag> {what}
            </>
          ) : (
            what
          ),
          round,
        ],
      }))}
      empty="No round of this year has days yet. They appear here once its meetings are entered."
    />
  );
}

function linesOf({ rounds, levels }: RoundsOfYear): Line[] {
  const days = rounds.flatMap(({ period, plan, opensOn }): Line[] => {
    if (plan === null) return [];
    const round = periodLabel(period);
    const all = [{ day: opensOn, what: 'The round opens' }, ...daysOfPlan(plan, levels)];
    return all.map(({ day, what }) => {
      const why = whyClosed(day);
      return { day, what: why === null ? what : `${what} (day off: ${why})`, round, isHoliday: false };
    });
  });
  const inOrder = days.map(({ day }) => day).sort();
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return [];
  const holidays: Line[] = [];
  for (
    let calendarYear = Number(first.slice(0, 4));
    calendarYear <= Number(last.slice(0, 4));
    calendarYear++
  ) {
    for (const { day, name } of bankHolidays(calendarYear)) {
      if (day >= first && day <= last) holidays.push({ day, what: name, round: '', isHoliday: true });
    }
  }
  return [...holidays, ...days].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
