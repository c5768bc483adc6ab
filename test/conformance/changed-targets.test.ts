import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { presetDirection } from '../../src/domain/direction/presets.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
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

const march = '2018-03-14T15:00:00.000Z';
const decided = {
  version: 2,
  recordedAt: '2018-11-14T15:00:00.000Z',
  effectiveFrom: '2018-10-01',
  approvedBy: 'Cabinet',
  approvedOn: '2018-11-14',
  decision: 'CAB/18/112',
  reason: 'two placements ended at short notice.',
};
const lower = { polarity: 'lower' as const };
const later = { recordedAt: '2019-01-10T09:00:00.000Z' };

/** Placements: 8.4 was promised, 11.5 is in force; 11.2 stands, 13.0 is expected. A second measure has nothing changed. */
const facts = authority([measure('A', lower), measure('B', lower)], {
  targets: [
    target('A', '2018-19/Q3', '8.4', { recordedAt: march }),
    target('A', '2018-19', '8.4', { recordedAt: march }),
    target('A', '2018-19/Q3', '11.5', decided),
    target('A', '2018-19', '11.5', decided),
    target('B', '2018-19', '10.0', { recordedAt: march }),
    target('B', '2018-19/Q3', '10.0', { recordedAt: march }),
  ],
  observations: ['A', 'B'].flatMap((code) => [
    observation(code, '2018-19/Q2', 'actual', '9.0'),
    observation(code, '2018-19/Q3', 'actual', '11.2', later),
    observation(code, '2018-19/Q3', 'forecast', '13.0', later),
  ]),
});
const evaluated = (period: string) =>
  evaluate(
    snapshotOf(facts, { period: periodOf(period), scorecard: null, asAt: null }),
    derby,
    presetDirection('derby'),
  );
const report = improvementReport(evaluated('2018-19/Q3'), standardWording);
const whole = scorecardReport(evaluated('2018-19/Q3'), standardWording);

const now =
  'Now: Blue against the revised target of 11.5; Red against the original 8.4, ' +
  'changed by Cabinet on 14 November 2018, CAB/18/112: two placements ended at short notice.';
const brief = 'Red against the original target of 8.4';
const counted =
  'Statuses are counted against the targets now in force. 1 measure has a target that was changed';

describe('a target that was changed during the year', () => {
  it('is judged against both, and counted once', () => {
    const [a, b] = whole.measures;
    expect([a?.status.label, a?.original?.now?.status.label]).toEqual(['Blue', 'Red']);
    expect([a?.forecastStatus.label, a?.original?.forecast?.status.label]).toEqual(['Red', 'Red']);
    expect(a?.original?.now?.sentence).toBe(now);
    expect(a?.original?.forecast?.sentence).toMatch(
      /^Year-end forecast: Red against the revised target of 11\.5 and against the original 8\.4, changed by/,
    );
    expect(b?.original).toBeUndefined();
    const blue = whole.summary.counts.find(
      ({ directorate, outcome }) => directorate === null && outcome === 'blue',
    );
    expect(blue?.now).toBe(1);
  });

  it('changes nothing in a report on a period before it took effect', () => {
    const [a] = scorecardReport(evaluated('2018-19/Q2'), standardWording).measures;
    expect([a?.forecastTarget.display, a?.original]).toEqual(['8.4', undefined]);
  });

  it.each([
    ['improvement report', report],
    ['scorecard', whole],
  ])('is said in every format of the %s', async (_, of) => {
    const flat = (text: string) => text.replace(/&amp;/g, '&').replace(/\s+/g, ' ');
    const html = flat(new TextDecoder().decode((await renderHtml(of)).bytes).replace(/<[^>]+>/g, ' '));
    for (const text of [now, brief, counted]) expect(html).toContain(text);

    const document = JSON.parse(new TextDecoder().decode((await renderJson(of)).bytes));
    expect(document.measures[0].original.now).toMatchObject({
      target: { value: '8.4' },
      status: { outcome: 'red', label: 'Red' },
      sentence: now,
    });

    const rows: (readonly string[])[] = [];
    readCsv((await renderCsv(of)).bytes, (row) => rows.push(row));
    const at = (heading: string) => rows[1]?.[rows[0]?.indexOf(heading) ?? -1];
    expect([at('original_target'), at('original_status'), at('original_explanation')]).toEqual([
      '8.4',
      'Red',
      now,
    ]);
    expect([at('original_forecast_target'), at('original_forecast_status')]).toEqual(['8.4', 'Red']);

    const words: string[] = [];
    const workbook = await openXlsx((await renderXlsx(of)).bytes);
    for (const sheet of ['Measures', 'Explanations', 'Notes'])
      await workbook.readRows(sheet, ({ cells }) => {
        for (const cell of cells) if (cell) words.push(cell.text);
      });
    const sheets = words.join('\n');
    for (const text of [now, counted, 'Original target', 'Status against the original target'])
      expect(sheets).toContain(text);
  });

  it('is said in the Word document', async () => {
    const file = unzipSync((await renderDocx(report)).bytes)['word/document.xml'];
    const text = new TextDecoder().decode(file).replace(/<[^>]+>/g, '');
    for (const said of [now, brief, counted]) expect(text).toContain(said);
  });

  it.skipIf(missingPrograms('pdftotext').length > 0)('is said in the PDF (needs pdftotext)', async () => {
    const words = (await wordsOfPdf((await renderPdf(report)).bytes, '-raw')).replace(/\s+/g, ' ');
    for (const said of ['CAB/18/112', 'against the original target of 8.4', counted])
      expect(words).toContain(said);
  });
});
