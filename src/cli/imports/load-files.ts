import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal as FileRefusal } from '../../formats/refusal.ts';
import type { CodeCorrections } from '../../importers/improvement-report/code-and-title.ts';
import { readCodeCorrections } from '../../importers/improvement-report/code-corrections.ts';
import { Refusal } from '../console.ts';
import { type ImportKind, importKindOf } from './kind.ts';
import type { NamedFile } from './read-import.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** How codes and titles of an improvement report are to be read. */
export async function readCorrections(path: string): Promise<CodeCorrections> {
  try {
    return readCodeCorrections(await bytesOf(path));
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const row = error.place.row === undefined ? '' : `, row ${error.place.row}`;
    throw new Refusal(`${basename(path)}${row}: ${error.message} ${error.remedy}`);
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Refusal(`There is no file "${path}". Check the name and the folder.`);
  if (!found.isFile()) throw new Refusal(`"${path}" is not a file. Name the files one by one.`);
  if (found.size > MOST_BYTES) {
    throw new Refusal(
      `${path} is ${Math.ceil(found.size / 1024 / 1024)} MB; the most that is read is 20 MB. Split it.`,
    );
  }
  return new Uint8Array(await readFile(path));
}

/** A file as it was found, of the kind that was named or that its name tells. */
export async function load(path: string, as: ImportKind | undefined): Promise<NamedFile> {
  const bytes = await bytesOf(path);
  const name = basename(path);
  return { name, bytes, kind: as ?? importKindOf(name) };
}
