import { Command } from 'commander';
import { readDate } from '../../domain/number/date.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { type CheckedRound, checkRound } from '../../workflow/queries/check-commentary.ts';
import { readSetUp } from '../../workflow/queries/set-up.ts';
import { actingAt } from '../acting.ts';
import { counted, findingsInWords } from '../checks/findings-in-words.ts';
import { loadGlossary } from '../checks/glossary-file.ts';
import { checkDocument } from '../checks/read-document.ts';
import { type Console, printJson, Refusal, UsageError } from '../console.ts';
import { chosenAuthority, type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { measureNamed } from '../measure-named.ts';
import { readPeriod } from '../period.ts';
import { loadScheme } from '../scheme-file.ts';

interface CheckOptions extends DatabaseOptions {
  period?: string;
  measure?: string;
  on?: string;
  scheme?: string;
  glossary?: string;
  failOn?: string;
  json?: boolean;
}

export function checkCommand(console: Console): Command {
  const command = new Command('check')
    .description(
      'hold commentary against its figures: of a round, of one measure, or of an improvement report',
    )
    .argument('[file]', 'an improvement report as text; nothing of it is kept')
    .option('--period <code>', 'the texts of a period in the database, drafts too, such as 2018-19/Q3')
    .option('--measure <code>', 'only this measure')
    .option('--on <date>', 'read as on this day (default: today, or the day that a finished report bears)')
    .option('--scheme <name|file>', 'status scheme of the file (default: "derby")')
    .option(
      '--glossary <file>',
      'abbreviations of the file that its readers know: CLT,Corporate Leadership Team',
    )
    .option('--fail-on <severity>', 'end with 1 where there is a finding of this severity: warning or advice')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((file: string | undefined, options: CheckOptions) =>
    check(console, file, options),
  );
}

async function check(console: Console, file: string | undefined, options: CheckOptions): Promise<void> {
  checkTogether(file, options);
  const asOf = dayIn(options.on);
  const found =
    file === undefined ? await ofDatabase(console, options, asOf) : await ofFile(file, options, asOf);
  if (options.json) printJson(console, documentOf(found));
  else console.out(findingsInWords(found.name, found.round));
  failWhere(options.failOn, found.round);
}

interface Found {
  name: string;
  authority: string | null;
  round: CheckedRound;
}

async function ofFile(file: string, options: CheckOptions, asOf: string | null): Promise<Found> {
  const scheme: StatusScheme = await loadScheme(options.scheme ?? 'derby');
  const glossary = options.glossary === undefined ? {} : await loadGlossary(options.glossary);
  const { authority, ...round } = await checkDocument(file, { scheme, asOf, glossary });
  return { name: authority, authority: null, round };
}

const ofDatabase = (console: Console, options: CheckOptions, asOf: string | null): Promise<Found> =>
  withStore(
    options,
    async (store) => {
      const authority = await chosenAuthority(store, options);
      const period = readPeriod(options.period ?? '').code;
      const measures =
        options.measure === undefined
          ? null
          : [
              measureNamed(
                await readSetUp(store, authority.code, actingAt(console, authority).today),
                options.measure,
              ).code,
            ];
      const round = await checkRound(store, actingAt(console, authority), period, { measures, asOf });
      if (round === null) {
        throw new Refusal(`There is no round for ${period}, and no commentary is recorded. Check --period.`);
      }
      if (round.checked.length + round.withoutText === 0) {
        throw new Refusal(`${options.measure} is not collected in ${period}. Check --measure and --period.`);
      }
      return { name: authority.name, authority: authority.code, round };
    },
    { toRead: true },
  );

/** Options that have no meaning together are refused: silence would pass for obedience. */
function checkTogether(
  file: string | undefined,
  { period, measure, scheme, glossary, failOn }: CheckOptions,
): void {
  if (file === undefined && period === undefined)
    throw new UsageError('Name an improvement report, or the period of a round with --period.');
  if (file !== undefined && period !== undefined) throw new UsageError('Give a file or --period, not both.');
  if (file !== undefined && measure !== undefined)
    throw new UsageError('--measure is for a round. Leave it out with a file.');
  if (file === undefined && (scheme ?? glossary) !== undefined) {
    throw new UsageError('--scheme and --glossary are for a file. A round has those of its council.');
  }
  if (period !== undefined) readPeriod(period);
  if (failOn !== undefined && failOn !== 'warning' && failOn !== 'advice') {
    throw new UsageError(`There is no severity "${failOn}". Give --fail-on warning or --fail-on advice.`);
  }
}

function dayIn(text: string | undefined): string | null {
  if (text === undefined) return null;
  const read = readDate(text);
  if (read !== null && 'date' in read) return read.date;
  throw new UsageError(`"${text}" is not a date. Write it as 30-Sep-2018.`);
}

/** Findings are no refusals, unless somebody asked for them to be. */
function failWhere(severity: string | undefined, { checked }: CheckedRound): void {
  if (severity === undefined) return;
  const { warning, advice } = counted(checked);
  const some = severity === 'warning' ? warning : warning + advice;
  if (some === 0) return;
  const what =
    severity === 'warning' ? (some === 1 ? 'warning' : 'warnings') : some === 1 ? 'finding' : 'findings';
  throw new Refusal(`${some} ${what}.`, { documented: true });
}

function documentOf({ name, authority, round: { period, asOf, checked, withoutText } }: Found) {
  return {
    authority,
    name,
    period: period.code,
    readOn: asOf,
    counts: { measures: checked.length, withoutText, ...counted(checked) },
    measures: checked.map(({ code, measure, state, findings }) => ({
      measure: code,
      title: measure.snapshot.version.title,
      update: state,
      findings,
    })),
  };
}
