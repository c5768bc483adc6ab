import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Authority } from '../domain/organisation/organisation.ts';
import type { DatabaseAddress, Store } from '../store/database.ts';
import { openStore } from '../store/open-store.ts';
import { StoreProblem } from '../store/problem.ts';
import { listAuthorities } from '../store/read-authorities.ts';
import { connectionProblem } from './connection-problem.ts';
import { Refusal } from './console.ts';
import { writableFolder } from './folder.ts';

export interface DatabaseOptions {
  data: string;
  authority?: string;
}

/** `--data DIR` and `--authority CODE`, the same on every command that needs them. */
export function withDatabaseOptions(command: Command): Command {
  return command
    .option(
      '--data <dir>',
      'folder of the embedded database (ignored when DATABASE_URL is set)',
      './.outturn',
    )
    .option('--authority <code>', 'which authority, where the database holds more than one');
}

/** `DATABASE_URL` where set, else the embedded database of the data folder. */
export function databaseAddress(options: DatabaseOptions): DatabaseAddress {
  const url = process.env.DATABASE_URL;
  return url ? { url } : { dataDirectory: options.data };
}

/**
 * Opens the database, does the work and always closes it again; a problem of the database is a refusal in words.
 * `toRead` is for work that has nothing to do in a new database: a mistyped folder is said, not made.
 */
export async function withStore<T>(
  options: DatabaseOptions,
  work: (store: Store) => Promise<T>,
  how: { toRead?: boolean; open?: (address: DatabaseAddress) => Promise<Store> } = {},
): Promise<T> {
  const address = databaseAddress(options);
  if ('dataDirectory' in address) {
    const found = await stat(options.data).catch(() => null);
    if (found === null && how.toRead) {
      throw new Refusal(
        `There is no database in "${options.data}". Name its folder with --data, or run "outturn demo" or "outturn import" first.`,
      );
    }
    await writableFolder(options.data);
  }
  let store: Store | null = null;
  try {
    store = await (how.open ?? openStore)(address);
    return await work(store);
  } catch (error) {
    if (error instanceof StoreProblem) throw new Refusal(error.message);
    const problem = 'url' in address ? connectionProblem(error, address.url) : null;
    throw problem === null ? error : new Refusal(problem);
  } finally {
    await store?.close();
  }
}

/** The authority named on the command line, or the only one. */
export async function chosenAuthority(store: Store, options: DatabaseOptions): Promise<Authority> {
  const all = await listAuthorities(store);
  const wanted = options.authority?.toLowerCase();
  const codes = all.map((each) => each.code).join(', ');
  if (all.length === 0) {
    throw new Refusal(
      'This database holds no authority yet. Run "outturn demo", or import an improvement report.',
    );
  }
  if (wanted === undefined) {
    if (all.length > 1)
      throw new Refusal(`This database holds several authorities: ${codes}. Add --authority CODE.`);
    return all[0] as Authority;
  }
  const found = all.find((each) => each.code.toLowerCase() === wanted);
  if (found === undefined)
    throw new Refusal(`There is no authority "${options.authority}". There is: ${codes}.`);
  return found;
}
