import { readCsv } from '../../formats/csv.ts';
import { Refusal } from '../../formats/refusal.ts';
import type { CodeCorrections } from './code-and-title.ts';

const HEADINGS = ['cell', 'code', 'title', 'aliases'] as const;

/**
 * Corrections of codes and titles, from the bytes of a CSV file with the columns cell (the cell as printed, or the code that the
 * rule found), code, title and aliases (separated by semicolons).
 */
export function readCodeCorrections(bytes: Uint8Array): CodeCorrections {
  const corrections: Record<string, { code: string; title: string; aliases: string[] }> = Object.create(null);
  let columns: number[] | null = null;
  readCsv(bytes, (record, row) => {
    if (columns === null) {
      const names = record.map((heading) => heading.trim().toLowerCase());
      columns = HEADINGS.map((heading) => names.indexOf(heading));
      if (columns.slice(0, 3).includes(-1)) {
        throw new Refusal('The columns cell, code and title are needed.', 'Add them as the first row.', {
          row,
        });
      }
      return;
    }
    const [cell, code, title, aliases] = columns.map((at) => (record[at] ?? '').trim());
    if (!cell || !code || !title) {
      throw new Refusal('A correction needs a cell, a code and a title.', 'Fill in all three.', { row });
    }
    corrections[cell] = {
      code,
      title,
      aliases: (aliases ?? '')
        .split(';')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    };
  });
  return corrections;
}
