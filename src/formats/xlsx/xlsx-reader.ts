import { DEFAULT_LIMITS, type FileLimits } from '../limits.ts';
import { openArchive } from '../zip-gate.ts';
import type { XlsxRow } from './cell.ts';
import { feed } from './feed.ts';
import { checkWorkbookParts, checkWorkbookStart } from './forbidden-parts.ts';
import { MarkupReader } from './markup.ts';
import { RowLane } from './row-lane.ts';
import { SheetRows } from './sheet-rows.ts';
import { readSharedStrings, readStyles, readWorkbookPart } from './workbook-parts.ts';

export interface XlsxReader {
  /** In the workbook's order; chart sheets are not listed. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /**
   * Calls `visit` with each row that has content, in order, while the sheet inflates. What was visited counts only
   * once this has ended without a refusal: the gate closes with the last byte.
   */
  readRows(sheet: string, visit: (row: XlsxRow) => void): Promise<void>;
}

/** The two kinds of part that can be large; unpacking them once instead of twice is a fifth of the reading time. */
const isReadLater = (name: string): boolean => /^xl\/(?:worksheets\/[^/]*|sharedStrings)\.xml$/.test(name);

/**
 * Opens an Excel workbook that someone sent: the gate first, then its few parts that matter. Nothing is
 * evaluated, nothing outside the file is read, and memory does not grow with the number of rows.
 *
 * @throws Refusal with a sentence for the person who sent the file.
 */
export async function openXlsx(bytes: Uint8Array, limits: FileLimits = DEFAULT_LIMITS): Promise<XlsxReader> {
  checkWorkbookStart(bytes);
  const archive = await openArchive(bytes, limits, isReadLater);
  await checkWorkbookParts(archive);
  const workbook = await readWorkbookPart(archive);
  const styles = await readStyles(archive, workbook.styles);
  let strings: readonly string[] | undefined;
  return {
    sheets: workbook.sheets,
    async readRows(sheet, visit) {
      const found = workbook.sheets.find((candidate) => candidate.name === sheet);
      if (found === undefined) throw new RangeError(`no sheet named ${JSON.stringify(sheet)}`);
      strings ??= await readSharedStrings(archive, workbook.sharedStrings, limits);
      const context = { sheet, strings, styles, from1904: workbook.from1904, limits };
      const rows = new SheetRows(context, visit);
      await feed(archive, found.part, new MarkupReader(rows), new RowLane(rows));
      await archive.finish();
    },
  };
}
