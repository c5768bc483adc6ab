import { readFile, stat } from 'node:fs/promises';
import { presetScheme, presetSchemes } from '../domain/status/presets/index.ts';
import { parseScheme, type StatusScheme } from '../domain/status/scheme.ts';
import { placeOfMistake } from '../importers/scheme/read-scheme.ts';
import { Refusal } from './console.ts';

const MOST_BYTES = 1024 * 1024;

/** A scheme by preset name, or from a JSON file of one's own. */
export async function loadScheme(nameOrFile: string): Promise<StatusScheme> {
  const preset = presetScheme(nameOrFile.toLowerCase());
  if (preset !== null) return preset;
  const found = await stat(nameOrFile).catch(() => null);
  if (found === null) {
    const names = [...presetSchemes.keys()].join(', ');
    throw new Refusal(`There is no scheme or file "${nameOrFile}". Presets: ${names}. Or name a JSON file.`);
  }
  if (!found.isFile())
    throw new Refusal(`"${nameOrFile}" is not a file. Name a JSON file that holds a scheme.`);
  if (found.size > MOST_BYTES) throw new Refusal(`${nameOrFile} is over 1 MB, too large for a scheme.`);
  const json = parsed(nameOrFile, (await readFile(nameOrFile, 'utf8')).replace(/^\uFEFF/, ''));
  const read = parseScheme(json);
  if ('scheme' in read) return read.scheme;
  const lines = read.problems.map((problem) => `  ${problem.path}: ${problem.message} ${problem.remedy}`);
  throw new Refusal([`${nameOrFile} is not a valid scheme:`, ...lines].join('\n'), {
    problems: read.problems.map((problem) => ({ severity: 'error', file: nameOrFile, ...problem })),
  });
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(
      `${file} is not valid JSON.${placeOfMistake(text, error)} "outturn scheme show derby" prints one to start from.`,
    );
  }
}
