import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import type { XlsxCell } from '../../../formats/xlsx/cell.ts';
import { openXlsx } from '../../../formats/xlsx/xlsx-reader.ts';
import type { Report } from '../../model/report.ts';
import { renderXlsx } from './render-xlsx.ts';

async function sheetOf(report: Report, sheet: string): Promise<(XlsxCell | undefined)[][]> {
  const workbook = await openXlsx((await renderXlsx(report)).bytes);
  const rows: (XlsxCell | undefined)[][] = [];
  await workbook.readRows(sheet, ({ number, cells }) => {
    rows[number - 1] = [...cells];
  });
  return rows;
}

async function measure(code: string, sheet = 'Measures'): Promise<Record<string, XlsxCell | undefined>> {
  const rows = await sheetOf(sampleReport(), sheet);
  const headings = rows[2]!.map((cell) => cell?.text ?? '');
  const row = rows.find((cells) => cells?.[0]?.text === code)!;
  return Object.fromEntries(headings.map((heading, index) => [heading, row[index]]));
}

const part = async (report: Report, name: string) =>
  strFromU8(unzipSync((await renderXlsx(report)).bytes)[name] ?? new Uint8Array());

describe('renderXlsx', () => {
  it('has a sheet for each purpose, the measures first', async () => {
    const file = await renderXlsx(sampleReport());
    expect(file.name).toBe('borchester-improvement-report-2018-19-Q2.xlsx');
    expect((await openXlsx(file.bytes)).sheets.map(({ name }) => name)).toEqual([
      'Measures',
      'Summary',
      'Explanations',
      'Recent',
      'Charts',
      'Notes',
    ]);
  });

  it('holds figures as numbers, dates and steps, and says in a word that there is none', async () => {
    expect(await measure('ENV/12-b')).toMatchObject({
      Target: { kind: 'number', text: '45' },
      Actual: { kind: 'number', text: '51.75' },
      'Variance (%)': { kind: 'number', text: '-15' },
    });
    expect(await measure('RES 09')).toMatchObject({ Actual: { kind: 'number', text: '-0.2' } });
    expect(await measure('RES 14')).toMatchObject({
      Target: { kind: 'date', text: '2018-09-30' },
      Actual: { kind: 'text', text: 'Awaited' },
    });
    expect(await measure('RES M03')).toMatchObject({ Actual: { kind: 'text', text: 'Minor slippage' } });
  });

  it('has the code of a missing figure and every explanation beside it', async () => {
    expect(await measure('RES 14', 'Explanations')).toMatchObject({
      'Why figures are missing': { text: 'Actual: awaited' },
      'Why it has this status': { text: 'The figure has not been given yet.' },
    });
  });

  it('prints every measure by a format of its own', async () => {
    const styles = await part(sampleReport(), 'xl/styles.xml');
    expect(styles).toContain('formatCode="#,##0.00"');
    expect(styles).toContain('formatCode="#,##0.0&quot; days&quot;"');
    expect(styles).toContain('formatCode="#,##0.0&quot;%&quot;"');
    expect(styles).toContain('formatCode="&quot;£&quot;#,##0.0&quot;m&quot;"');
  });

  it('gives a status shape and colour by a rule on its word', async () => {
    const sheet = await part(sampleReport(), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('operator="equal"');
    expect(sheet).toContain('<formula>"Amber"</formula>');
    const styles = await part(sampleReport(), 'xl/styles.xml');
    expect(styles).toMatch(/<dxf>.*formatCode="&quot;\u25b2 &quot;@".*FFFFBF47.*<\/dxf>/);
    expect(await measure('RES 09')).toMatchObject({
      'Quarterly Target Status': { kind: 'text', text: 'Red' },
    });
  });

  it('has the parts of an actual for which a page has no room', async () => {
    const { Notes: notes } = await measure('HN 04');
    expect(notes?.text).toContain('Actual: by ward: Abbey and Castle 4; Bridgegate 0;');
  });

  it('keeps text that begins like a formula a text, exactly', async () => {
    const { 'Context for Current Performance': context } = await measure('RES 09');
    expect(context).toMatchObject({ kind: 'text' });
    expect(context?.text).toMatch(/^=SUM is not a formula here/);
    expect(await part(sampleReport(), 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('freezes the headings, filters them and prints them on every page', async () => {
    const sheet = await part(sampleReport(), 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane [^>]*xSplit="2"[^>]*ySplit="3"[^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A3:Q12"/>');
    expect(await part(sampleReport(), 'xl/workbook.xml')).toMatch(
      /_xlnm\.Print_Titles[^>]*>Measures!\$1:\$3,Measures!\$A:\$B</,
    );
    expect(sheet).toContain('orientation="landscape"');
  });

  it('prints the texts on pages of their own, beside the names of the measures', async () => {
    const sheet = await part(sampleReport(), 'xl/worksheets/sheet1.xml');
    const headings = (await sheetOf(sampleReport(), 'Measures'))[2]!.map((cell) => cell?.text);
    const first = headings.indexOf('Context for Current Performance');
    expect(sheet).toContain(`<brk id="${first}" max="1048575" man="1"/>`);
  });

  it('counts the measures by status and directorate', async () => {
    const rows = await sheetOf(sampleReport(), 'Summary');
    const headings = rows.find((row) => row?.[0]?.text === 'Directorate')!.map((cell) => cell?.text);
    expect(headings.slice(0, 6)).toEqual(['Directorate', 'When', 'Blue', 'Green', 'Amber', 'Red']);
    const all = rows.find((row) => row?.[0]?.text === 'All directorates')!;
    expect(all.slice(1, 6).map((cell) => cell?.text)).toEqual(['Now', '1', '0', '3', '4']);
  });

  it('says by which scheme and on which basis the figures were judged', async () => {
    const notes = await sheetOf(sampleReport(), 'Notes');
    const told = Object.fromEntries(notes.filter(Boolean).map((row) => [row[0]?.text, row[1]?.text]));
    expect(told).toMatchObject({
      'Status scheme': 'Borchester status scheme, version 1 (borchester)',
      'Direction of travel': sampleReport().direction.basisInWords,
      Amber: 'up to 5% worse than target',
    });
  });

  it('leaves the texts out of a scorecard, which has none', async () => {
    const headings = (await sheetOf(sampleScorecard(), 'Measures'))[2]!.map((cell) => cell?.text);
    expect(headings).not.toContain('Context for Current Performance');
  });

  it('opens with no measures at all', async () => {
    expect(await sheetOf({ ...sampleReport(), measures: [] }, 'Measures')).toHaveLength(3);
  });

  it('carries no clock, and gives the same bytes twice and in other time zones', async () => {
    expect((await part(sampleReport(), 'docProps/core.xml')).match(/2018-09-30T12:00:00Z/g)).toHaveLength(2);
    const first = (await renderXlsx(sampleScorecard())).bytes;
    const zone = process.env.TZ;
    try {
      for (const other of ['Pacific/Auckland', 'America/Los_Angeles']) {
        process.env.TZ = other;
        expect(Buffer.from((await renderXlsx(sampleScorecard())).bytes).equals(Buffer.from(first))).toBe(
          true,
        );
      }
    } finally {
      process.env.TZ = zone;
    }
  });
});
