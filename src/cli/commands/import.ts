import { Command } from 'commander';
import { formatProblem, hasErrors, type Problem } from '../../importers/problem.ts';
import { listAuthorities } from '../../store/read-authorities.ts';
import {
  type Counts,
  type Imported,
  type ImportWords,
  importDeliveries,
  isPublishedChanged,
  ReasonNeeded,
  tryDeliveries,
} from '../../workflow/set-up/import-deliveries.ts';
import { refusing } from '../acting.ts';
import { type Console, printJson, Refusal, textTable, UsageError } from '../console.ts';
import { type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { type ImportKind, KIND_WORDS, KINDS } from '../imports/kind.ts';
import { load, readCorrections } from '../imports/load-files.ts';
import {
  changedTargetsDocument,
  publishedInWords,
  restatedDocument,
  SAY_WHY,
  typedKinds,
} from '../imports/published-words.ts';
import type { ReadImport } from '../imports/read-import.ts';
import { readImports } from '../imports/read-imports.ts';
import { readPeriod } from '../period.ts';
import { loadDirection, loadScheme } from '../scheme-file.ts';
import { mustBeAllowedTo } from '../verbs.ts';

export interface ImportOptions extends DatabaseOptions {
  as?: ImportKind;
  period?: string;
  codes?: string;
  newAuthority?: string;
  newDirectorates?: boolean;
  scheme?: string;
  direction?: string;
  commentary: 'plain' | 'markdown' | 'html';
  reason?: string;
  reasonKind?: string;
  dryRun?: boolean;
  json?: boolean;
}

export function importCommand(console: Console): Command {
  const command = new Command('import')
    .description('bring in files: all of them, or none and every problem listed')
    .argument(
      '<file...>',
      'an improvement report as text, or updates, measures, targets, series or peers as CSV or XLSX',
    )
    .option(
      '--as <kind>',
      `what the files are: ${KINDS.join(', ')} (from the name of the file where left out)`,
    )
    .option('--period <code>', 'the reporting period of updates that state none, such as 2018-19/Q2')
    .option(
      '--codes <file>',
      'CSV (cell,code,title,aliases) that corrects how an improvement report was split into codes and titles',
    )
    .option(
      '--new-authority <name>',
      'name of the council, for the first import of tables into an empty database',
    )
    .option(
      '--new-directorates',
      'directorates and services of a file of measures that are not held yet are new, not slips',
    )
    .option('--scheme <name|file>', 'status scheme of a council that is new here (default: "derby")')
    .option(
      '--direction <name|file>',
      'direction of travel scheme of a council that is new here (default: "derby")',
    )
    .option('--commentary <format>', 'how commentary columns are written: plain, markdown or html', 'plain')
    .option(
      '--reason <text>',
      'why figures of a frozen or published period change, where the files change any',
    )
    .option(
      '--reason-kind <kind>',
      `which kind of reason, where it is one of these: ${[...typedKinds.keys()].join(', ')}`,
    )
    .option('--dry-run', 'read and check everything, say what would be done, and change nothing')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action((files: string[], options: ImportOptions) =>
    importFiles(console, files, options),
  );
}

async function importFiles(
  console: Console,
  paths: readonly string[],
  options: ImportOptions,
): Promise<void> {
  if (options.as !== undefined && !KINDS.includes(options.as)) {
    throw new UsageError(`There is no kind "${options.as}". Choose from ${KINDS.join(', ')}.`);
  }
  if (!['plain', 'markdown', 'html'].includes(options.commentary)) {
    throw new UsageError(
      `There is no commentary format "${options.commentary}". Choose plain, markdown or html.`,
    );
  }
  const words = wordsIn(options);
  const period = options.period === undefined ? {} : { period: readPeriod(options.period).code };
  const scheme = options.scheme === undefined ? null : await loadScheme(options.scheme);
  const direction = options.direction === undefined ? null : await loadDirection(options.direction);
  const corrections = options.codes === undefined ? {} : await readCorrections(options.codes);
  const files = await Promise.all(paths.map((path) => load(path, options.as)));
  checkTogether(options, files);
  await withStore(options, async (store) => {
    const recordedAt = new Date().toISOString();
    const context = { ...options, ...period, scheme, direction, corrections, recordedAt };
    const reads = await readImports(store, files, context, (text) => console.progress(text));
    console.progress('');
    const problems = reads.flatMap((read) => read.problems);
    const refused = hasErrors(problems);
    const held = new Set((await listAuthorities(store)).map(({ code }) => code));
    const brings = reads.some(
      ({ delivery }) => delivery !== null && !held.has(delivery.facts.authority.code),
    );
    if (brings) mustBeAllowedTo(console.who, ['setUpAuthority']);
    const deliveries = reads.flatMap((read) => read.delivery ?? []);
    const importing = {
      person: { id: console.who.id, directorate: null },
      actors: console.who.actors,
      now: recordedAt,
    };
    let imported: Imported | null = null;
    if (!refused && !options.dryRun) {
      imported = await sayingWhy(() => importDeliveries(store, importing, deliveries, words));
    } else if (!refused && held.size > 0) {
      imported = { ...(await refusing(() => tryDeliveries(store, importing, deliveries))), counts: [] };
    }
    report(console, options, reads, imported, refused);
  });
}

function wordsIn({ reason, reasonKind }: ImportOptions): ImportWords {
  const kind = reasonKind === undefined ? null : typedKinds.get(reasonKind);
  if (kind === undefined) {
    throw new UsageError(
      `--reason-kind is one of ${[...typedKinds.keys()].join(', ')}, not "${reasonKind}".`,
    );
  }
  if (kind !== null && reason === undefined) {
    throw new UsageError('--reason-kind goes with --reason, which says what happened.');
  }
  if (reason !== undefined && reason.trim() === '') {
    throw new UsageError('--reason is empty. Say in a sentence why the figures change.');
  }
  return { reason: reason ?? null, kind };
}

/** What is published changes only with a reason: what would change is said, each period and figure. */
async function sayingWhy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await refusing(work);
  } catch (error) {
    const { cause } = error as Error;
    if (!(cause instanceof ReasonNeeded)) throw error;
    const found = publishedInWords(cause.published, 'would change');
    const lines = found.flatMap(({ sentence, figures }) => [sentence, ...figures]);
    throw new Refusal([...lines, SAY_WHY, 'Nothing was imported.'].join('\n'), {
      problems: found.map(({ sentence }) => ({ severity: 'error', message: sentence, remedy: SAY_WHY })),
    });
  }
}

