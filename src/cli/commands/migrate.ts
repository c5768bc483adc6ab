import { Command } from 'commander';
import { openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { type Console, printJson } from '../console.ts';
import { type DatabaseOptions, withDatabaseOptions, withStore } from '../database.ts';

export function migrateCommand(console: Console): Command {
  const command = new Command('migrate')
    .description('bring the database up to the version this outturn works with; it only goes forward')
    .option('--json', 'print one JSON document');
  return withDatabaseOptions(command).action(async (options: DatabaseOptions & { json?: boolean }) => {
    const { applied, version } = await withStore(options, migrate, { open: openDatabase });
    const steps = applied.map((step) => ({ version: step.version, name: step.name }));
    if (options.json) printJson(console, { version, applied: steps });
    else if (steps.length === 0) console.out(`The database is at version ${version}: nothing to do.`);
    else
      console.out(
        `Applied ${steps.map((step) => `${step.version} (${step.name})`).join(', ')}. Now at version ${version}.`,
      );
  });
}
