import { Command } from 'commander';
import { keyNotesOf, keyOf } from '../../domain/status/key.ts';
import { presetSchemes } from '../../domain/status/presets/index.ts';
import type { Replay } from '../../domain/status/replay.ts';
import { readEvaluation } from '../../workflow/queries/read-evaluation.ts';
import { replayScheme } from '../../workflow/queries/replay-scheme.ts';
import { type Console, printJson, textTable } from '../console.ts';
import { type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { asking, checkQuestion, type Question, refuseIfNothingRecorded } from '../question.ts';
import { loadScheme } from '../scheme-file.ts';

interface Json {
  json?: boolean;
}

export function schemeCommand(console: Console): Command {
  const command = new Command('scheme').description(
    'status schemes: those that ship, their keys, and what another would change',
  );
  command
    .command('list')
    .description('the schemes that ship')
    .option('--json', 'print one JSON document')
    .action((options: Json) => {
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
    .option('--json', 'the same: a scheme is always shown as JSON')
    .action(async (name: string) => printJson(console, await loadScheme(name)));
  command
    .command('key')
    .description('the published key of a scheme, generated from its rules')
    .argument('<name|file>')
    .option('--json', 'print one JSON document')
    .action((name: string, options: Json) => showKey(console, name, options));
  const replayed = command
    .command('replay')
    .description('what another scheme would change in a period')
    .argument('<name|file>')
    .requiredOption('--period <code>', 'reporting period, such as 2018-19/Q2')
    .option('--scorecard <name>', 'which scorecard, where there are several')
    .option('--json', 'print one JSON document');
  withDatabaseOptions(replayed).action((name: string, options: ReplayOptions) =>
    showReplay(console, name, options),
  );
  return command;
}

async function showKey(console: Console, name: string, options: Json): Promise<void> {
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
  const scheme = await loadScheme(name);
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
  const period = evaluation.snapshot.period;
  const { now, forecast } = replayScheme(evaluation, scheme);
  if (options.json) {
    const changes = ({ changes: rows }: Replay) =>
      rows.map((row) => ({ code: row.measure, was: row.was, becomes: row.now.outcome.label }));
    return printJson(console, {
      scheme: now.scheme,
      period: period.code,
      measures: now.rows.length,
      status: { changes: changes(now), movements: now.movements },
      forecastStatus: { changes: changes(forecast), movements: forecast.movements },
    });
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
