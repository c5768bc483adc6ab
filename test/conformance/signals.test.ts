import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { presetDirection } from '../../src/domain/direction/presets.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import { lastPeriods } from '../../src/domain/period/relate.ts';
import { snapshotOf } from '../../src/domain/snapshot.ts';
import { derby } from '../../src/domain/status/presets/derby.ts';
import { readCsv } from '../../src/formats/csv.ts';
import { openXlsx } from '../../src/formats/xlsx/xlsx-reader.ts';
import { improvementReport } from '../../src/reports/model/improvement-report.ts';
import { scorecardReport } from '../../src/reports/model/scorecard-report.ts';
import { standardWording } from '../../src/reports/model/wording.ts';
import { renderCsv } from '../../src/reports/render/csv/render-csv.ts';
import { renderDocx } from '../../src/reports/render/docx/render-docx.ts';
import { renderHtml } from '../../src/reports/render/html/render-html.ts';
import { renderJson } from '../../src/reports/render/json/render-json.ts';
import { renderPdf } from '../../src/reports/render/pdf/render-pdf.ts';
import { renderXlsx } from '../../src/reports/render/xlsx/render-xlsx.ts';
import { authority, measure, observation, target } from '../fixtures/small-authority.ts';
import { missingPrograms, wordsOfPdf } from '../tools/office/convert.ts';

const period = periodOf('2018-19/Q2');

/** A: thirteen quarters of 60 and 62 in turn against 90. B: three quarters only. */
const facts = authority([measure('A'), measure('B')], {
  targets: ['A', 'B'].map((code) => target(code, period.code, '90.0')),
  observations: [
    ...lastPeriods(period, 13).map((each, at) =>
      observation('A', each.code, 'actual', at % 2 === 0 ? '60.0' : '62.0'),
    ),
    ...lastPeriods(period, 3).map((each) => observation('B', each.code, 'actual', '70.0')),
  ],
});
const evaluation = evaluate(
  snapshotOf(facts, { period, scorecard: null, asAt: null }),
  derby,
  presetDirection('derby'),
);
const sentence = 'Within usual variation; the target is unlikely to be met as the service now runs.';
const brief = 'Usual variation. Target unlikely to be met.';
const key = 'Below the direction of travel stands what a control chart';

describe.each([
  ['improvement report', improvementReport(evaluation, standardWording), sentence],
  ['scorecard', scorecardReport(evaluation, standardWording), brief],
])('what a control chart says, in the %s', (_, report, printed) => {
  const times = (text: string, said: string) => text.split(said).length - 1;

  it('is one line of the measure that has enough figures, and explained once', async () => {
    expect(report.measures.map(({ signal }) => signal?.sentence ?? null)).toEqual([sentence, null]);
    const flat = new TextDecoder()
      .decode((await renderHtml(report)).bytes)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(times(flat, printed)).toBe(1);
    expect(times(flat, key)).toBe(1);
  });

  it('is in Word, Excel, CSV and JSON', async () => {
    const word = unzipSync((await renderDocx(report)).bytes)['word/document.xml'];
    expect(times(new TextDecoder().decode(word).replace(/<[^>]+>/g, ''), printed)).toBe(1);

    const words: string[] = [];
    const workbook = await openXlsx((await renderXlsx(report)).bytes);
    for (const sheet of ['Measures', 'Explanations'])
      await workbook.readRows(sheet, ({ cells }) => {
        for (const cell of cells) if (cell) words.push(cell.text);
      });
    expect(words.filter((text) => text === sentence)).toHaveLength(1);
    expect(words).toContain('What the control chart says');

    const rows: (readonly string[])[] = [];
    readCsv((await renderCsv(report)).bytes, (row) => rows.push(row));
    const column = (heading: string) => rows.slice(1).map((row) => row[rows[0]?.indexOf(heading) ?? -1]);
    expect(column('variation')).toEqual(['common_cause', '']);
    expect(column('assurance')).toEqual(['fail', '']);
    expect(column('signal')).toEqual([sentence, '']);

    const document = JSON.parse(new TextDecoder().decode((await renderJson(report)).bytes));
    expect(document.measures.map((each: { signal: unknown }) => each.signal)).toEqual([
      { variation: 'common_cause', assurance: 'fail', brief, sentence, figures: 13 },
      null,
    ]);
  });

  it.skipIf(missingPrograms('pdftotext').length > 0)('is in the PDF (needs pdftotext)', async () => {
    const words = (await wordsOfPdf((await renderPdf(report)).bytes, '-raw')).replace(/\s+/g, ' ');
    expect(times(words, printed)).toBe(1);
  });
});