/** Options that have no meaning for these files are refused: silence would pass for obedience. */
function checkTogether(options: ImportOptions, files: readonly { kind: ImportKind }[]): void {
  const some = (...kinds: ImportKind[]) => files.some(({ kind }) => kinds.includes(kind));
  const { newAuthority, authority } = options;
  if (newAuthority !== undefined && authority !== undefined) {
    throw new UsageError(
      'Give --authority for a council that is here, or --new-authority for one that is not.',
    );
  }
  if (newAuthority !== undefined && !/\p{L}/u.test(newAuthority)) {
    throw new UsageError(`"${newAuthority}" is not a name. Give --new-authority "Name of the council".`);
  }
  if (newAuthority !== undefined && some('improvement-report')) {
    throw new UsageError(
      'An improvement report names its own council. Import it without --new-authority, and the tables after it.',
    );
  }
  if (options.codes !== undefined && !some('improvement-report')) {
    throw new UsageError('--codes corrects an improvement report, and no file here is one. Leave it out.');
  }
  if (options.period !== undefined && !some('improvement-report', 'updates')) {
    throw new UsageError(
      '--period is for updates. Measures need none; targets, series and peers say theirs in each row.',
    );
  }
}

/** What the facts of a file are called, where the command says how many there were. */
const FACT_WORDS: Readonly<Record<keyof Counts, string>> = {
  authority: 'council',
  organisation: 'directorates and services',
  measures: 'measures',
  targets: 'targets',
  observations: 'actuals and forecasts',
  commentaries: 'commentary texts',
  statements: 'statuses and directions as published',
  scorecards: 'scorecards',
  peerValues: 'values of other councils',
};

function report(
  console: Console,
  options: ImportOptions,
  reads: readonly ReadImport[],
  imported: Imported | null,
  refused: boolean,
): void {
  const problems = reads.flatMap((read) => read.problems);
  const counts = imported?.counts ?? [];
  // Errors last: they stand beside the sentence that ends a refusal.
  for (const severity of ['warning', 'error']) {
    for (const problem of problems) if (problem.severity === severity) console.err(formatProblem(problem));
  }
  if (options.json) {
    const done = refused ? 'refused' : options.dryRun ? 'dryRun' : 'imported';
    const files = reads.map((read, index) => ({
      file: read.file,
      kind: read.kind,
      authority: read.delivery?.facts.authority.code ?? null,
      period: read.period,
      notes: read.notes,
      counts: counts[index] ?? null,
    }));
    const restated = imported === null ? [] : restatedDocument(imported);
    const changedTargets = imported === null ? [] : changedTargetsDocument(imported);
    printJson(console, { result: done, files, restated, changedTargets, problems });
    if (refused) throw new Refusal(summary(problems), { documented: true });
    return;
  }
  if (refused) throw new Refusal(summary(problems));
  reads.forEach((read, index) => {
    const { delivery } = read;
    if (options.dryRun) {
      console.out(
        [
          `${read.file}: read as ${KIND_WORDS[read.kind]}. Nothing was changed (dry run).`,
          ...read.notes,
        ].join('\n'),
      );
      return;
    }
    console.out(
      `${read.file}: imported as ${KIND_WORDS[read.kind]} for ${delivery?.facts.authority.name ?? 'nobody'}.`,
    );
    const lines = Object.entries(counts[index] ?? {})
      .filter(([, one]) => one.added + one.changed + one.unchanged > 0)
      .map(([what, one]) => [
        `  ${FACT_WORDS[what as keyof Counts]}`,
        `${one.added} new, ${one.changed} changed, ${one.unchanged} as before`,
      ]);
    if (lines.length > 0) console.out(textTable(lines));
  });
  if (imported === null) return;
  for (const { sentence, figures } of publishedInWords(
    imported,
    options.dryRun ? 'would change' : 'changed',
  )) {
    console.out([sentence, ...figures].join('\n'));
  }
  if (options.dryRun && isPublishedChanged(imported) && options.reason === undefined) console.out(SAY_WHY);
}

function summary(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return `${errors} ${errors === 1 ? 'error' : 'errors'}. Nothing was imported.`;
}
