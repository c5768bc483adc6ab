import { Command } from 'commander';
import { writeCsv } from '../../formats/csv-writer.ts';
import { type Console, printJson, UsageError } from '../console.ts';
import { comparedAreas } from '../statistics/compare-areas.ts';
import { comparedPeriods, recentTrends } from '../statistics/compare-periods.ts';
import { countKinds, readCounted } from '../statistics/counted-rows.ts';
import { levelOf, perOf, text } from '../statistics/options.ts';
import { optionDecimal, optionWord } from '../statistics/typed-figures.ts';

interface CompareOptions {
  rows: string;
  kind: string;
  polarity: string;
  benchmark?: string;
  funnel: string;
  enough: string;
  level: string;
  per: string;
  json?: boolean;
}

export function compareCommand(console: Console): Command {
  return new Command('compare')
    .description(
      'areas beside a benchmark and in a funnel, each period beside the one before, or the recent trend, on standard input',
    )
    .option('--rows <what>', 'areas; periods or trend (oldest first)', 'areas')
    .option('--kind <kind>', 'proportion or rate', 'proportion')
    .option('--polarity <which>', 'which way is good: higher, lower or none', 'none')
    .option(
      '--benchmark <number>',
      'areas: a value to hold them against; else each against the average of all the others',
    )
    .option('--funnel <limits>', 'areas: adjusted for what areas differ beyond chance, or plain', 'adjusted')
    .option('--enough <number>', 'periods: the least change that matters, in the unit of the values', '0')
    .option('--level <percent>', 'how many intervals in a hundred hold the truth', '95')
    .option('--per <number>', 'what values are of: 100 for percentages, 100000 for a rate', '100')
    .option('--json', 'print one JSON document instead of CSV')
    .action(async (options: CompareOptions) => {
      const what = optionWord('rows', options.rows, ['areas', 'periods', 'trend']);
      const kind = optionWord('kind', options.kind, countKinds);
      const better = optionWord('polarity', options.polarity, ['higher', 'lower', 'none']);
      const chosen = { kind, better, level: levelOf(options.level), per: perOf(options.per) };
      const benchmark = benchmarkOf(options.benchmark, kind, chosen.per);
      const limits = optionWord('funnel', options.funnel, ['adjusted', 'plain']);
      const enough = Number(optionDecimal('enough', options.enough)) / chosen.per;
      if (enough < 0) throw new UsageError('--enough is 0 or more.');
      const rows = await readCounted(console, kind, { once: true });
      const areas = what === 'areas' ? comparedAreas(rows, chosen, { benchmark, limits }) : null;
      const lines =
        areas?.lines ??
        (what === 'periods' ? comparedPeriods(rows, chosen, enough) : recentTrends(rows, chosen));
      const heldAgainst =
        benchmark === null ? 'the average of all the others' : `the benchmark ${text(benchmark)}`;
      if (options.json) {
        const said = { level: text(chosen.level * 100), per: text(chosen.per) };
        const held = benchmark === null || areas === null ? null : text(benchmark);
        const of = areas === null ? null : heldAgainst;
        const funnel = areas?.funnel ?? null;
        printJson(console, {
          compared: what,
          kind,
          polarity: better,
          ...said,
          benchmark: held,
          heldAgainst: of,
          funnel,
          rows: lines,
        });
        return;
      }
      if (areas !== null)
        console.err(
          benchmark === null
            ? 'Each area is held against the average of all the others: its own figures are left out of it.'
            : `Each area is held against ${heldAgainst}.`,
        );
      const headings = Object.keys(lines[0] ?? {});
      const cells = lines.map((line) => headings.map((heading) => line[heading] ?? ''));
      console.out(Buffer.from(writeCsv(headings, cells, 'machine')).toString('utf8'));
    });
}

function benchmarkOf(typed: string | undefined, kind: 'proportion' | 'rate', per: number): number | null {
  if (typed === undefined) return null;
  const benchmark = Number(optionDecimal('benchmark', typed));
  if (benchmark < 0) throw new UsageError('--benchmark is 0 or more.');
  if (kind === 'proportion' && benchmark > per) {
    throw new UsageError(`--benchmark of a proportion is no more than ${text(per)}, see --per.`);
  }
  return benchmark;
}
