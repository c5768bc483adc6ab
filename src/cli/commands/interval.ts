import { Command } from 'commander';
import { smallNumbers } from '../../domain/statistics/small-numbers.ts';
import { writeCsv } from '../../formats/csv-writer.ts';
import { type Console, printJson } from '../console.ts';
import { countKinds, readCounted } from '../statistics/counted-rows.ts';
import { intervalOf, levelOf, perOf, text } from '../statistics/options.ts';
import { optionWord } from '../statistics/typed-figures.ts';

const HEADINGS = ['code', 'count', 'denominator', 'value', 'lower', 'upper', 'method', 'small_numbers'];

export function intervalCommand(console: Console): Command {
  return new Command('interval')
    .description('intervals of proportions or rates on standard input')
    .option(
      '--kind <kind>',
      'proportion (Wilson), or rate (exact below 10 events, Byar from there)',
      'proportion',
    )
    .option('--level <percent>', 'how many intervals in a hundred hold the truth', '95')
    .option('--per <number>', 'what values are of: 100 for percentages, 100000 for a rate', '100')
    .option('--json', 'print one JSON document instead of CSV')
    .action(async (options: { kind: string; level: string; per: string; json?: boolean }) => {
      const kind = optionWord('kind', options.kind, countKinds);
      const [level, per] = [levelOf(options.level), perOf(options.per)];
      const rows = (await readCounted(console, kind)).map(({ code, counted }) => {
        if (counted === null) return { code, ...NOTHING };
        const { value, lower, upper, method } = intervalOf(kind, counted, level, per);
        const small = smallNumbers(counted);
        const bounds = {
          value: text(value),
          lower: text(lower),
          upper: text(upper),
          method,
          smallNumbers: small,
        };
        return { code, count: text(counted.count), denominator: text(counted.of), ...bounds };
      });
      if (options.json) {
        printJson(console, { kind, level: text(level * 100), per: text(per), rows });
        return;
      }
      const lines = rows.map(
        ({ code, count, denominator, value, lower, upper, method, smallNumbers: small }) =>
          [code, count, denominator, value, lower, upper, method, small].map((cell) => cell ?? ''),
      );
      console.out(Buffer.from(writeCsv(HEADINGS, lines, 'machine')).toString('utf8'));
    });
}

const NOTHING = {
  count: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  method: null,
  smallNumbers: null,
};
