import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the files of this run share; gone when it has ended. */
    runFolder: string;
  }
}

export default function runFolder(project: TestProject): () => void {
  const folder = mkdtempSync('/tmp/outturn-run-');
  project.provide('runFolder', folder);
  // What was made of the sources as they were is made anew where they have changed.
  project.onTestsRerun(async () => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  });
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * Something on disk that is made once for all who ask for it: whoever asks first makes it, in whichever process, and
 * the others wait until it is whole.
 *
 * @param make makes it at the path that it is given; where it fails, the next who asks tries again
 */
export async function madeOnce(path: string, make: (draft: string) => Promise<void>): Promise<string> {
  const [lock, draft] = [`${path}.lock`, `${path}.draft`];
  while (!existsSync(path)) {
    if (!(await isFirst(lock))) {
      await delay(20);
      continue;
    }
    try {
      if (existsSync(path)) break;
      rmSync(draft, { recursive: true, force: true });
      await make(draft);
      renameSync(draft, path);
    } finally {
      await rmdir(lock);
    }
  }
  return path;
}

async function isFirst(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
