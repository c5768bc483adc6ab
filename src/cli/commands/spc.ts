import { Command } from 'commander';
import type { PeriodBasis } from '../../domain/measure/measure.ts';
import type { Decimal } from '../../domain/number/decimal.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import type { YearKind } from '../../domain/period/period.ts';
import { firstMonth } from '../../domain/period/year.ts';
import { prepareSeries, type SeriesNature } from '../../domain/statistics/prepare-series.ts';
import type { Rebase } from '../../domain/statistics/xmr/chart.ts';
import { FEWEST_BASELINE, type XmrSettings } from '../../domain/statistics/xmr/settings.ts';
import { xmrChart } from '../../domain/statistics/xmr/xmr-chart.ts';
import { writeCsv } from '../../formats/csv-writer.ts';
import { formatProblem, hasErrors, type Problem } from '../../importers/problem.ts';
import { type Console, printJson, Refusal, textTable, UsageError } from '../console.ts';
import { dayOf } from '../period.ts';
import { inputProblem, MOST_SERIES_BYTES } from '../series-input.ts';
import { type DrawnSeries, exactly, pointRows, SPC_HEADINGS, spcDocument } from '../spc/drawn-series.ts';
import { printDirections } from '../spc/print-directions.ts';
import { type NamedSeries, polarityNamed, readSeries } from '../spc/read-series.ts';

interface SpcOptions {
  polarity?: string;
  target?: string;
  rebase?: string[];
  baseline?: string;
  screening: boolean;
  twoOfThree: string;
  trialLimits?: boolean;
  basis?: string;
  seasonal?: boolean;
  unwind?: boolean;
  year: string;
  direction?: boolean;
  kind: string;
  enough: string;
  per: string;
  table?: boolean;
  json?: boolean;
}

const bases: readonly PeriodBasis[] = ['discrete', 'toDate', 'rolling12', 'snapshot', 'annual'];

export function spcCommand(console: Console): Command {
  return new Command('spc')
    .description('control charts (XmR) of series on standard input: limits, rules met, icons')
    .option('--polarity <which>', 'which way is good, for series that do not say: higher, lower or none')
    .option('--target <number>', 'the target of series that have none of their own')
    .option(
      '--rebase <"date|reason|author|decided on">',
      'work limits out anew from a date on; may be repeated',
      (text: string, before: string[] = []) => [...before, text],
    )
    .option('--baseline <points>', 'mean and limits from the first so many points of each segment')
    .option('--no-screening', 'keep every moving range in the mean')
    .option('--two-of-three <form>', 'mdc2023, or withinLimits as before', 'mdc2023')
    .option('--trial-limits', 'limits from 8 to 12 points too')
    .option('--basis <basis>', 'what each figure covers: discrete, toDate, rolling12, snapshot or annual')
    .option('--seasonal', 'the series have a season')
    .option('--unwind', 'chart amounts of each period, or changes on the year before, in place of a refusal')
    .option('--year <kind>', 'where a year begins: financial, calendar or academic', 'financial')
    .option(
      '--direction',
      'the direction of travel of each series in place of its chart: the first test that it allows',
    )
    .option('--kind <kind>', 'direction: what count and denominator make, proportion or rate', 'proportion')
    .option('--enough <number>', 'direction: the least change that matters, in the unit of the values', '0')
    .option('--per <number>', 'direction: what values are of: 100 for percentages, 100000 for a rate', '100')
    .option('--table', 'print columns for reading instead of CSV')
    .option('--json', 'print one JSON document instead of CSV')
    .action(async (options: SpcOptions) => spc(console, options));
}

async function spc(console: Console, options: SpcOptions): Promise<void> {
  if (options.table && options.json) throw new UsageError('Give --table or --json, not both.');
  const chosen = chosenIn(options);
  if (options.direction) {
    await printDirections(console, chosen, options);
    return;
  }
  const { series, problems } = readSeries(await console.readStdin(MOST_SERIES_BYTES));
  const drawn = series.flatMap((each) => draw(each, chosen, problems));
  if (hasErrors(problems)) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    throw new Refusal(problems.map(formatProblem).join('\n'), { problems: errors });
  }
  for (const problem of problems) console.err(formatProblem(problem));
  if (options.json) {
    printJson(console, spcDocument(chosen.settings, drawn));
    return;
  }
  for (const { name, prepared } of drawn) {
    if (prepared.kind !== 'asItIs')
      console.err(name === '' ? prepared.sentence : `${name}: ${prepared.sentence}`);
  }
  if (options.table) {
    const rows = drawn.flatMap((each) => pointRows(each, (value) => String(Number(value.toPrecision(6)))));
    const text = (cell: (typeof rows)[number][number]) =>
      cell === null ? '' : typeof cell === 'string' ? cell : cell.number;
    console.out(textTable([SPC_HEADINGS, ...rows.map((row) => row.map(text))]));
    return;
  }
  const rows = drawn.flatMap((each) => pointRows(each, exactly));
  console.out(Buffer.from(writeCsv(SPC_HEADINGS, rows, 'machine')).toString('utf8'));
}

