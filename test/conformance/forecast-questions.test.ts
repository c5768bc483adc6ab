import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ForecastQuestion, withQuestions } from '../../src/reports/model/forecast-questions.ts';
import type { Report } from '../../src/reports/model/report.ts';
import { renderCsv, renderCsvExact } from '../../src/reports/render/csv/render-csv.ts';
import { renderDocx } from '../../src/reports/render/docx/render-docx.ts';
import { renderHtml } from '../../src/reports/render/html/render-html.ts';
import { renderJson } from '../../src/reports/render/json/render-json.ts';
import { renderPdf } from '../../src/reports/render/pdf/render-pdf.ts';
import { renderXlsx } from '../../src/reports/render/xlsx/render-xlsx.ts';
import { sampleScorecard } from '../fixtures/sample-report.ts';
import { popplerUnavailable } from '../tools/poppler/poppler.ts';

const plain = sampleScorecard();
const [first, second] = plain.measures;
const question = (of: typeof first, more: Partial<ForecastQuestion>): ForecastQuestion => ({
  measure: of?.code ?? '',
  title: of?.title ?? '',
  directorate: of?.directorate ?? '',
  now: 'Red',
  forecastStatus: 'Green',
  forecast: '1,000.0',
  computed: '748.0 by the share of last year’s total that had come in by now, without a range.',
  prospect: null,
  pace: 'Needs 1.7 times the pace of the first half; the best so far was 1.5 (Q3 to Q4 2015-16).',
  record: 'Red now, Green forecast came true 3 times in 11',
  why: ['The rest of the year asks for more than was ever done.'],
  ...more,
});
const questions = [
  question(first, {}),
  question(second, { prospect: 'Unlikely to meet the target', record: 'Too few to say (2 past forecasts)' }),
];
const asked = withQuestions(plain, questions);

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const parts = (bytes: Uint8Array) => Object.values(unzipSync(bytes)).map(text).join('\n');
const formats: [format: string, read: (report: Report) => Promise<string>][] = [
  ['HTML', async (report) => text((await renderHtml(report)).bytes)],
  ['Word', async (report) => parts((await renderDocx(report)).bytes)],
  ['Excel', async (report) => parts((await renderXlsx(report)).bytes)],
  ['CSV', async (report) => text((await renderCsv(report)).bytes)],
  ['CSV for programs', async (report) => text((await renderCsvExact(report)).bytes)],
  ['JSON', async (report) => text((await renderJson(report)).bytes)],
];
const words = (read: string) =>
  read
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe('forecasts to question', () => {
  it.each(formats)('say the same in %s, and nothing of them without the section', async (_, read) => {
    const said = words(await read(asked));
    for (const each of questions) {
      for (const sentence of [each.measure, each.computed, each.pace, each.record]) {
        expect(said).toContain(sentence);
      }
    }
    expect(said).toContain('Unlikely to meet the target');
    expect(words(await read(plain))).not.toMatch(/pace of the first half|came true/);
  });

  const noPoppler = popplerUnavailable();
  it.skipIf(noPoppler)(`say the same in PDF${noPoppler ? ` (skipped: ${noPoppler})` : ''}`, async () => {
    // Column by column: each cell is read whole.
    const raw = execFileSync('pdftotext', ['-raw', '-', '-'], { input: (await renderPdf(asked)).bytes });
    const said = words(text(raw));
    for (const each of questions) {
      for (const sentence of [each.measure, each.pace, each.record]) expect(said).toContain(sentence);
    }
  });

  it('say in words that there is none', async () => {
    const said = words(text((await renderHtml(withQuestions(plain, []))).bytes));
    expect(said).toContain(
      `Nothing speaks against the forecasts of the ${plain.measures.length} measures shown.`,
    );
    expect(withQuestions(plain, null)).toBe(plain);
  });
});
