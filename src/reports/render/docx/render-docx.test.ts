import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import type { Report } from '../../model/report.ts';
import { renderDocx } from './render-docx.ts';

const open = async (report: Report) => {
  const file = await renderDocx(report);
  const parts = unzipSync(file.bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  return { file, parts, part, body: part('word/document.xml') };
};

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;
const paragraphs = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/g) ?? [];
const words = (xml: string) =>
  xml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('renderDocx', () => {
  let report: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    report = await open(sampleReport());
  });

  it('is a Word document named after the report', () => {
    expect(report.file.name).toBe('borchester-improvement-report-2018-19-Q2.docx');
    expect(report.file.mediaType).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(Object.keys(report.parts)[0]).toBe('[Content_Types].xml');
  });

  it('is A4 landscape', () => {
    expect(report.body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  });

  it('has real headings: one title, then the sections', () => {
    const headings = paragraphs(report.body).flatMap((xml) => {
      const level = /<w:pStyle w:val="Heading(\d)"/.exec(xml)?.[1];
      return level ? [`${level} ${words(xml)}`] : [];
    });
    expect(headings[0]).toBe('1 Improvement Report - Council Scorecard');
    expect(headings.slice(1).every((heading) => heading.startsWith('2 '))).toBe(true);
    expect(headings).toContain('2 Homes & Neighbourhoods');
    expect(report.part('word/styles.xml')).toMatch(
      /w:styleId="Heading2".*?<w:keepNext\/>.*?<w:outlineLvl w:val="1"\/>/,
    );
  });

  it('repeats the header row of every table and keeps it with the row below', () => {
    const tables = report.body.match(/<w:tbl>.*?<\/w:tbl>/g) ?? [];
    expect(tables.length).toBeGreaterThan(3);
    for (const table of tables) {
      const rows = table.match(/<w:tr>.*?<\/w:tr>/g) ?? [];
      expect(rows[0]).toContain('<w:tblHeader/>');
      expect(rows[0]).toContain('<w:cantSplit/>');
      expect(rows[0]).toContain('<w:keepNext/>');
      expect(count(table, /<w:tblHeader\/>/g)).toBe(1);
      expect(table).toMatch(/<w:tblLook [^>]*w:firstRow="(1|true)"[^>]*w:firstColumn="(1|true)"/);
    }
  });

  it('says what each table shows in its alternative text', () => {
    expect(report.body).toContain(
      '<w:tblCaption w:val="Homes &amp; Neighbourhoods: measures that need attention"/>',
    );
    expect(count(report.body, /<w:tblCaption /g)).toBe(count(report.body, /<w:tbl>/g));
  });

  it('shows a status as word, shape and colour, and says why', () => {
    const cell =
      /<w:tc>(?:(?!<w:tc>).)*?w:val="Status-amber"(?:(?!<w:tc>).)*?worse than.*?<\/w:tc>/.exec(
        report.body,
      )?.[0] ?? '';
    expect(paragraphs(cell).map(words)).toEqual([
      '\u25b2\u00a0Amber',
      '47.00 is 4.44% worse than the target of 45.00; Amber is up to 5% worse than target.',
    ]);
    const style = /<w:style [^>]*w:styleId="Status-red".*?<\/w:style>/.exec(
      report.part('word/styles.xml'),
    )?.[0];
    expect(style).toContain('w:fill="B10E1E"');
    expect(style).toContain('<w:color w:val="FFFFFF"/>');
  });

  it('marks what is shown as published', () => {
    expect(words(report.body)).toContain('Red' + 'as published');
    expect(words(report.body)).toContain('as published; basis not stated');
  });

  it('writes lists as lists and links as links', () => {
    expect(count(report.body, /<w:pStyle w:val="ListNumber"\/>/g)).toBe(3);
    expect(count(report.body, /<w:ilvl w:val="1"\/>/g)).toBeGreaterThan(0);
    const links = report.part('word/_rels/document.xml.rels');
    expect(links).toMatch(
      /Id="link1"[^>]*hyperlink"[^>]*Target="(https:|mailto:)[^"]*" TargetMode="External"/,
    );
    for (const [, id] of report.body.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g)) {
      expect(links).toContain(`Id="${id}"`);
    }
  });

  it('prints title, authority and period end at the head of every page, and page numbers at its foot', () => {
    expect(words(report.part('word/header1.xml'))).toContain('Improvement Report - Council Scorecard');
    expect(words(report.part('word/header1.xml'))).toContain('Borchester City Council');
    expect(words(report.part('word/header1.xml'))).toContain('30-Sep-2018');
    expect(report.part('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/);
  });

  it('carries its language, title and author, and no clock', () => {
    expect(report.part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
    const core = report.part('docProps/core.xml');
    expect(core).toContain(
      '<dc:title>Improvement Report - Council Scorecard, Borchester City Council, 30-Sep-2018</dc:title>',
    );
    expect(core).toContain('<dc:creator>Borchester City Council</dc:creator>');
    expect(core.match(/2018-09-30T12:00:00Z/g)).toHaveLength(2);
  });

  it('draws the charts as SVG with PNG beside it and says what they show', async () => {
    const { body, parts } = await open(sampleScorecard());
    const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    expect(pictures.filter((name) => name.endsWith('.svg')).length).toBeGreaterThan(5);
    expect(pictures.filter((name) => name.endsWith('.png')).length).toBeGreaterThan(5);
    for (const chart of sampleScorecard().measures.map(({ recent }) => recent)) {
      expect(body.replaceAll('&apos;', "'")).toContain(chart.description.replaceAll('&', '&amp;'));
    }
  });

  it('keeps text that is not allowed in XML from breaking the file', async () => {
    const { body } = await open({ ...sampleReport(), title: 'A\u0000B\u000b <C> \ud800 & "D"' });
    expect(words(body)).toContain('AB <C>  & ');
  });

  it('gives the same bytes twice and in other time zones', async () => {
    const first = (await renderDocx(sampleScorecard())).bytes;
    const zone = process.env.TZ;
    try {
      for (const other of ['Pacific/Auckland', 'America/Los_Angeles']) {
        process.env.TZ = other;
        expect(new Date(Date.UTC(2018, 8, 30)).getTimezoneOffset()).not.toBe(-60);
        expect(Buffer.from((await renderDocx(sampleScorecard())).bytes).equals(Buffer.from(first))).toBe(
          true,
        );
      }
    } finally {
      process.env.TZ = zone;
    }
  });
});
