import { Command } from 'commander';
import { type DocumentKind, readReport } from '../../workflow/queries/read-report.ts';
import { refusing } from '../acting.ts';
import { type Console, UsageError } from '../console.ts';
import { type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { asking, checkQuestion, type Question, refuseIfNothingRecorded } from '../question.ts';
import { RENDERERS } from '../renderers.ts';
import { type ChoiceOptions, choiceFrom, withChoiceOptions } from '../report-choice.ts';
import { loadWording } from '../wording-file.ts';
import { chosenFormats, writeReportFiles } from '../write-report.ts';
import { reportCompareCommand } from './report-compare.ts';
import { writeEdition } from './report-edition.ts';

interface ReportOptions extends DatabaseOptions, Omit<Question, 'period'>, ChoiceOptions {
  period?: string;
  format: string;
  wording?: string;
  edition?: string;
  out: string;
  json?: boolean;
}

const KINDS: Record<string, DocumentKind> = {
  improvement: 'improvement',
  scorecard: 'scorecard',
  cabinet: 'cabinet',
  pack: 'pack',
  amendments: 'amendments',
};

/** A pack has no rows of its own. */
const PACK_FORMATS = ['html', 'pdf', 'docx'];

export function reportCommand(console: Console): Command {
  const command = new Command('report')
    .description(
      'write a report: the improvement report (exceptions), a whole scorecard, the cover report for cabinet, the schedule of amendments, or a pack of the first three',
    )
    .argument('<report>', 'improvement, scorecard, cabinet, amendments or pack')
    .option('--period <code>', 'reporting period, such as 2018-19/Q2 (required)')
    .option('--scorecard <name>', 'which scorecard, where there are several')
    .option(
      '--as-at <date>',
      'figures as they were known at the end of this day (2018-11-01) or at this instant',
    )
    .option('--edition <number>', 'the files of a published edition, as they were stored')
    .option('--format <list>', `comma-separated: ${Object.keys(RENDERERS).join(',')}`, 'html,pdf')
    .option(
      '--wording <name|file>',
      'titles and headings: standard, derby, or a JSON file (default: those of the council)',
    )
    .option('--out <dir>', 'folder to write to; made if it is not there', '.')
    .option('--json', 'print one JSON document about what was written');
  return (
    withDatabaseOptions(withChoiceOptions(command))
      .action((kind: string, options: ReportOptions) => {
        const { period } = options;
        // Not of commander's required ones: those would be asked of the verb below this one too.
        if (period === undefined)
          return command.error("error: required option '--period <code>' not specified");
        return writeReport(console, kind, { ...options, period });
      })
      // What follows "compare" is its own: it has options of the same names.
      .enablePositionalOptions()
      .addCommand(reportCompareCommand(console))
  );
}

async function writeReport(
  console: Console,
  kindText: string,
  options: ReportOptions & Question,
): Promise<void> {
  const kind = KINDS[kindText];
  if (kind === undefined)
    throw new UsageError(
      `There is no report "${kindText}". Ask for improvement, scorecard, cabinet, amendments or pack.`,
    );
  const formats = chosenFormats(options.format);
  const unreadable = kind === 'pack' ? formats.filter((each) => !PACK_FORMATS.includes(each)) : [];
  if (unreadable.length > 0) {
    throw new UsageError(
      `A pack is one document to read: ${PACK_FORMATS.join(', ')}. For ${unreadable.join(', ')} ask for the scorecard.`,
    );
  }
  checkQuestion(options);
  const { edition } = options;
  if (edition !== undefined) {
    if (options.asAt !== undefined || options.wording !== undefined) {
      throw new UsageError('An edition is as it was published: --as-at and --wording change nothing of it.');
    }
    return writeEdition(console, kindText, formats, { ...options, edition });
  }
  const choice = choiceFrom(options, kind);
  const wording = options.wording === undefined ? null : await loadWording(options.wording);
  const report = await withStore(
    options,
    (store) =>
      asking(store, options, async (question) => {
        const now = new Date().toISOString();
        const report = await refusing(() => readReport(store, kind, question, wording, now, choice));
        // No measure is shown either where all is well, or where nobody has entered a figure yet.
        if (!report.measures.some((each) => each.actual.missing === null)) {
          await refuseIfNothingRecorded(store, question);
        }
        return report;
      }),
    { toRead: true },
  );
  await writeReportFiles(console, report, formats, options);
}
