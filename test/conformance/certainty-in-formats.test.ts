import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { presetDirection } from '../../src/domain/direction/presets.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import { snapshotOf } from '../../src/domain/snapshot.ts';
import { derby } from '../../src/domain/status/presets/derby.ts';
import { scorecardReport } from '../../src/reports/model/scorecard-report.ts';
import { standardWording } from '../../src/reports/model/wording.ts';
import { renderCsv } from '../../src/reports/render/csv/render-csv.ts';
import { renderDocx } from '../../src/reports/render/docx/render-docx.ts';
import { renderHtml } from '../../src/reports/render/html/render-html.ts';
import { renderJson } from '../../src/reports/render/json/render-json.ts';
import { renderPdf } from '../../src/reports/render/pdf/render-pdf.ts';
import { renderXlsx } from '../../src/reports/render/xlsx/render-xlsx.ts';
import { authority, measure, observation, target } from '../fixtures/small-authority.ts';
import { popplerUnavailable } from '../tools/poppler/poppler.ts';

const share = (period: string, value: string, numerator: string, denominator: string) => ({
  ...observation('A', period, 'actual', value),
  numerator,
  denominator,
});
/** One percentage of so many cases, as the whole scorecard's report. */
function reportOf(value: string, numerator: string, denominator: string) {
  const facts = authority(
    [measure('A', { unit: { kind: 'percentage', decimals: 1 }, periodBasis: 'discrete' })],
    {
      targets: [target('A', '2018-19/Q2', '60')],
      observations: [
        share('2018-19/Q1', '40', '6', '15'),
        share('2018-19/Q2', value, numerator, denominator),
      ],
    },
  );
  const snapshot = snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null });
  return scorecardReport(evaluate(snapshot, derby, presetDirection('tested')), standardWording);
}
const few = reportOf('75', '12', '16');
// Red begins below 57.0; 570 of 1,000 is still Amber, and one case fewer is not.
const close = reportOf('57', '570', '1000');

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const pdfText = (bytes: Uint8Array) =>
  execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
const parts = (bytes: Uint8Array) => Object.values(unzipSync(bytes)).map(text).join('\n');

const formats: [format: string, read: (report: typeof few) => Promise<string>][] = [
  ['HTML', async (report) => text((await renderHtml(report)).bytes)],
  ['Word', async (report) => parts((await renderDocx(report)).bytes)],
  ['Excel', async (report) => parts((await renderXlsx(report)).bytes)],
  ['CSV', async (report) => text((await renderCsv(report)).bytes)],
  ['JSON', async (report) => text((await renderJson(report)).bytes)],
];
const noPoppler = popplerUnavailable();
const inPdf = async (report: typeof few) => pdfText((await renderPdf(report)).bytes);
const plain = (read: string) => read.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
const skipped = noPoppler ? ` (skipped: ${noPoppler})` : '';

describe('a figure that rests on few cases', () => {
  it.each(formats)('is said to in %s, with its cases and what its direction was tested by', async (_, read) =>
    expectSaid(await read(few)),
  );
  it.skipIf(noPoppler)(`is said to in PDF${skipped}`, async () => expectSaid(await inPdf(few)));

  function expectSaid(read: string) {
    const said = plain(read);
    expect(said).toMatch(/12 of 16/);
    expect(said).toMatch(/small numbers/i);
    expect(said).toMatch(/Tested against the previous quarter/);
    expect(said).toContain('Improving');
  }
});

describe('a status that could easily have been another', () => {
  it.each(formats)('says so in %s', async (_, read) => expectSaid(await read(close)));
  it.skipIf(noPoppler)(`says so in PDF${skipped}`, async () => expectSaid(await inPdf(close)));

  function expectSaid(read: string) {
    const said = plain(read);
    expect(said).toMatch(/anything lower would be Red/i);
    expect(said).toMatch(/one case fewer(?:: Red| would have made it Red)/i);
    expect(said).not.toMatch(/small numbers/i);
  }
});
