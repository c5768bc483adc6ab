import { Command } from 'commander';
import { writeCsv } from '../../formats/csv-writer.ts';
import { type Console, printJson, UsageError } from '../console.ts';
import { intervalKinds, intervalLines } from '../statistics/interval-lines.ts';
import { levelOf, perOf, text } from '../statistics/options.ts';
import { optionWord } from '../statistics/typed-figures.ts';

const HEADINGS = ['code', 'count', 'denominator', 'value', 'lower', 'upper', 'method', 'small_numbers'];

export function intervalCommand(console: Console): Command {
  return new Command('interval')
    .description('intervals of proportions, rates, means and standardised rates on standard input')
    .option(
      '--kind <kind>',
      'proportion (Wilson), rate (exact below 10 events, Byar from there), mean (Student), dsr (directly standardised rate, Dobson) or isr (indirectly standardised ratio)',
      'proportion',
    )
    .option('--level <percent>', 'how many intervals in a hundred hold the truth', '95')
    .option(
      '--per <number>',
      'what values are of: 100 for percentages and ratios, 100000 for dsr, unless told otherwise',
    )
    .option('--json', 'print one JSON document instead of CSV')
    .action(async (options: { kind: string; level: string; per?: string; json?: boolean }) => {
      const kind = optionWord('kind', options.kind, intervalKinds);
      if (kind === 'mean' && options.per !== undefined) {
        throw new UsageError('--per is not for --kind mean: a mean is in the unit of its values.');
      }
      const unlessSaid = { proportion: '100', rate: '100', isr: '100', mean: '1', dsr: '100000' }[kind];
      const [level, per] = [levelOf(options.level), perOf(options.per, unlessSaid)];
      const rows = await intervalLines(console, { kind, level, per });
      if (options.json) {
        printJson(console, { kind, level: text(level * 100), per: text(per), rows });
        return;
      }
      const headings = kind === 'dsr' ? [...HEADINGS, 'missing_counts'] : HEADINGS;
      const lines = rows.map((row) => {
        const { code, count, denominator, value, lower, upper, method, smallNumbers, missingCounts } = row;
        const cells = [code, count, denominator, value, lower, upper, method, smallNumbers];
        return (kind === 'dsr' ? [...cells, missingCounts] : cells).map((cell) => cell ?? '');
      });
      console.out(Buffer.from(writeCsv(headings, lines, 'machine')).toString('utf8'));
    });
}
