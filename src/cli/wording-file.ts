import { readFile, stat } from 'node:fs/promises';
import { presetWordings, type ReportWording, reportWording } from '../reports/model/wording.ts';
import { Refusal } from './console.ts';

const MOST_BYTES = 64 * 1024;

/** How a report is worded: a preset by name, or a JSON file of one's own. */
export async function loadWording(nameOrFile: string): Promise<ReportWording> {
  const preset = Object.hasOwn(presetWordings, nameOrFile) ? presetWordings[nameOrFile] : undefined;
  if (preset !== undefined) return preset;
  const found = await stat(nameOrFile).catch(() => null);
  if (found === null || !found.isFile()) {
    const names = Object.keys(presetWordings).join(', ');
    throw new Refusal(
      `There is no wording or file "${nameOrFile}". Wordings: ${names}. Or name a JSON file.`,
    );
  }
  if (found.size > MOST_BYTES) throw new Refusal(`${nameOrFile} is over 64 KB, too large for a wording.`);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(nameOrFile, 'utf8'));
  } catch (error) {
    throw new Refusal(
      `${nameOrFile} is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  const read = reportWording.safeParse(json);
  if (read.success) return read.data;
  const lines = read.error.issues.map(
    (issue) => `  ${issue.path.join('.') || 'the file'}: ${issue.message}.`,
  );
  throw new Refusal([`${nameOrFile} is not a valid wording:`, ...lines].join('\n'));
}
