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
const facts = authority(
  [measure('A', { unit: { kind: 'percentage', decimals: 1 }, periodBasis: 'discrete' })],
  {
    targets: [target('A', '2018-19/Q2', '60')],
    observations: [share('2018-19/Q1', '40', '6', '15'), share('2018-19/Q2', '75', '12', '16')],
  },
);
const snapshot = snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null });
const report = scorecardReport(evaluate(snapshot, derby, presetDirection('tested')), standardWording);

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const pdfText = (bytes: Uint8Array) =>
  execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
const parts = (bytes: Uint8Array) => Object.values(unzipSync(bytes)).map(text).join('\n');

describe('a figure that rests on few cases', () => {
  it.each<[format: string, read: () => Promise<string>]>([
    ['HTML', async () => text((await renderHtml(report)).bytes)],
    ['Word', async () => parts((await renderDocx(report)).bytes)],
    ['Excel', async () => parts((await renderXlsx(report)).bytes)],
    ['CSV', async () => text((await renderCsv(report)).bytes)],
    ['JSON', async () => text((await renderJson(report)).bytes)],
  ])('is said to in %s, with its cases and what its direction was tested by', async (_format, read) =>
    expectSaid(await read()),
  );

  const noPoppler = popplerUnavailable();
  it.skipIf(noPoppler)(`is said to in PDF${noPoppler ? ` (skipped: ${noPoppler})` : ''}`, async () =>
    expectSaid(pdfText((await renderPdf(report)).bytes)),
  );

  function expectSaid(text: string) {
    const said = text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(said).toMatch(/12 of 16/);
    expect(said).toMatch(/small numbers/i);
    expect(said).toMatch(/Tested against the previous quarter/);
    expect(said).toContain('Improving');
  }
});
