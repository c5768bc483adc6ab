import { decimal } from '../../domain/number/decimal.ts';
import { writeCsv } from '../../formats/csv-writer.ts';
import { formatProblem, hasErrors } from '../../importers/problem.ts';
import { type Console, printJson, Refusal, textTable, UsageError } from '../console.ts';
import { inputProblem, MOST_SERIES_BYTES } from '../series-input.ts';
import { countKinds } from '../statistics/counted-rows.ts';
import { perOf } from '../statistics/options.ts';
import { optionDecimal, optionWord } from '../statistics/typed-figures.ts';
import { type DirectionAsked, directionOf } from './direction.ts';
import { DIRECTION_COLUMNS, readSeries } from './read-series.ts';

const HEADINGS = [
  'series',
  'date',
  'value',
  'compared_with',
  'before',
  'change',
  'spoken_by',
  'one_case_decides',
  'small_numbers',
  'words',
];

/** Reads series with what they are made of, and prints the direction of travel of each. */
export async function printDirections(
  console: Console,
  chosen: Omit<DirectionAsked, 'kind' | 'per' | 'enough'>,
  options: { kind: string; per: string; enough: string; table?: boolean; json?: boolean },
): Promise<void> {
  const kind = optionWord('kind', options.kind, countKinds);
  const per = perOf(options.per);
  const enough = decimal(optionDecimal('enough', options.enough));
  if (enough.lt('0')) throw new UsageError('--enough is 0 or more.');
  const { series, problems } = readSeries(await console.readStdin(MOST_SERIES_BYTES), DIRECTION_COLUMNS);
  for (const each of kind === 'proportion' ? series : []) {
    for (const [date, { row, counted }] of each.parts) {
      if (counted === null || (counted.count <= counted.of && Number.isSafeInteger(counted.of))) continue;
      const message = `On ${date} ${counted.count} were counted out of ${counted.of}.`;
      const at = { column: 'count', value: String(counted.count) };
      problems.push(inputProblem(row, message, 'Correct one, or use --kind rate.', at));
    }
  }
  if (hasErrors(problems)) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    throw new Refusal(problems.map(formatProblem).join('\n'), { problems: errors });
  }
  for (const problem of problems) console.err(formatProblem(problem));
  const directions = series.map((each) => directionOf(each, { ...chosen, kind, per, enough }));
  if (options.json) {
    printJson(console, { kind, per: options.per, enough: options.enough, series: directions });
    return;
  }
  const rows = directions.map((each) => [
    each.series,
    each.date ?? '',
    each.value ?? '',
    each.comparedWith ?? '',
    each.before ?? '',
    each.change ?? '',
    each.spokenBy ?? '',
    each.oneCaseDecides ? 'yes' : 'no',
    each.smallNumbers ?? '',
    each.words,
  ]);
  if (options.table) console.out(textTable([HEADINGS, ...rows]));
  else console.out(Buffer.from(writeCsv(HEADINGS, rows, 'machine')).toString('utf8'));
}
