import { stringify } from 'csv-stringify/sync';

/**
 * Cells copied from a spreadsheet as a table that the importer reads. Without a row of headings they are taken as code,
 * actual and forecast; empty lines are left out.
 *
 * @example pasted('LEI 3\t1,200\t1,600') // 'Code,Actual,Forecast\r\nLEI 3,"1,200","1,600"\r\n'
 */
export function pasted(text: string): string {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const [first] = rows;
  const isHeaded = first?.some((cell) => /^(measure )?code$|^ref(erence)?$|^measure$/i.test(cell)) ?? false;
  const all = isHeaded ? rows : [['Code', 'Actual', 'Forecast'], ...rows];
  const width = all[0]?.length ?? 0;
  // A row that is wider than the headings is kept, so that the importer can name it.
  const padded = all.map((cells) => [...cells, ...Array(Math.max(0, width - cells.length)).fill('')]);
  return stringify(padded, { record_delimiter: 'windows' });
}
