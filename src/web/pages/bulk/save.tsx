import { emptyContent, type UpdateContent } from '../../../domain/round/update.ts';
import { importInWorker } from '../../../importers/in-worker.ts';
import { knownMeasures } from '../../../importers/table/known.ts';
import { updatesTemplate } from '../../../importers/templates/updates-template.ts';
import { EntriesRefused, type Entry, enterTogether } from '../../../workflow/round/enter-together.ts';
import { readContentProblems } from '../../../workflow/round/read-content.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress } from '../../addresses.ts';
import type { Answer, Asked, UploadedFile } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { type BulkShown, bulkPage, type OpenTable, tableOf } from './bulk-page.tsx';
import { entriesFrom, wordsOf } from './from-rows.ts';
import { type RowProblem, shownField } from './grid.tsx';
import { pasted } from './pasted.ts';

/** Saves or submits the rows that changed: all, or none and what is wrong with each. */
export async function saveGrid(asked: Asked): Promise<Answer> {
  const table = await tableOf(asked);
  if (table === null) return notFoundPage(asked);
  const { form } = asked;
  const verb = form.get('do') === 'submit' ? 'submit' : 'save';
  const typed = new Map<string, UpdateContent>();
  const entries: Entry[] = [];
  const problems: RowProblem[] = [];
  for (const one of table.lines) {
    const { code, standing, version } = one.line;
    const at = measureAddress(code);
    const text = (name: string) => (form.get(`${name}.${at}`) ?? '').slice(0, 200);
    const held = standing.content ?? emptyContent;
    const content = { ...held, [shownField(one)]: text('actual'), forecast: text('forecast') };
    typed.set(code, content);
    const isChanged = JSON.stringify(content) !== JSON.stringify(held);
    const isFilled = content[shownField(one)].trim() !== '' || content.noFigure !== '';
    if (verb === 'save' ? !isChanged : !isFilled) continue;
    const seen = form.get(`version.${at}`) ?? '';
    entries.push({ measure: code, version: /^\d{1,9}$/.test(seen) ? Number(seen) : 0, content });
    for (const { field, message } of readContentProblems(content, version))
      problems.push({ at, field, message });
  }
  if (problems.length > 0) return bulkPage(asked, { typed, problems });
  return enter(asked, table, entries, verb, { typed });
}

/** Cells copied from a spreadsheet. */
export async function savePasted(asked: Asked): Promise<Answer> {
  const cells = (asked.form.get('cells') ?? '').slice(0, 500_000);
  if (cells.trim() === '') return bulkPage(asked, { ofFile: ['Paste some cells first.'] });
  const bytes = new TextEncoder().encode(pasted(cells));
  return fromFile(asked, { name: 'what you pasted', mediaType: 'text/csv', bytes }, { pasted: cells });
}

/** A workbook or CSV file. */
export async function saveFile(asked: Asked): Promise<Answer> {
  const [file] = asked.files.file ?? [];
  if (file === undefined) return bulkPage(asked, { ofFile: ['Choose the file to upload.'] });
  return fromFile(asked, file, {});
}

async function fromFile(asked: Asked, file: UploadedFile, shown: BulkShown): Promise<Answer> {
  const table = await tableOf(asked);
  if (table === null) return notFoundPage(asked);
  const { period, lines } = table;
  const measures = knownMeasures(lines.map(({ line }) => line.version));
  // A file from outside is read in a thread of its own, within limits of size, time and memory.
  const read = await importInWorker({
    kind: 'updates',
    file: { name: file.name, bytes: file.bytes },
    options: { known: { measures }, period: period.code },
  });
  const wrong = wordsOf(read.problems);
  if (wrong.length > 0) return bulkPage(asked, { ...shown, ofFile: wrong });
  const made = entriesFrom(read.rows, lines, period.code);
  if ('problems' in made) return bulkPage(asked, { ...shown, ofFile: made.problems });
  return enter(asked, table, made.entries, 'save', shown);
}

async function enter(
  asked: Asked,
  { period }: OpenTable,
  entries: readonly Entry[],
  verb: 'save' | 'submit',
  shown: BulkShown,
): Promise<Answer> {
  const here = asked.path.replace(/\/(pasted|file)$/, '');
  if (entries.length === 0)
    return { kind: 'redirect', to: here, notice: 'Nothing had changed, so nothing was saved.' };
  try {
    const done = await enterTogether(asked.store, actingFor(asked), period.code, entries, verb);
    const what = verb === 'save' ? 'saved' : 'submitted';
    return { kind: 'redirect', to: here, notice: `${counted(done, 'measure')} ${what}.` };
  } catch (error) {
    if (!(error instanceof EntriesRefused)) throw error;
    const problems = error.problems.map(({ measure, field, message }) => ({
      at: measureAddress(measure),
      field,
      message,
    }));
    return bulkPage(asked, { ...shown, problems });
  }
}

/** The workbook of the importer, with the measures that this person may enter. */
export async function template(asked: Asked): Promise<Answer> {
  const table = await tableOf(asked);
  if (table === null) return notFoundPage(asked);
  const { authority, now } = asked;
  const { period, lines } = table;
  const bytes = await updatesTemplate({
    authorityName: authority.name,
    madeAt: now,
    period,
    due: lines.map(({ line, judged }) => ({
      measure: line.version,
      ...(line.directorate === null ? {} : { directorateName: line.directorate.name }),
      previous: judged?.snapshot.previous.figure ?? null,
      target: judged?.snapshot.periodTargets.target ?? null,
      yearTarget: judged?.snapshot.yearTargets.target ?? null,
    })),
  });
  return {
    kind: 'file',
    name: `${authority.code}-updates-${period.code.replaceAll('/', '-')}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
}
