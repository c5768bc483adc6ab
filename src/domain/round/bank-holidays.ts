import { Temporal } from 'temporal-polyfill';

/** A day on which councils in England are closed, with its name as gov.uk lists it. */
export interface BankHoliday {
  /** ISO date. */
  day: string;
  name: string;
}

const MONDAY = 1;
const SATURDAY = 6;
const SUNDAY = 7;

/**
 * The bank holidays of England and Wales in a calendar year, in order: those of the Banking and Financial Dealings Act
 * 1971, schedule 1, the common law holidays of Good Friday and Christmas Day, New Year's Day and the early May holiday
 * as proclaimed every year, and the single moves and additions of 2011 to 2023. A move that is proclaimed for a later
 * year is not known here.
 *
 * @param year a calendar year from 1978, when the early May holiday began
 * @throws RangeError for an earlier year
 * @example bankHolidays(2022).map(({ day }) => day)[3] // '2022-05-02', the early May bank holiday
 */
export function bankHolidays(year: number): BankHoliday[] {
  if (!Number.isInteger(year) || year < 1978 || year > 9999) {
    throw new RangeError(`not a year whose bank holidays are known: ${year}`);
  }
  const easter = easterSunday(year);
  const days: BankHoliday[] = [
    ...withSubstitutes(year, [[1, 1, 'New Year’s Day']]),
    { day: easter.subtract({ days: 2 }).toString(), name: 'Good Friday' },
    { day: easter.add({ days: 1 }).toString(), name: 'Easter Monday' },
    { day: firstMonday(year, 5), name: 'Early May bank holiday' },
    { day: lastMonday(year, 5), name: 'Spring bank holiday' },
    { day: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...withSubstitutes(year, [
      [12, 25, 'Christmas Day'],
      [12, 26, 'Boxing Day'],
    ]),
  ];
  const moved = moves.filter((move) => move.from.startsWith(`${year}-`));
  return days
    .map((each) => ({ ...each, day: moved.find(({ from }) => from === each.day)?.to ?? each.day }))
    .concat(extras.filter(({ day }) => day.startsWith(`${year}-`)).map(({ day, name }) => ({ day, name })))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, chapter 8).
 *
 * @example easterSunday(2018).toString() // '2018-04-01'
 */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return Temporal.PlainDate.from({ year, month, day: ((h + l - 7 * m + 114) % 31) + 1 });
}

/** A holiday that falls on a weekend is kept on the next weekday that is not a holiday itself (1971 Act, schedule 1). */
function withSubstitutes(
  year: number,
  fixed: readonly (readonly [month: number, day: number, name: string])[],
): BankHoliday[] {
  const own = fixed.map(([month, day, name]) => ({
    date: Temporal.PlainDate.from({ year, month, day }),
    name,
  }));
  const taken = new Set(
    own.filter(({ date }) => date.dayOfWeek < SATURDAY).map(({ date }) => date.toString()),
  );
  return own.map(({ date, name }) => {
    if (date.dayOfWeek < SATURDAY) return { day: date.toString(), name };
    let next = date;
    while (next.dayOfWeek >= SATURDAY || taken.has(next.toString())) next = next.add({ days: 1 });
    taken.add(next.toString());
    return { day: next.toString(), name: `${name} (substitute day)` };
  });
}

function firstMonday(year: number, month: number): string {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: (MONDAY - first.dayOfWeek + SUNDAY) % SUNDAY }).toString();
}

function lastMonday(year: number, month: number): string {
  const last = Temporal.PlainDate.from({ year, month, day: 31 });
  return last.subtract({ days: (last.dayOfWeek - MONDAY + SUNDAY) % SUNDAY }).toString();
}

/** Holidays kept on another day than the rule's, by royal proclamation under section 1(2) or (3) of the 1971 Act. */
const moves: readonly { from: string; to: string; why: string }[] = [
  { from: '2012-05-28', to: '2012-06-04', why: 'Diamond Jubilee; gov.uk/bank-holidays, 2012' },
  { from: '2020-05-04', to: '2020-05-08', why: '75th anniversary of VE Day; gov.uk/bank-holidays, 2020' },
  { from: '2022-05-30', to: '2022-06-02', why: 'Platinum Jubilee; gov.uk/bank-holidays, 2022' },
];

/** Holidays of a single year, proclaimed the same way. */
const extras: readonly (BankHoliday & { why: string })[] = [
  {
    day: '2011-04-29',
    name: 'Royal wedding',
    why: 'wedding of Prince William and Catherine Middleton; gov.uk/bank-holidays, 2011',
  },
  { day: '2012-06-05', name: 'Queen’s Diamond Jubilee', why: 'gov.uk/bank-holidays, 2012' },
  { day: '2022-06-03', name: 'Platinum Jubilee bank holiday', why: 'gov.uk/bank-holidays, 2022' },
  {
    day: '2022-09-19',
    name: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
    why: 'proclaimed on 10 September 2022; gov.uk/bank-holidays, 2022',
  },
  {
    day: '2023-05-08',
    name: 'Bank holiday for the coronation of King Charles III',
    why: 'announced on 6 November 2022; gov.uk/bank-holidays, 2023',
  },
];
