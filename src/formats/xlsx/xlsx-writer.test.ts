import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { XlsxCell } from './cell.ts';
import type { SheetCell, WorkbookContents } from './workbook-contents.ts';
import { openXlsx } from './xlsx-reader.ts';
import { writeXlsx } from './xlsx-writer.ts';

const book = (
  cells: readonly SheetCell[],
  more: Partial<WorkbookContents['sheets'][0]> = {},
): WorkbookContents => ({
  title: 'Title & <more>',
  author: 'Outturn',
  madeAt: '2018-09-30T00:00:00Z',
  sheets: [{ name: 'Sheet', columnWidths: [20], rows: [{ cells }], ...more }],
});

async function readBack(cells: readonly SheetCell[]): Promise<(XlsxCell | undefined)[]> {
  const workbook = await openXlsx(await writeXlsx(book(cells)));
  let found: readonly (XlsxCell | undefined)[] = [];
  await workbook.readRows('Sheet', (row) => {
    found = row.cells;
  });
  return [...found];
}

const parts = async (contents: WorkbookContents) => {
  const files = unzipSync(await writeXlsx(contents));
  return (name: string) => strFromU8(files[name] ?? new Uint8Array());
};

describe('what is written is read back', () => {
  it.each([
    'plain',
    ' spaces kept ',
    'line one\nline two\r\nline three',
    '=1+1',
    '#N/A',
    '_x0041_',
    '\u0001 control',
    'x<y & "z"',
    'e.g. <name of school>',
    "'quoted",
    '😀 naïve £',
  ])('text %j', async (text) => {
    expect(await readBack([{ kind: 'text', text }])).toEqual([{ kind: 'text', text }]);
  });

  it.each(['0', '0.1', '-5.2', '81.1', '123456789.012345', '1000000'])('number %s', async (text) => {
    expect(await readBack([{ kind: 'number', text, style: { format: '#,##0.0' } }])).toEqual([
      { kind: 'number', text },
    ]);
  });

  it('dates, booleans, and numbers too long for Excel as text', async () => {
    const cells = await readBack([
      { kind: 'date', date: '2018-09-30' },
      { kind: 'boolean', value: false },
      { kind: 'number', text: '0.12345678901234567' },
    ]);
    expect(cells).toEqual([
      { kind: 'date', text: '2018-09-30' },
      { kind: 'boolean', text: 'FALSE' },
      { kind: 'text', text: '0.12345678901234567' },
    ]);
  });
});

describe('the file', () => {
  it('has the same bytes for the same contents, at any time', async () => {
    const contents = book([{ kind: 'text', text: 'a', note: 'A note', style: { bold: true } }]);
    const first = await writeXlsx(contents);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(Buffer.compare(first, await writeXlsx(contents))).toBe(0);
  });

  it('holds no formula, whatever the text starts with', async () => {
    const risky = [
      '=1+1',
      '+1',
      '-1+1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '\u00a0=1',
      '=HYPERLINK("http://x")',
    ];
    const read = await parts(book(risky.map((text) => ({ kind: 'text', text }))));
    expect(read('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
  });

  it('carries protection, unlocked cells, lists, conditional looks, notes, filter and frozen header', async () => {
    const read = await parts(
      book(
        [
          { kind: 'text', text: 'Status', note: 'Choose' },
          { kind: 'empty', style: { unlocked: true } },
        ],
        {
          protected: true,
          frozen: { rows: 1, columns: 0 },
          autoFilter: 'A1:B2',
          lists: [{ range: 'B1:B9', values: ['Green', 'Red'], message: 'Choose one' }],
          highlights: [
            { range: 'A1:A9', when: { equals: 'Green' }, style: { fill: '00703C', colour: 'FFFFFF' } },
          ],
        },
      ),
    );
    const sheet = read('xl/worksheets/sheet1.xml');
    for (const element of [
      '<sheetProtection sheet="1"',
      '<autoFilter ref="A1:B2"',
      '"Green,Red"',
      '<cfRule type="cellIs"',
      'state="frozen"',
    ]) {
      expect(sheet).toContain(element);
    }
    expect(read('xl/styles.xml')).toContain('locked="0"');
    expect(read('xl/comments1.xml')).toContain('Choose');
    expect(read('docProps/core.xml')).toContain('2018-09-30T00:00:00Z');
  });

  it('refuses what a cell cannot hold', async () => {
    await expect(writeXlsx(book([{ kind: 'number', text: '1e5' }]))).rejects.toThrow(/plain decimal/);
    await expect(writeXlsx(book([{ kind: 'text', text: 'x'.repeat(32_768) }]))).rejects.toThrow(/32767/);
  });
});
