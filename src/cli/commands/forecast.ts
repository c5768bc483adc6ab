import { Command } from 'commander';
import { decimal, toText } from '../../domain/number/decimal.ts';
import { prospect, requiredRate } from '../../domain/statistics/forecast/against-target.ts';
import { sum, type YearSeries } from '../../domain/statistics/forecast/year.ts';
import { type NoForecast, yearEnd } from '../../domain/statistics/forecast/year-end.ts';
import { writeCsv } from '../../formats/csv-writer.ts';
import { type Console, printJson, UsageError } from '../console.ts';
import { FigureRows, optionDecimal, optionWord } from '../statistics/typed-figures.ts';

interface ForecastOptions {
  perYear: string;
  kind: string;
  season: boolean;
  target?: string;
  polarity: string;
  json?: boolean;
}

const why: Record<NoForecast, string> = {
  nothingYet: 'This year has no figure yet.',
  missingPeriod: 'A period of this year has no figure, and a missing figure is not zero.',
  tooEarly: 'Without a full previous year a straight line needs three months or two quarters.',
  nothingByThenBefore:
    'Nothing had come in by this period in previous years, so there is no share of the year to go by.',
};

export function forecastCommand(console: Console): Command {
  return new Command('forecast')
    .description('the year end of a series on standard input, its range, and whether a target will be met')
    .option('--per-year <periods>', 'figures a year: 4 or 12', '4')
    .option('--kind <kind>', 'flow (figures add up) or stock (the last one counts)', 'flow')
    .option('--no-season', 'no part of the year differs from another')
    .option('--target <number>', 'the year-end target')
    .option('--polarity <which>', 'which way is good: higher or lower', 'higher')
    .option('--json', 'print one JSON document instead of CSV')
    .action(async (options: ForecastOptions) => {
      if (options.perYear !== '4' && options.perYear !== '12') throw new UsageError('--per-year is 4 or 12.');
      const perYear = options.perYear === '4' ? 4 : 12;
      const kind = optionWord('kind', options.kind, ['flow', 'stock']);
      const better = optionWord('polarity', options.polarity, ['higher', 'lower']);
      const target = options.target === undefined ? null : optionDecimal('target', options.target);
      const years = await readYears(console, perYear);
      const soFar = years.at(-1) ?? [];
      const series: YearSeries = {
        kind,
        perYear,
        previousYears: years.slice(0, -1),
        soFar,
        noSeason: !options.season,
      };
      const found = yearEnd(series);
      const none = found.method === 'none';
      const held = soFar.every((figure) => figure !== null) ? soFar.map((figure) => decimal(figure)) : null;
      const toDate = kind === 'flow' && held !== null ? toText(sum(held)) : null;
      const asked = target !== null && toDate !== null;
      const line = {
        method: found.method,
        yearEnd: none ? null : found.value,
        low: none ? null : (found.range?.low ?? null),
        high: none ? null : (found.range?.high ?? null),
        rangeBy: none ? null : (found.range?.by ?? null),
        lastYearPlusDifference: none ? null : found.lastYearPlusDifference,
        previousYearsUsed: none ? null : String(found.yearsUsed),
        toDate,
        target,
        prospect: target === null ? null : prospect(found, target, better),
        requiredRate: asked ? requiredRate(toDate, target, perYear - soFar.length) : null,
        why: none ? why[found.why] : null,
      };
      if (options.json) {
        printJson(console, line);
        return;
      }
      const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      const cells = Object.values(line).map((cell) => cell ?? '');
      console.out(Buffer.from(writeCsv(Object.keys(line).map(snake), [cells], 'machine')).toString('utf8'));
    });
}

/** Years in the order of their first row, each with its figures in theirs; all but the last must be whole. */
async function readYears(console: Console, perYear: number): Promise<(string | null)[][]> {
  const input = await FigureRows.read(console, [
    { name: 'year', required: true },
    { name: 'value', required: true, alsoCalled: ['actual', 'figure'] },
  ]);
  const years = new Map<string, (string | null)[]>();
  let last = '';
  input.rows.forEach((row, index) => {
    const year = (row.values.year ?? '').trim();
    const figures = years.get(year) ?? [];
    const ended = index > 0 && year !== last;
    if (year === '')
      input.refuse(row, 'year', 'The row says no year.', 'Give the year, as 2018-19, in every row.');
    if (ended && figures.length > 0)
      input.refuse(row, 'year', 'This year had ended above.', 'Sort the rows, oldest first.');
    else if (ended && (years.get(last)?.length ?? 0) < perYear) {
      const remedy = 'Give every period of a previous year, with an empty value where it is missing.';
      input.refuse(row, 'year', `The year before has fewer than ${perYear} rows.`, remedy);
    }
    if (figures.length === perYear)
      input.refuse(row, 'year', `This year has more than ${perYear} rows.`, 'See --per-year.');
    figures.push(input.decimal(row, 'value'));
    years.set(year, figures);
    last = year;
  });
  input.settle(console);
  return [...years.values()];
}
