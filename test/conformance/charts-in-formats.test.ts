import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/formats/csv.ts';
import { openXlsx } from '../../src/formats/xlsx/xlsx-reader.ts';
import { headlineOf } from '../../src/reports/model/charts/chart.ts';
import { chartTable } from '../../src/reports/model/charts/chart-table.ts';
import { measurePages } from '../../src/reports/model/measure-page.ts';
import type { MeasureRecord, Report } from '../../src/reports/model/report.ts';
import { renderCsv } from '../../src/reports/render/csv/render-csv.ts';
import { renderDocx } from '../../src/reports/render/docx/render-docx.ts';
import { renderHtml } from '../../src/reports/render/html/render-html.ts';
import { renderJson } from '../../src/reports/render/json/render-json.ts';
import { renderPdf } from '../../src/reports/render/pdf/render-pdf.ts';
import { stopTypesetting } from '../../src/reports/render/pdf/typesetting-worker.ts';
import { renderXlsx } from '../../src/reports/render/xlsx/render-xlsx.ts';
import { sampleReport, sampleScorecard } from '../fixtures/sample-report.ts';
import { pagesOf, popplerUnavailable, written } from '../tools/poppler/poppler.ts';

afterAll(stopTypesetting);

const noPoppler = popplerUnavailable();
const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

type Charted = MeasureRecord & { chart: NonNullable<MeasureRecord['chart']> };
const charted = ({ measures }: Report): Charted[] =>
  measures.filter((measure): measure is Charted => measure.chart !== null);

/** Every figure of a chart's table, as its exact text. */
const exactOf = ({ chart }: Charted): (string | null)[][] =>
  chartTable(chart, 'x').rows.map(({ cells }) =>
    cells.map((cell) =>
      cell.type === 'figure'
        ? cell.figure.exact
        : cell.type === 'text' && cell.text !== ''
          ? cell.text
          : null,
    ),
  );

