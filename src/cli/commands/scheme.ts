import { Command } from 'commander';
import type { Evaluation } from '../../domain/evaluate.ts';
import { keyNotesOf, keyOf } from '../../domain/status/key.ts';
import { presetSchemes } from '../../domain/status/presets/index.ts';
import type { Replay } from '../../domain/status/replay.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { readEvaluation } from '../../workflow/queries/read-evaluation.ts';
import { replayScheme } from '../../workflow/queries/replay-scheme.ts';
import { type Console, printJson, textTable } from '../console.ts';
import { type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { listDirections, showDirectionKey, showDirectionReplay } from '../direction-schemes.ts';
import { asking, checkQuestion, type Question, refuseIfNothingRecorded } from '../question.ts';
import { loadDirection, loadScheme } from '../scheme-file.ts';

interface Json {
  json?: boolean;
  /** Of a direction of travel scheme instead of a status scheme. */
  direction?: boolean;
}

export function schemeCommand(console: Console): Command {
  const command = new Command('scheme').description(
    'status and direction of travel schemes: those that ship, their keys, and what another would change',
  );
  command
    .command('list')
    .description('the schemes that ship')
    .option('--direction', 'the direction of travel schemes')
    .option('--json', 'print one JSON document')
    .action((options: Json) => {
      if (options.direction) return listDirections(console, options.json === true);
      const schemes = [...presetSchemes.values()];
      if (options.json) {
        const listed = schemes.map(({ id, name, version, effectiveFrom, source }) => ({
          id,
          name,
          version,
          effectiveFrom,
          source,
        }));
        return printJson(console, { schemes: listed });
      }
      console.out(textTable(schemes.map((scheme) => [scheme.id, scheme.name])));
    });
  command
    .command('show')
    .description('a scheme whole, as JSON that can be edited and used with --scheme FILE')
    .argument('<name|file>')
    .option('--direction', 'it is a direction of travel scheme')
    .option('--json', 'the same: a scheme is always shown as JSON')
    .action(async (name: string, options: Json) =>
      printJson(console, await (options.direction ? loadDirection : loadScheme)(name)),
    );
  command
    .command('key')
    .description('the published key of a scheme, generated from its rules')
    .argument('<name|file>')
    .option('--direction', 'it is a direction of travel scheme')
    .option('--json', 'print one JSON document')
    .action((name: string, options: Json) => showKey(console, name, options));
  const replayed = command
    .command('replay')
    .description('what another scheme would change in a period')
    .argument('<name|file>')
    .requiredOption('--period <code>', 'reporting period, such as 2018-19/Q2')
    .option('--scorecard <name>', 'which scorecard, where there are several')
    .option('--direction', 'it is a direction of travel scheme')
    .option('--json', 'print one JSON document');
  withDatabaseOptions(replayed).action((name: string, options: ReplayOptions) =>
    showReplay(console, name, options),
  );
  return command;
}

async function showKey(console: Console, name: string, options: Json): Promise<void> {
  if (options.direction) {
    return showDirectionKey(console, await loadDirection(name), options.json === true);
  }
  const scheme = await loadScheme(name);
  const lines = keyOf(scheme);
  const notes = keyNotesOf(scheme);
  if (options.json) {
    const key = lines.map(({ outcome, sentence, rules }) => ({ outcome, sentence, rules }));
    return printJson(console, {
      scheme: { id: scheme.id, name: scheme.name, version: scheme.version },
      key,
      notes,
    });
  }
  const rows = lines.map(({ outcome, sentence }) => [outcome.label, sentence]);
  console.out(
    [`${scheme.name}, version ${scheme.version}`, '', textTable(rows), '', ...notes].join('\n').trimEnd(),
  );
}

interface ReplayOptions extends DatabaseOptions, Question, Json {}

async function showReplay(console: Console, name: string, options: ReplayOptions): Promise<void> {
  const direction = options.direction ? await loadDirection(name) : null;
  const status = direction === null ? await loadScheme(name) : null;
  checkQuestion(options);
  const evaluation = await withStore(
    options,
    (store) =>
      asking(store, options, async (question) => {
        await refuseIfNothingRecorded(store, question);
        return readEvaluation(store, question);
      }),
    { toRead: true },
  );
  if (direction !== null) {
    return showDirectionReplay(console, evaluation, direction, options.json === true);
  }
  if (status !== null) showStatusReplay(console, evaluation, status, options);
}

function showStatusReplay(
  console: Console,
  evaluation: Evaluation,
  scheme: StatusScheme,
  options: Json,
): void {
  const period = evaluation.snapshot.period;
  const { now, forecast } = replayScheme(evaluation, scheme);
  if (options.json) {
    const changes = ({ changes: rows }: Replay) =>
      rows.map((row) => ({ code: row.measure, was: row.was, becomes: row.now.outcome.label }));
    printJson(console, {
      scheme: now.scheme,
      period: period.code,
      measures: now.rows.length,
      status: { changes: changes(now), movements: now.movements },
      forecastStatus: { changes: changes(forecast), movements: forecast.movements },
    });
    return;
  }
  for (const [words, replayed] of [
    ['now', now],
    ['in forecast', forecast],
  ] as const) {
    console.out(
      `Under ${scheme.name}, ${replayed.changes.length} of ${replayed.rows.length} measures would change ${words}.`,
    );
    const lines = replayed.changes.map((row) => [
      `  ${row.measure}`,
      `${row.was} -> ${row.now.outcome.label}`,
    ]);
    if (lines.length > 0) console.out(textTable(lines));
  }
}