interface Chosen {
  settings: XmrSettings;
  nature: SeriesNature;
  polarity: NamedSeries['polarity'];
  target: Decimal | null;
  rebases: readonly Rebase[];
}

/** The chart of one series; what keeps it from being drawn is added to the problems, beside those of every other. */
function draw(series: NamedSeries, chosen: Chosen, problems: Problem[]): DrawnSeries[] {
  const refuse = (message: string, remedy: string) => {
    const named = series.name === '' ? message : `${series.name}: ${message}`;
    problems.push(inputProblem(series.row, named, remedy));
    return [];
  };
  const prepared = prepareSeries(series.points, chosen.nature);
  if (prepared.kind === 'unsuitable') {
    const remedy = {
      toDate: 'Give --unwind for counts and amounts; give --basis discrete if they are not to date.',
      seasonal: 'Give --unwind.',
      rolling12: 'Pipe in the figures of single periods.',
      spacing: 'Pipe in every period, a missing one with an empty value.',
    }[prepared.why];
    return refuse(prepared.sentence, remedy);
  }
  if (prepared.kind === 'inPeriod' && series.percentages) {
    const message = 'A percentage to date cannot be unwound from itself.';
    return refuse(message, 'Pipe in the percentage of each period, from its own numerator and denominator.');
  }
  const dates = prepared.points.map(({ date }) => date).sort();
  for (const { from } of chosen.rebases) {
    if (!((dates[0] ?? from) < from && from <= (dates.at(-1) ?? ''))) {
      refuse(
        `The rebase from ${from} cuts nothing.`,
        'Give a date after the first point, and not after the last.',
      );
    }
  }
  const own = series.targets.length > 0 ? series.targets : [{ from: dates[0] ?? '', value: chosen.target }];
  const targets = prepared.kind === 'change' || dates.length === 0 ? [] : own;
  const polarity = series.polarity ?? chosen.polarity;
  const { settings, rebases } = chosen;
  const chart = xmrChart({ points: prepared.points, polarity, targets, rebases, settings });
  return [{ name: series.name, polarity, prepared, chart }];
}

function chosenIn(options: SpcOptions): Chosen {
  const { twoOfThree, basis = null, year } = options;
  if (twoOfThree !== 'mdc2023' && twoOfThree !== 'withinLimits') {
    throw new UsageError(`--two-of-three is mdc2023 or withinLimits, not "${twoOfThree}".`);
  }
  const known = bases.find((each) => each === basis) ?? null;
  if (basis !== null && known === null) {
    throw new UsageError(`--basis is ${bases.join(', ')}; not "${basis}".`);
  }
  const polarity = options.polarity === undefined ? null : polarityNamed(options.polarity);
  if (options.polarity !== undefined && polarity === null) {
    throw new UsageError(`--polarity is higher, lower or none, not "${options.polarity}".`);
  }
  if (!Object.hasOwn(firstMonth, year)) {
    throw new UsageError(`--year is financial, calendar or academic, not "${year}".`);
  }
  const baseline = options.baseline === undefined ? null : Number(options.baseline);
  if (baseline !== null && !(Number.isInteger(baseline) && baseline >= FEWEST_BASELINE && baseline <= 1000)) {
    throw new UsageError(`--baseline is a whole number from ${FEWEST_BASELINE}, not "${options.baseline}".`);
  }
  const rebases = (options.rebase ?? []).map(rebaseIn);
  if (new Set(rebases.map(({ from }) => from)).size < rebases.length) {
    throw new UsageError('Two rebases are from the same date. Give one of them.');
  }
  return {
    settings: {
      screening: options.screening,
      twoOfThree,
      baseline,
      trialLimits: options.trialLimits ?? false,
    },
    nature: {
      basis: known,
      seasonal: options.seasonal ?? false,
      unwind: options.unwind ?? false,
      yearBegins: firstMonth[year as YearKind],
    },
    polarity,
    target: targetIn(options.target),
    rebases,
  };
}

function targetIn(text: string | undefined): Decimal | null {
  if (text === undefined) return null;
  const read = parseFigure(text, null);
  if ('figure' in read && read.figure.kind === 'number') return read.figure.value;
  throw new UsageError(`--target takes a number, not "${text}".`);
}

/** Limits are never worked out anew without a reason, an author and a date: they are asked for here too. */
function rebaseIn(text: string): Rebase {
  const [from, reason = '', author = '', decidedOn, ...more] = text.split('|').map((part) => part.trim());
  if (reason === '' || author === '' || decidedOn === undefined || decidedOn === '' || more.length > 0) {
    throw new UsageError(
      `A rebase has its date, reason, author and the date it was decided: "2018-04-01|New contractor|J Shah|2018-03-12"; not "${text}".`,
    );
  }
  return {
    from: dayOf(from, '--rebase') ?? '',
    reason,
    author,
    decidedOn: dayOf(decidedOn, '--rebase') ?? '',
  };
}
