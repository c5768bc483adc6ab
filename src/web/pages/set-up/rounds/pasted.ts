import { readDate } from '../../../../domain/number/date.ts';
import { parsePeriod } from '../../../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../../../domain/period/period.ts';

/** The meetings of one round, as they were typed or pasted. */
export interface MeetingsTyped {
  cabinetOn: string;
  scrutinyOn: string;
}

const MOST_LINES = 60;
const QUARTER =
  /^(?:(?<code>\d{4}(?:-\d{2}A?)?\/[QMH]\d{1,2})|q(?:uarter|tr)?\s*(?<number>[1-4])(?:\s*,?\s*(?<year>\d{4}-\d{2}A?))?)/i;

/**
 * Reads lines pasted from a spreadsheet or a list of meetings: a round, then the day of Cabinet, then that of scrutiny,
 * with tabs, commas or semicolons between them. Every line that cannot be read is named, with what to do.
 *
 * @example readPasted('Q3\t13/2/2019\t20/2/2019', periods).meetings.get('2018-19/Q3')?.cabinetOn // '13/2/2019'
 */
export function readPasted(
  text: string,
  periods: readonly ReportingPeriod[],
): { meetings: Map<string, MeetingsTyped>; problems: string[] } {
  const meetings = new Map<string, MeetingsTyped>();
  const problems: string[] = [];
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) {
    return { meetings, problems: [`Paste at most ${MOST_LINES} lines: there are ${lines.length}`] };
  }
  lines.forEach((line, index) => {
    const isHeading = index === 0 && !/\d/.test(line);
    if (line.trim() === '' || isHeading) return;
    const read = readLine(line, periods);
    if ('problem' in read) problems.push(`Line ${index + 1}: ${read.problem}`);
    else if (meetings.has(read.period)) problems.push(`Line ${index + 1}: ${read.period} is there twice`);
    else meetings.set(read.period, read.meetings);
  });
  return { meetings, problems };
}

function readLine(
  line: string,
  periods: readonly ReportingPeriod[],
): { period: string; meetings: MeetingsTyped } | { problem: string } {
  const trimmed = line.replace(/^\s+/, '');
  const found = QUARTER.exec(trimmed);
  if (found === null) return { problem: 'begin with the round, like Q3, then Cabinet’s day and scrutiny’s' };
  const period = periodMeant(found.groups ?? {}, periods);
  if (period === null) return { problem: `${found[0]} is not a round of this year` };
  const cells = cellsOf(trimmed.slice(found[0].length));
  if (cells.length > 2)
    return { problem: 'after the round there are two days at most, Cabinet’s and scrutiny’s' };
  const wrong = cells.filter((cell) => cell !== '' && !isDay(cell));
  if (wrong.length > 0) return { problem: `“${wrong.join('”, “')}” must be a real date, like 13/2/2019` };
  return { period: period.code, meetings: { cabinetOn: cells[0] ?? '', scrutinyOn: cells[1] ?? '' } };
}

function periodMeant(
  { code, number, year }: { code?: string; number?: string; year?: string },
  periods: readonly ReportingPeriod[],
): ReportingPeriod | null {
  if (code !== undefined) {
    const read = parsePeriod(code.toUpperCase());
    return periods.find((one) => 'period' in read && one.code === read.period.code) ?? null;
  }
  return (
    periods.find(
      (one) =>
        one.span === 'quarter' && String(one.number) === number && (year === undefined || one.year === year),
    ) ?? null
  );
}

function cellsOf(rest: string): string[] {
  const after = rest.replace(/^[ :]*[\t,;]?/, '');
  const cells = after.split(after.includes('\t') ? '\t' : /[;,]/).map((cell) => cell.trim());
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  return cells;
}

function isDay(text: string): boolean {
  const read = readDate(text);
  return read !== null && 'date' in read;
}
