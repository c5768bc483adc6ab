import { readFile, stat } from 'node:fs/promises';
import { directionPresets, findPresetDirection } from '../domain/direction/presets.ts';
import {
  type DirectionScheme,
  type DirectionSchemeProblem,
  parseDirectionScheme,
} from '../domain/direction/scheme.ts';
import { presetScheme, presetSchemes } from '../domain/status/presets/index.ts';
import { parseScheme, type SchemeProblem, type StatusScheme } from '../domain/status/scheme.ts';
import { placeOfMistake } from '../importers/scheme/read-scheme.ts';
import { Refusal } from './console.ts';

const MOST_BYTES = 1024 * 1024;

/** A direction of travel scheme by preset name, or from a JSON file of one's own. */
export async function loadDirection(nameOrFile: string): Promise<DirectionScheme> {
  const preset = findPresetDirection(nameOrFile.toLowerCase());
  if (preset !== null) return preset;
  const names = directionPresets.map(({ id }) => id);
  const read = parseDirectionScheme(await jsonOf(nameOrFile, names, '--direction derby'));
  return 'scheme' in read ? read.scheme : refused(nameOrFile, read.problems);
}

/** A scheme by preset name, or from a JSON file of one's own. */
export async function loadScheme(nameOrFile: string): Promise<StatusScheme> {
  const preset = presetScheme(nameOrFile.toLowerCase());
  if (preset !== null) return preset;
  const read = parseScheme(await jsonOf(nameOrFile, [...presetSchemes.keys()], 'derby'));
  return 'scheme' in read ? read.scheme : refused(nameOrFile, read.problems);
}

/** @param example of `outturn scheme show`, to start from */
async function jsonOf(nameOrFile: string, presets: readonly string[], example: string): Promise<unknown> {
  const found = await stat(nameOrFile).catch(() => null);
  if (found === null) {
    throw new Refusal(
      `There is no scheme or file "${nameOrFile}". Presets: ${presets.join(', ')}. Or name a JSON file.`,
    );
  }
  if (!found.isFile())
    throw new Refusal(`"${nameOrFile}" is not a file. Name a JSON file that holds a scheme.`);
  if (found.size > MOST_BYTES) throw new Refusal(`${nameOrFile} is over 1 MB, too large for a scheme.`);
  return parsed(nameOrFile, (await readFile(nameOrFile, 'utf8')).replace(/^\uFEFF/, ''), example);
}

function refused(nameOrFile: string, problems: readonly (SchemeProblem | DirectionSchemeProblem)[]): never {
  const lines = problems.map((problem) => `  ${problem.path}: ${problem.message} ${problem.remedy}`);
  throw new Refusal([`${nameOrFile} is not a valid scheme:`, ...lines].join('\n'), {
    problems: problems.map((problem) => ({ severity: 'error', file: nameOrFile, ...problem })),
  });
}

function parsed(file: string, text: string, example: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(
      `${file} is not valid JSON.${placeOfMistake(text, error)} "outturn scheme show ${example}" prints one to start from.`,
    );
  }
}
