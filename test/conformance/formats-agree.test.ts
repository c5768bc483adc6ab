import { describe, expect, it } from 'vitest';
import type { FigureCell, MeasureRecord, Report } from '../../src/reports/model/report.ts';
import { renderCsv, renderCsvExact } from '../../src/reports/render/csv/render-csv.ts';
import { renderDocx } from '../../src/reports/render/docx/render-docx.ts';
import { renderHtml } from '../../src/reports/render/html/render-html.ts';
import { renderJson } from '../../src/reports/render/json/render-json.ts';
import { renderPdf } from '../../src/reports/render/pdf/render-pdf.ts';
import { renderXlsx } from '../../src/reports/render/xlsx/render-xlsx.ts';
import { sampleReport, sampleScorecard } from '../fixtures/sample-report.ts';
import { missingPrograms } from '../tools/office/convert.ts';
import { readCsvReport, readJsonReport } from './readers/data.ts';
import { readExcel } from './readers/excel.ts';
import { readHtml } from './readers/html.ts';
import { measureRead, type ReportRead } from './readers/measure-read.ts';
import { readPdf } from './readers/pdf.ts';
import { readWord } from './readers/word.ts';

/** What every format must say of each measure, with the figures as `figure` shows them. */
const expected = (report: Report, figure: (of: FigureCell) => string): ReportRead =>
  new Map(
    report.measures.map((measure: MeasureRecord) => [
      measure.code,
      measureRead([
        figure(measure.target),
        figure(measure.actual),
        measure.status.label,
        figure(measure.forecastTarget),
        figure(measure.forecast),
        measure.forecastStatus.label,
        measure.direction.label,
      ]),
    ]),
  );

const printed = ({ display }: FigureCell) => display;
const exact = ({ exact: value, missing }: FigureCell) => value ?? `missing: ${missing}`;
/** A cell of a spreadsheet holds the value, or the word that says there is none. */
const exactOrWord = ({ exact: value, display }: FigureCell) => value ?? display;
const exactOrMissing = ({ exact: value }: FigureCell) => value ?? 'missing';

/** A measure may be listed with its other codes: `HN 04 (NI 155)`. */
const byCodeAlone = (read: ReportRead, report: Report): ReportRead =>
  new Map(
    [...read].map(([name, measure]) => {
      const code = report.measures.find(
        (each) => name === each.code || name.startsWith(`${each.code} (`),
      )?.code;
      return [code ?? name, measure];
    }),
  );

const noPoppler = missingPrograms('pdfinfo');

describe.each([
  ['improvement report', sampleReport],
  ['scorecard', sampleScorecard],
])('the %s says the same in every format', (_, sample) => {
  const report = sample();

  it('HTML, to the eye and to a program', async () => {
    const read = readHtml((await renderHtml(report)).bytes);
    expect(read.printed).toEqual(expected(report, printed));
    expect(read.exact).toEqual(expected(report, exactOrMissing));
  });

  it.skipIf(noPoppler.length > 0)('PDF (needs pdfinfo of poppler)', async () => {
    const read = readPdf((await renderPdf(report)).bytes);
    expect(byCodeAlone(read, report)).toEqual(expected(report, printed));
  });

  it('Word', async () => {
    const read = readWord((await renderDocx(report)).bytes);
    expect(byCodeAlone(read, report)).toEqual(expected(report, printed));
  });

  it('Excel', async () => {
    const read = await readExcel((await renderXlsx(report)).bytes, report.columns);
    expect(read).toEqual(expected(report, exactOrWord));
  });

  it('CSV, for people and for programs', async () => {
    expect(readCsvReport((await renderCsv(report)).bytes)).toEqual(expected(report, exact));
    expect(readCsvReport((await renderCsvExact(report)).bytes)).toEqual(expected(report, exact));
  });

  it('JSON, to show and exactly', async () => {
    const read = readJsonReport((await renderJson(report)).bytes);
    expect(read.printed).toEqual(expected(report, printed));
    expect(read.exact).toEqual(expected(report, exact));
  });
});
