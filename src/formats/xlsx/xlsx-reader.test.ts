import { describe, expect, it } from 'vitest';
import { type RawWorkbook, rawWorkbook, textRow } from '../testing/raw-workbook.ts';
import type { XlsxRow } from './cell.ts';
import { openXlsx } from './xlsx-reader.ts';

async function rowsOf(raw: RawWorkbook): Promise<XlsxRow[]> {
  const workbook = await openXlsx(rawWorkbook(raw));
  const rows: XlsxRow[] = [];
  await workbook.readRows(workbook.sheets[0]?.name ?? '', (row) => rows.push(row));
  return rows;
}

const cellsOf = async (raw: RawWorkbook) => (await rowsOf(raw)).flatMap((row) => [...row.cells]);

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[Red]0.0&quot;d&quot;"/><numFmt numFmtId="165" formatCode="dd\\ mmm\\ yyyy"/><numFmt numFmtId="166" formatCode="0.00%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="9"/></cellXfs></styleSheet>`;

describe('numbers', () => {
  it.each([
    ['0.1', '0.1'],
    ['10.0', '10.0'],
    ['81.099999999999994', '81.1'],
    ['-5.2000000000000002', '-5.2'],
    ['1E-7', '0.0000001'],
    ['1.5E+5', '150000'],
    ['123456789012345', '123456789012345'],
  ])('reads %s as %s', async (raw, text) => {
    const [cell] = await cellsOf({ rows: `<row><c><v>${raw}</v></c></row>` });
    expect(cell).toEqual({ kind: 'number', text });
  });

  it('says where a float holds more than Excel shows', async () => {
    const [cell] = await cellsOf({ rows: '<row><c><v>0.30000000000000004</v></c></row>' });
    expect(cell).toEqual({ kind: 'number', text: '0.3', rounded: '0.30000000000000004' });
    const [long] = await cellsOf({ rows: '<row><c><v>1234567890123456789</v></c></row>' });
    expect(long).toEqual({ kind: 'number', text: '1234567890123460000', rounded: '1234567890123456789' });
  });

  it.each(['NaN', '1E+400', 'INF', '-', '1e99', '0x10', ''])('does not take %s for a number', async (raw) => {
    const cells = await cellsOf({ rows: `<row><c><v>${raw}</v></c></row>` });
    expect(cells).toEqual(raw === '' ? [] : [{ kind: 'error', text: raw }]);
  });

  it('reads percentages as they are shown, dates as dates', async () => {
    const cells = await cellsOf({
      styles: STYLES,
      rows: '<row><c s="4"><v>0.94499999999999995</v></c><c s="5"><v>1</v></c><c s="5"><v>-0.002</v></c><c s="1"><v>43373</v></c><c s="3"><v>43373.5</v></c><c s="2"><v>3.5</v></c><c s="1"><v>60</v></c></row>',
    });
    expect(cells).toEqual([
      { kind: 'number', text: '94.5%' },
      { kind: 'number', text: '100%' },
      { kind: 'number', text: '-0.2%' },
      { kind: 'date', text: '2018-09-30' },
      { kind: 'date', text: '2018-09-30T12:00:00' },
      { kind: 'number', text: '3.5' },
      { kind: 'error', text: '60' },
    ]);
  });
});

describe('texts and the rest', () => {
  it('reads shared, inline and rich texts exactly', async () => {
    const cells = await cellsOf({
      sharedStrings:
        '<si><t xml:space="preserve"> a &amp; b &lt;c&gt; &#163;&#x20AC; </t></si><si><r><t>one </t></r><r><rPr><b/></rPr><t>two</t></r><rPh><t>no</t></rPh></si><si><t>_x0041__x005F_x0041_</t></si>',
      rows: '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="inlineStr"><is><t><![CDATA[x<y & z]]></t></is></c></row>',
    });
    expect(cells).toEqual([
      { kind: 'text', text: ' a & b <c> £€ ' },
      undefined,
      { kind: 'text', text: 'one two' },
      { kind: 'text', text: 'A_x0041_' },
      { kind: 'boolean', text: 'TRUE' },
      { kind: 'text', text: 'x<y & z' },
    ]);
  });

  it('never evaluates a formula nor takes its cached value', async () => {
    const cells = await cellsOf({
      rows: '<row><c><f>SUM(A1:A2)</f><v>3</v></c><c t="e"><v>#N/A</v></c></row>',
    });
    expect(cells).toEqual([
      { kind: 'formula', text: 'SUM(A1:A2)' },
      { kind: 'error', text: '#N/A' },
    ]);
  });

  it('passes over rows and cells that only have a look, however far away', async () => {
    const rows = await rowsOf({
      rows: `${textRow(1, ['a'])}<row r="1048576"><c r="XFD1048576" s="1"/></row>`,
    });
    expect(rows.map((row) => row.number)).toEqual([1]);
  });

  it('finds texts that are cut anywhere by the pieces in which they inflate', async () => {
    const texts = Array.from({ length: 30_000 }, (_, index) => `£${index} naïve – “quoted” &amp; 😀`);
    const rows = await rowsOf({ rows: texts.map((text, index) => textRow(index + 1, [text])).join('') });
    expect(rows.map((row) => row.cells[0]?.text)).toEqual(texts.map((text) => text.replace('&amp;', '&')));
  });

  it('reads 200,000 rows and refuses the next', async () => {
    const rows = (count: number) => ({ rows: '<row><c><v>1</v></c></row>'.repeat(count) });
    expect(await rowsOf(rows(200_000))).toHaveLength(200_000);
    await expect(rowsOf(rows(200_001))).rejects.toThrow(
      'Cell A200001 holds a value; the most rows allowed is 200,000.',
    );
  });

  it.each([
    ['<row r="2"/><row r="1"><c><v>1</v></c></row>', /out of order/],
    ['<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>', /out of place/],
    ['<row><c t="s"><v>7</v></c></row>', /points at a text that is missing/],
    ['<row><c><v>1</c></v></row>', /does not close/],
    ['<row><c t="inlineStr"><is><t>&file;</t></is></c></row>', /entities/],
    ['<row><c><v>1</v></c>', /does not close/],
  ])('refuses markup that is not what Excel writes: %s', async (rows, message) => {
    await expect(rowsOf({ rows })).rejects.toThrow(message);
  });
});
