import { dirname } from 'node:path';
import { Command } from 'commander';
import { backup } from '../../store/backup/backup.ts';
import type { Manifest } from '../../store/backup/manifest.ts';
import { restore } from '../../store/backup/restore.ts';
import { verify } from '../../store/backup/verify.ts';
import { openDatabase } from '../../store/database.ts';
import { StoreProblem } from '../../store/problem.ts';
import { type Console, printJson, Refusal } from '../console.ts';
import { type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';
import { notFolder, writableFolder } from '../folder.ts';

interface Options extends DatabaseOptions {
  json?: boolean;
}

export function backupCommand(console: Console): Command {
  const command = new Command('backup')
    .description('write everything the database holds into one file, and read it back to be sure')
    .argument('<file>', 'file to write, such as outturn-2018-11-01.backup')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action(async (file: string, options: Options) => {
    await notFolder(file);
    await writableFolder(dirname(file));
    const manifest = await withStore(options, (store) => backup(store, file, new Date().toISOString()), {
      toRead: true,
    });
    say(console, options, 'Backed up to', file, manifest);
  });
}

export function restoreCommand(console: Console): Command {
  const command = new Command('restore')
    .description('fill an empty database from a backup; a damaged file is refused before anything is touched')
    .argument('<file>')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action(async (file: string, options: Options) => {
    await verified(file);
    const manifest = await withStore(options, (store) => restore(store, file), { open: openDatabase });
    say(console, options, 'Restored from', file, manifest);
  });
}

export function verifyCommand(console: Console): Command {
  return new Command('verify')
    .description('check a backup file from end to end without restoring it')
    .argument('<file>')
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: { json?: boolean }) => {
      say(console, options, 'Whole and undamaged:', file, await verified(file));
    });
}

async function verified(file: string): Promise<Manifest> {
  await notFolder(file);
  try {
    return await verify(file);
  } catch (error) {
    if (error instanceof StoreProblem) throw new Refusal(error.message);
    throw error;
  }
}

function say(
  console: Console,
  options: { json?: boolean },
  what: string,
  file: string,
  manifest: Manifest,
): void {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  if (options.json) {
    const tables = manifest.tables.map(({ name, rows: held }) => ({ name, rows: held }));
    printJson(console, {
      file,
      schemaVersion: manifest.schemaVersion,
      madeAt: manifest.madeAt,
      rows,
      tables,
    });
    return;
  }
  console.out(
    `${what} ${file}: ${rows} rows in ${manifest.tables.length} tables, version ${manifest.schemaVersion}.`,
  );
}
