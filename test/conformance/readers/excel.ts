import type { XlsxCell } from '../../../src/formats/xlsx/cell.ts';
import { openXlsx } from '../../../src/formats/xlsx/xlsx-reader.ts';
import { measureRead, type ReportRead } from './measure-read.ts';

/** The cells of the first sheet as a program gets them: exact numbers, ISO dates, words. */
export async function readExcel(
  bytes: Uint8Array,
  columns: { status: string; forecastStatus: string },
): Promise<ReportRead> {
  const workbook = await openXlsx(bytes);
  const rows: (readonly (XlsxCell | undefined)[])[] = [];
  await workbook.readRows(workbook.sheets[0]!.name, ({ cells }) => {
    rows.push(cells);
  });
  const start = rows.findIndex((cells) => cells[0]?.text === 'Code');
  const headings = (rows[start] ?? []).map((cell) => cell?.text);
  const wanted = [
    'Target',
    'Actual',
    columns.status,
    'Forecast target',
    'Forecast',
    columns.forecastStatus,
    'Direction of travel',
  ].map((heading) => headings.indexOf(heading));
  return new Map(
    rows
      .slice(start + 1)
      .map((cells) => [cells[0]?.text ?? '', measureRead(wanted.map((index) => cells[index]?.text))]),
  );
}
