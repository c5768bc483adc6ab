import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Renderer } from '../reports/model/renderer.ts';
import type { Report } from '../reports/model/report.ts';
import { renderAll } from '../workflow/produce-report.ts';
import { type Console, printJson, UsageError } from './console.ts';
import { writableFolder } from './folder.ts';
import { RENDERERS } from './renderers.ts';

/** Writes a report to a folder in the formats asked for, and says which files there are now. */
export async function writeReportFiles(
  console: Console,
  report: Report,
  formats: readonly string[],
  { out, json }: { out: string; json?: boolean },
): Promise<void> {
  const load = (format: string) => (RENDERERS[format] as () => Promise<Renderer>)();
  const renderers = await Promise.all(formats.map(load));
  await writableFolder(out);
  const files = await renderAll(report, renderers, (file) => console.progress(`${file.name} rendered`));
  console.progress('');
  const written = [];
  for (const file of files) {
    const path = join(out, file.name);
    await writeFile(path, file.bytes);
    written.push({ path, mediaType: file.mediaType, bytes: file.bytes.length });
    if (!json) console.out(path);
  }
  if (!json) return;
  const { kind, title, authority, period, measures, summary } = report;
  printJson(console, {
    report: kind,
    title,
    authority,
    period: period.code,
    measures: measures.length,
    summary: summary.sentence,
    shows: summary.shows,
    files: written,
  });
}

/** The formats of a list such as `html,pdf`. @throws UsageError for one that there is not */
export function chosenFormats(list: string): string[] {
  const formats = list
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '');
  const unknown = formats.filter((each) => RENDERERS[each] === undefined);
  if (formats.length === 0 || unknown.length > 0) {
    const what =
      unknown.length > 0 ? `There is no format "${unknown.join('", "')}". ` : 'No format was named. ';
    throw new UsageError(`${what}Choose from ${Object.keys(RENDERERS).join(', ')}.`);
  }
  return [...new Set(formats)];
}
