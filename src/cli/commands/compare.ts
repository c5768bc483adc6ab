import { Command } from 'commander';
import { againstBenchmark } from '../../domain/statistics/comparison/benchmark.ts';
import { placesOf } from '../../domain/statistics/comparison/standing.ts';
import { changeTest } from '../../domain/statistics/tested-change/two-periods.ts';
import { writeCsv } from '../../formats/csv-writer.ts';
import { type Console, printJson, Refusal } from '../console.ts';
import { type CountedRow, type CountKind, countKinds, readCounted } from '../statistics/counted-rows.ts';
import { exact, intervalOf, levelOf, perOf, text } from '../statistics/options.ts';
import { optionDecimal, optionWord } from '../statistics/typed-figures.ts';

interface CompareOptions {
  rows: string;
  kind: string;
  polarity: string;
  benchmark?: string;
  enough: string;
  level: string;
  per: string;
  json?: boolean;
}
type Better = 'higher' | 'lower' | 'none';
type Line = Readonly<Record<string, string | null>>;
interface Chosen {
  readonly kind: CountKind;
  readonly better: Better;
  readonly level: number;
  readonly per: number;
}

export function compareCommand(console: Console): Command {
  return new Command('compare')
    .description(
      'areas beside a benchmark and each other, or each period beside the one before, on standard input',
    )
    .option('--rows <what>', 'areas, or periods (oldest first)', 'areas')
    .option('--kind <kind>', 'proportion or rate', 'proportion')
    .option('--polarity <which>', 'which way is good: higher, lower or none', 'none')
    .option('--benchmark <number>', 'areas: a value to hold them against; else the average of all of them')
    .option('--enough <number>', 'periods: the least change that matters, in the unit of the values', '0')
    .option('--level <percent>', 'how many intervals in a hundred hold the truth', '95')
    .option('--per <number>', 'what values are of: 100 for percentages, 100000 for a rate', '100')
    .option('--json', 'print one JSON document instead of CSV')
    .action(async (options: CompareOptions) => {
      const what = optionWord('rows', options.rows, ['areas', 'periods']);
      const kind = optionWord('kind', options.kind, countKinds);
      const better = optionWord('polarity', options.polarity, ['higher', 'lower', 'none']);
      const chosen = { kind, better, level: levelOf(options.level), per: perOf(options.per) };
      const given =
        options.benchmark === undefined ? null : Number(optionDecimal('benchmark', options.benchmark));
      const enough = Number(optionDecimal('enough', options.enough)) / chosen.per;
      const rows = await readCounted(console, kind);
      const benchmark = what === 'areas' ? (given ?? averageOf(rows) * chosen.per) : null;
      const lines = benchmark === null ? periods(rows, chosen, enough) : areas(rows, chosen, benchmark);
      if (options.json) {
        const said = { level: text(chosen.level * 100), per: text(chosen.per) };
        const held = benchmark === null ? null : text(benchmark);
        printJson(console, { compared: what, kind, polarity: better, ...said, benchmark: held, rows: lines });
        return;
      }
      const headings = Object.keys(lines[0] ?? {});
      const cells = lines.map((line) => headings.map((heading) => line[heading] ?? ''));
      console.out(Buffer.from(writeCsv(headings, cells, 'machine')).toString('utf8'));
    });
}

function averageOf(rows: readonly CountedRow[]): number {
  const held = rows.flatMap(({ counted }) => (counted === null ? [] : [counted]));
  if (held.length === 0) throw new Refusal('No row has both a count and a denominator.');
  const sum = (name: 'count' | 'of') => held.reduce((total, each) => total + each[name], 0);
  return sum('count') / sum('of');
}

function areas(rows: readonly CountedRow[], { kind, better, level, per }: Chosen, benchmark: number): Line[] {
  const found = rows.map(({ counted }) => (counted === null ? null : intervalOf(kind, counted, level, per)));
  const values = found.map((each) => (each === null ? null : exact(each.value)));
  const places = placesOf(values, better);
  return rows.map(({ code }, index) => {
    const [interval, place] = [found[index], places[index]];
    return {
      code,
      value: interval ? text(interval.value) : null,
      lower: interval ? text(interval.lower) : null,
      upper: interval ? text(interval.upper) : null,
      verdict: interval ? againstBenchmark(interval, benchmark, better) : null,
      rank: place ? String(place.rank) : null,
      among: place ? String(place.among) : null,
      quartile: place?.quartile ? String(place.quartile) : null,
    };
  });
}

/** Differences of proportions are printed in the unit of the values, ratios of rates as they are. */
function periods(rows: readonly CountedRow[], { kind, better, level, per }: Chosen, enough: number): Line[] {
  const scaled = (value: number | null) =>
    value === null ? null : text(kind === 'rate' ? value : value * per);
  return rows.map(({ code, counted: now }, index) => {
    const before = rows[index - 1]?.counted ?? null;
    if (now === null || before === null) {
      return { code, change: null, lower: null, upper: null, verdict: null, one_case_decides: null };
    }
    const in_ = (each: { count: number; of: number }) => ({ events: each.count, exposure: each.of });
    const pair =
      kind === 'rate'
        ? ({ of: kind, now: in_(now), before: in_(before) } as const)
        : ({ of: kind, now, before } as const);
    const test = changeTest(pair, enough, level);
    return {
      code,
      change: scaled(test.value),
      lower: scaled(test.lower),
      upper: scaled(test.upper),
      verdict: verdictOf(test.moved, better),
      one_case_decides: test.oneCaseDecides ? 'yes' : 'no',
    };
  });
}

function verdictOf(moved: 'up' | 'down' | 'noSignificantChange', better: Better): string {
  if (moved === 'noSignificantChange' || better === 'none') return moved;
  return (moved === 'up') === (better === 'higher') ? 'better' : 'worse';
}
