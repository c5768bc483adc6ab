import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../console.ts';

const MOST_BYTES = 1024 * 1024;

/** Abbreviations with their meaning from a file: one a line, `CLT,Corporate Leadership Team` or `CLT = Corporate Leadership Team`. */
export async function loadGlossary(path: string): Promise<Record<string, string>> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile())
    throw new Refusal(`There is no file "${path}". Name a text file with one abbreviation a line.`);
  if (found.size > MOST_BYTES)
    throw new Refusal(`${path} is over 1 MB, too large for a list of abbreviations.`);
  const lines = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
  const glossary: Record<string, string> = {};
  lines.forEach((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [, short, long] = /^\s*"?([^",=]{1,20}?)"?\s*[,=]\s*"?(.+?)"?\s*$/.exec(line) ?? [];
    if (short === undefined || long === undefined) {
      throw new Refusal(
        `${path}, line ${at + 1} has no abbreviation and its meaning. Write it as CLT,Corporate Leadership Team.`,
      );
    }
    glossary[short] = long;
  });
  return glossary;
}
