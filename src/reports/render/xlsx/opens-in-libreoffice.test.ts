import { describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import { convertedByLibreOffice, missingPrograms } from '../../../../test/tools/office/convert.ts';
import { readCsv } from '../../../formats/csv.ts';
import type { FigureCell } from '../../model/report.ts';
import { shownSuffix } from './number-format.ts';
import { renderXlsx } from './render-xlsx.ts';

const missing = missingPrograms('soffice');

/** Comma separated, UTF-8, cells as they are shown. */
const AS_SHOWN = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';

describe.skipIf(missing.length > 0)(
  `the Excel file in LibreOffice (needs soffice; missing: ${missing.join(', ') || 'none'})`,
  () => {
    it.each([
      ['improvement report', sampleReport],
      ['scorecard', sampleScorecard],
    ])('the %s shows every figure as the report prints it', async (_, sample) => {
      const report = sample();
      const rows: (readonly string[])[] = [];
      readCsv(await convertedByLibreOffice(await renderXlsx(report), 'csv', AS_SHOWN), (row) =>
        rows.push(row),
      );
      const headings = rows.find(([first]) => first === 'Code') ?? [];
      const shown = new Map(rows.map((row) => [row[0], row]));
      const of = (code: string, heading: string) => shown.get(code)?.[headings.indexOf(heading)];
      for (const measure of report.measures) {
        const figures: [string, FigureCell][] = [
          ['Target', measure.target],
          ['Actual', measure.actual],
          ['Forecast target', measure.forecastTarget],
          ['Forecast', measure.forecast],
        ];
        for (const [heading, { display, format }] of figures) {
          const suffix = format?.suffix ?? '';
          const unit = suffix.slice(shownSuffix(suffix).length);
          expect(of(measure.code, heading)).toBe(display.slice(0, display.length - unit.length));
        }
        expect(of(measure.code, report.columns.status)).toContain(measure.status.label);
        expect(of(measure.code, report.columns.forecastStatus)).toContain(measure.forecastStatus.label);
        expect(of(measure.code, 'Direction of travel')).toBe(measure.direction.label);
      }
    });
  },
);