describe.each([
  ['improvement report', sampleReport],
  ['scorecard', sampleScorecard],
])('the charts of the %s say the same in every format', (_, sample) => {
  const report = sample();
  const measures = charted(report);
  const said = measures.map((measure) => `${measure.code} ${measure.title} ${headlineOf(measure.chart)}`);

  it('there are some of each kind', () => {
    expect(new Set(measures.map(({ chart }) => chart.kind))).toEqual(new Set(['line', 'xmr']));
  });

  it('HTML: a picture with its name, the headline, and each figure', async () => {
    const markup = asText((await renderHtml(report)).bytes);
    const figures = markup.match(/<figure class="drawn">.*?<\/figure>/gs) ?? [];
    expect(figures).toHaveLength(measures.length);
    for (const [at, figure] of figures.entries()) {
      const { chart } = measures[at]!;
      expect(plain(figure)).toContain(said[at]);
      expect(figure).toMatch(
        /<svg[^>]* role="img" aria-labelledby="(\S+) (\S+)"[^>]*><title id="\1">.+?<\/title><desc id="\2">/,
      );
      for (const { value, display } of 'points' in chart ? chart.points : [])
        expect(plain(figure)).toContain(value?.display ?? display);
      for (const { mean, limits } of chart.kind === 'xmr' ? chart.segments : [])
        for (const level of [mean, limits?.lower, limits?.upper])
          if (level) expect(plain(figure)).toContain(level.display);
    }
  });

  it.skipIf(noPoppler !== null)('PDF (needs poppler)', async () => {
    const pages = await written((await renderPdf(report)).bytes, pagesOf);
    const words = pages.join(' ').replace(/\s+/g, ' ');
    for (const each of said) expect(words).toContain(each);
  });

  it('Word: a vector picture, a raster one for those who cannot show it, and its words', async () => {
    const parts = unzipSync((await renderDocx(report)).bytes);
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const paragraphs = body
      .split('<w:p>')
      .filter((paragraph) => paragraph.includes('w:val="ChartWithWords"'));
    expect(paragraphs).toHaveLength(measures.length);
    for (const [at, paragraph] of paragraphs.entries()) {
      const { code, chart } = measures[at]!;
      expect(plain(paragraph).trim()).toBe(said[at]);
      expect(plain(/<wp:docPr [^>]*descr="([^"]*)"/.exec(paragraph)?.[1] ?? '')).toBe(
        `${chart.title}. ${headlineOf(chart)}`,
      );
      expect(paragraph).toContain(`title="Chart of ${code}"`);
      expect(paragraph).toContain('<asvg:svgBlip');
    }
    expect(body).toMatch(/<w:cols [^>]*w:num="4"/);
    const vector = Object.keys(parts).filter((name) => name.endsWith('.svg'));
    const raster = Object.keys(parts).filter((name) => name.endsWith('.png'));
    expect(vector.length).toBeGreaterThanOrEqual(measures.length);
    expect(raster).toHaveLength(vector.length);
    for (const name of vector) expect(strFromU8(parts[name]!)).not.toContain('currentColor"/>');
  });

  it('Excel: the headline, and each figure as a number', async () => {
    const workbook = await openXlsx((await renderXlsx(report)).bytes);
    const rows: (string | undefined)[][] = [];
    await workbook.readRows('Charts', ({ cells }) => {
      rows.push(cells.map((cell) => cell?.text));
    });
    expect(rows[0]).toEqual([
      ...[
        'Code',
        'Measure',
        'Unit',
        'Period',
        'Figure',
        'Target',
        'Mean',
        'Lower limit',
        'Upper limit',
        'Signal',
      ],
    ]);
    const expected = measures.flatMap((measure) =>
      exactOf(measure).map((cells) => [measure.code, cells[0], cells[1], cells[2]]),
    );
    const wanted = [0, 3, 4, 5];
    expect(rows.slice(1).map((cells) => wanted.map((at) => cells[at] || null))).toEqual(expected);
    const explanations: string[] = [];
    await workbook.readRows('Explanations', ({ cells }) => {
      explanations.push(...cells.flatMap((cell) => cell?.text ?? []));
    });
    for (const { chart } of measures) expect(explanations).toContain(headlineOf(chart));
  });

  it('CSV: the headline', async () => {
    const rows: (readonly string[])[] = [];
    readCsv((await renderCsv(report)).bytes, (row) => rows.push(row));
    const [headings = [], ...rest] = rows;
    const [code, at] = ['code', 'chart'].map((name) => headings.indexOf(name));
    expect(new Map(rest.map((row) => [row[code!], row[at!]]))).toEqual(
      new Map(report.measures.map((each) => [each.code, each.chart === null ? '' : headlineOf(each.chart)])),
    );
  });

  it('JSON: the headline, and each figure exactly', async () => {
    const document = JSON.parse(asText((await renderJson(report)).bytes)) as {
      measures: {
        code: string;
        chart: { headline: string; figures: Record<string, string | null>[] } | null;
      }[];
    };
    for (const [index, { chart }] of document.measures.entries()) {
      const measure = report.measures[index]!;
      if (measure.chart === null) expect(chart).toBeNull();
      else {
        expect(chart?.headline).toBe(headlineOf(measure.chart));
        expect(chart?.figures.map((row) => Object.values(row))).toEqual(exactOf(measure as Charted));
      }
    }
  });
});

describe('the page of one measure', () => {
  const pages = measurePages(sampleReport(), undefined);

  it('has its chart drawn for wide screens and again for phones, with all its figures', async () => {
    for (const { record, report } of pages) {
      const markup = asText((await renderHtml(report)).bytes);
      const drawn = markup.match(/<figure class="drawn">.*?<\/figure>/gs) ?? [];
      expect(drawn, record.code).toHaveLength(record.chart === null ? 0 : 1);
      if (record.chart === null) continue;
      expect(drawn[0]).toMatch(/viewBox="0 0 720 340".*viewBox="0 0 320 320"/s);
      for (const cells of exactOf(record as Charted)) expect(plain(drawn[0]!)).toContain(cells[0]);
    }
  });

  it('keeps the reported figures beside a control chart, and draws a line but once', () => {
    const types = (code: string) =>
      pages.find(({ record }) => record.code === code)!.report.blocks.map(({ type }) => type);
    expect(types('ENV/12-b').filter((type) => type === 'chart' || type === 'charts')).toEqual([
      'chart',
      'charts',
    ]);
    expect(types('HN 04').filter((type) => type === 'chart' || type === 'charts')).toEqual(['charts']);
    expect(types('RES 14').filter((type) => type === 'chart' || type === 'charts')).toEqual(['chart']);
  });
});
