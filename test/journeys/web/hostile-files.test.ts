import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elements, parseHtml, textOf } from '../../tools/html-tree.ts';
import { site as host } from './browser.ts';
import type { DemoSite } from './demo-site.ts';
import { hostileSite, payloads, typeAll, typed } from './hostile-site.ts';

/** Another way to be more than text in a spreadsheet, in front of each of the other texts. */
const asFormula = { ...typed, title: `=HYPERLINK("http://x.example/","${typed.title}")` };

let site: DemoSite;
/** The files of a draft that was made after all had been typed, by their ending. */
const files = new Map<string, Buffer>();
const get = async (person: string, path: string): Promise<Buffer> => {
  const cookie = `outturn=${(await site.signIn(person)).cookie()}`;
  const answer = await site.server.inject({ url: path, headers: { host: new URL(host).host, cookie } });
  expect(`${path} ${answer.statusCode}`).toBe(`${path} 200`);
  return answer.rawPayload;
};

beforeAll(async () => {
  const begun = await hostileSite(asFormula as unknown as typeof typed);
  site = begun.site;
  await typeAll(site, begun);
  const colin = await site.signIn('colin.webb');
  const page = await colin.get('/reports/new/2018-19-Q3?kind=improvement&standing=draft');
  let made = await colin.send(page, '/reports/new/2018-19-Q3', { note: asFormula.title });
  // Six formats take longer than an answer may: the page of the work leads on when they are made.
  while (!/\/reports\/[0-9a-f-]{36}$/.test(made.url)) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    made = await colin.get(new URL(made.url).pathname);
  }
  const at = new URL(made.url).pathname;
  for (const [, path = ''] of made.html.matchAll(new RegExp(`href="(${at}/files/[^"]+)"`, 'g')))
    files.set(path.split('.').at(-1)!, await get('colin.webb', path));
}, 240_000);
afterAll(() => site?.end());

const plain = (text: string) => text.replace(/[\s\u202a-\u202e]+/g, ' ').trim();
const fileOf = (ending: string): Buffer => files.get(ending)!;

describe('texts that would be something else, in a report made of them', () => {
  it('are in every format', () => {
    expect([...files.keys()].sort()).toEqual(['csv', 'docx', 'html', 'json', 'pdf', 'xlsx']);
  });

  it('make no element of the web page', () => {
    const tree = parseHtml(fileOf('html'));
    expect(elements(tree).filter(({ properties }) => 'dataHostile' in properties)).toEqual([]);
    expect(elements(tree, 'script').concat(elements(tree, 'iframe'), elements(tree, 'img'))).toEqual([]);
    for (const link of elements(tree, 'a'))
      expect(String(link.properties.href)).not.toMatch(/^\s*(javascript|data):/i);
    expect(plain(textOf(tree))).toContain(plain(asFormula.title));
    for (const payload of payloads.slice(0, 6)) expect(plain(textOf(tree))).toContain(plain(payload));
  });

  it('make no field, link or part of the Word document', () => {
    const parts = unzipSync(fileOf('docx'));
    const xml = strFromU8(parts['word/document.xml']!);
    expect(xml).not.toContain('<script');
    expect(xml).not.toMatch(/<w:(fldSimple|object|altChunk)\b/);
    expect(xml.match(/<w:instrText[^>]*>[^<]*/g)?.join() ?? '').not.toMatch(/HYPERLINK|DDE|INCLUDE/);
    expect(strFromU8(parts['word/_rels/document.xml.rels']!)).not.toMatch(/javascript|x\.example/);
    expect(xml).toContain('&lt;script data-hostile');
  });

  it('make no action, script or link of the PDF, and are read there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'outturn-hostile-'));
    const path = join(folder, 'report.pdf');
    writeFileSync(path, fileOf('pdf'));
    const read = (program: string, ...more: string[]) =>
      execFileSync(program, [...more, path], { encoding: 'utf8' });
    expect(read('pdfinfo')).toMatch(/JavaScript:\s+no/);
    expect(read('pdfinfo', '-url')).not.toMatch(/javascript|x\.example/);
    const words = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
    expect(words.replace(/\s/g, '')).toContain('<scriptdata-hostile>');
    rmSync(folder, { recursive: true });
  });

  it('are texts in the workbook and the CSV, whatever they begin with', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(fileOf('xlsx') as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    const texts: string[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          texts.push(cell.text);
          expect(cell.type === ExcelJS.ValueType.Formula ? cell.formula : '').not.toMatch(
            /HYPERLINK|SUM\(1\+1|cmd/,
          );
        }),
      ),
    );
    expect(texts.join('\n')).toContain('HYPERLINK("http');
    const cells: string[] = parse(fileOf('csv'), { bom: true, relax_column_count: true }).flat();
    expect(cells.some((cell) => cell.includes('HYPERLINK("http'))).toBe(true);
    expect(cells.filter((cell) => /^[\s]*[=+@＝]|^\s*-(?![\d.]+%?$)./.test(cell))).toEqual([]);
  });

  it('are as they were typed in the JSON', () => {
    const all = JSON.stringify(JSON.parse(fileOf('json').toString('utf8')));
    expect(all).toContain(JSON.stringify(asFormula.title).slice(1, -1));
  });
});

describe('texts that would be something else, elsewhere', () => {
  it('stay within their line of the exported audit trail, and are as they were typed', async () => {
    const text = (await get('petra.hollis', '/audit/export')).toString('utf8');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines.length).toBeGreaterThan(50);
    const all = JSON.stringify(lines);
    for (const one of [typed.reason, typed.question, typed.approval, typed.message])
      expect(all).toContain(JSON.stringify(plain(one)).slice(1, 60));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f]/);
  });

  it('stay within their value of the calendar', async () => {
    const tom = await site.signIn('tom.venables');
    const made = await tom.send(await tom.get('/account/calendar'), '/account/calendar');
    const feed = (await tom.get(/\/calendar\/[\w-]+\.ics/.exec(made.html)![0])).html;
    const names = feed
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .slice(0, -1)
      .map((line) => line.split(/[:;]/)[0]!);
    const known =
      /^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|X-[A-Z-]+|REFRESH-INTERVAL|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|URL|TRANSP|CATEGORIES|LAST-MODIFIED|SEQUENCE|CLASS)$/;
    expect(names.filter((name) => !known.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(20);
  });
});
