import { Command } from 'commander';
import { type AspectGroup, aspectGroups } from '../../domain/comparison/as-printed.ts';
import { differencesChosen } from '../../domain/comparison/as-rows.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import type { Edition } from '../../domain/round/edition.ts';
import { seriesCsv } from '../../reports/render/csv/series-csv.ts';
import { comparisonTable } from '../../workflow/queries/comparison-table.ts';
import { comparableEditions, readComparison } from '../../workflow/queries/read-comparison.ts';
import type { Store } from '../../workflow/store.ts';
import { actingAt } from '../acting.ts';
import { type Compared, comparisonDocument, comparisonText } from '../comparison-out.ts';
import { editionWithId, sideTyped, type TypedSide, typedSide } from '../comparison-side.ts';
import { type Console, printJson, Refusal, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { readPeriod } from '../period.ts';
import { scorecardNamed } from '../scorecard-named.ts';

const FORMATS = ['text', 'csv', 'json'] as const;

interface CompareOptions extends DatabaseOptions {
  period?: string;
  scorecard?: string;
  what?: string;
  format?: string;
  json?: boolean;
}

interface Asked {
  from: TypedSide;
  to: TypedSide;
  period: ReportingPeriod | null;
  what: AspectGroup | null;
}

export function reportCompareCommand(console: Console): Command {
  const command = new Command('compare')
    .description(
      'what differs between two editions, two days, or an edition and what is now known: membership, figures, statuses, targets, texts',
    )
    .argument(
      '<from>',
      'now, a day (2018-11-01), or an edition: 1, scorecard:2, the last part of its address',
    )
    .argument('<to>', 'the same')
    .option(
      '--period <code>',
      'reporting period, such as 2018-19/Q2; not needed beside an edition by its address',
    )
    .option('--scorecard <name>', 'which scorecard, where there are several')
    .option('--what <group>', `only differences of one group: ${Object.keys(aspectGroups).join(', ')}`)
    .option('--format <format>', `on standard output: ${FORMATS.join(', ')} (default: "text")`)
    .option('--json', 'print one JSON document, as --format json does');
  return withDatabaseOptions(command).action(async (from: string, to: string, options: CompareOptions) => {
    const format = formatOf(options);
    const asked = askedFor(from, to, options);
    const compared = await withStore(options, (store) => compare(console, store, asked, options), {
      toRead: true,
    });
    if (format === 'json') return printJson(console, comparisonDocument(compared));
    if (format === 'text') return console.out(comparisonText(compared));
    const { authority, period, sides, comparison } = compared;
    const chosen = { what: asked.what, directorate: '' };
    const { fileStem, headings, rows } = comparisonTable(authority, period, sides, comparison, chosen);
    console.out(Buffer.from(seriesCsv(fileStem, headings, rows).bytes).toString('utf8'));
  });
}

function formatOf({ format, json }: CompareOptions): (typeof FORMATS)[number] {
  const found = FORMATS.find((one) => one === (format ?? (json ? 'json' : 'text')));
  if (found === undefined)
    throw new UsageError(`There is no format "${format}". Choose from ${FORMATS.join(', ')}.`);
  if (json && found !== 'json') throw new UsageError(`--json and --format ${found} contradict each other.`);
  return found;
}

function askedFor(from: string, to: string, { period, what }: CompareOptions): Asked {
  if (what !== undefined && !Object.hasOwn(aspectGroups, what)) {
    throw new UsageError(`--what is one of ${Object.keys(aspectGroups).join(', ')}, not "${what}".`);
  }
  const sides = { from: typedSide(from), to: typedSide(to) };
  if (period === undefined && sides.from.kind !== 'id' && sides.to.kind !== 'id') {
    throw new UsageError(
      'Add --period: days, "now" and the numbers of editions are those of a reporting period, such as 2018-19/Q2.',
    );
  }
  return {
    ...sides,
    period: period === undefined ? null : readPeriod(period),
    what: what === undefined ? null : (what as AspectGroup),
  };
}

async function compare(
  console: Console,
  store: Store,
  asked: Asked,
  options: CompareOptions,
): Promise<Compared> {
  const authority = await chosenAuthority(store, options);
  const { now } = actingAt(console, authority);
  const editions = await comparableEditions(store, authority.code, now);
  const period = asked.period ?? periodOfEdition(asked, editions);
  const scorecard =
    options.scorecard === undefined
      ? null
      : await scorecardNamed(store, authority.code, { scorecard: options.scorecard, period });
  const given = { editions, period, scorecard, now, timeZone: authority.timeZone };
  const sides = { before: sideTyped(asked.from, given), after: sideTyped(asked.to, given) };
  const found = await readComparison(store, { authority: authority.code, period, scorecard, ...sides });
  if ('side' in found) {
    const side = found.side === 'before' ? 'first' : 'second';
    throw new Refusal(
      `The ${side} side has nothing to compare: there was no scorecard for ${period.code} then. Choose a later day, or check --period.`,
    );
  }
  const shown = differencesChosen(found, { what: asked.what, directorate: '' });
  return { authority, period, sides, comparison: found, shown };
}

/** Where no period is named, that of the first edition that is named by its address. */
function periodOfEdition({ from, to }: Asked, editions: readonly Edition[]): ReportingPeriod {
  const [named] = [from, to].filter((side) => side.kind === 'id');
  return periodOf(editionWithId(editions, named?.id ?? '').period);
}
