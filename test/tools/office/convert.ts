import { execFile } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Which of the programs that the Office tests need are missing on this machine. */
export const missingPrograms = (...programs: string[]): string[] =>
  programs.filter((program) => !onPath(program));

/**
 * Opens an Office file in LibreOffice, under a profile of its own, and gives back what it saves as `extension`.
 * `filter` names an export filter with its options, as `soffice --convert-to` takes it.
 */
export async function convertedByLibreOffice(
  file: { name: string; bytes: Uint8Array },
  extension: string,
  filter = '',
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-office-'));
  try {
    writeFileSync(join(folder, file.name), file.bytes);
    await run(
      'soffice',
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        filter === '' ? extension : `${extension}:${filter}`,
        '--outdir',
        join(folder, 'out'),
        join(folder, file.name),
      ],
      { timeout: 110_000 },
    );
    return readFileSync(join(folder, 'out', file.name.replace(/\.[^.]+$/, `.${extension}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The words of a PDF in reading order, from poppler. */
export async function wordsOfPdf(bytes: Uint8Array, ...options: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-pdf-'));
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes);
    const { stdout } = await run('pdftotext', [...options, join(folder, 'file.pdf'), '-'], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
