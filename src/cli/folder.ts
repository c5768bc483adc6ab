import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Refusal } from './console.ts';

/**
 * A folder to write to, made with those above it where it is not there. Made one by one: Node's own recursive
 * mkdir never returns where the system denies that a parent exists (seen on /proc).
 */
export async function writableFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null) {
    const parent = dirname(resolve(folder));
    if ((await stat(parent).catch(() => null)) === null) await writableFolder(parent);
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      if (error.code === 'ENOENT') throw new Refusal(`The folder "${folder}" cannot be made. ${ELSEWHERE}`);
      throw error;
    });
    return;
  }
  if (!found.isDirectory()) throw new Refusal(`"${folder}" is a file, not a folder. ${ELSEWHERE}`);
  await access(folder, constants.W_OK).catch(() => {
    throw new Refusal(`You are not allowed to write to the folder "${folder}". ${ELSEWHERE}`);
  });
}

/** Says plainly that a file is wanted, before a reader stumbles over a folder. */
export async function notFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new Refusal(`"${path}" is a folder. Name the file.`);
}

const ELSEWHERE = 'Choose another place.';
