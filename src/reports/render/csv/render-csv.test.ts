import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import { readCsv } from '../../../formats/csv.ts';
import { CSV_COLUMNS } from './columns.ts';
import { renderCsv, renderCsvExact } from './render-csv.ts';

function records(bytes: Uint8Array): Record<string, string>[] {
  const rows: (readonly string[])[] = [];
  readCsv(bytes, (record) => rows.push(record));
  const [headings = [], ...rest] = rows;
  return rest.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])));
}

const byCode = async (code: string) =>
  records((await renderCsv(sampleReport())).bytes).find((record) => record.code === code)!;

describe('renderCsv', () => {
  it('has one row a measure, in the order of the report', async () => {
    const file = await renderCsv(sampleScorecard());
    expect(file.name).toBe('borchester-scorecard-2018-19-Q2.csv');
    expect(records(file.bytes).map(({ code }) => code)).toEqual(
      sampleScorecard().measures.map(({ code }) => code),
    );
  });

  it('writes numbers exactly and without dress', async () => {
    expect(await byCode('RES 11')).toMatchObject({
      target: '60000',
      actual: '51300',
      variance_percent: '-14.50',
    });
    expect(await byCode('RES 09')).toMatchObject({ actual: '-0.2', target: '0.5' });
  });

  it('writes dates and steps as text', async () => {
    expect(await byCode('RES 14')).toMatchObject({ target: '2018-09-30', forecast: '2019-03-31' });
    expect(await byCode('RES M03')).toMatchObject({ actual: 'Minor slippage' });
  });

  it('says why a figure is missing, in a column of its own', async () => {
    expect(await byCode('RES 14')).toMatchObject({
      actual: '',
      actual_missing: 'awaited',
      status_code: 'awaited',
    });
    expect(await byCode('RES M03')).toMatchObject({
      forecast: '',
      forecast_missing: 'unusable',
      figure_notes: 'forecast: no usable forecast (source: 2.0)',
    });
  });

  it('has the parts of an actual for which a page has no room', async () => {
    expect((await byCode('HN 04')).figure_notes).toMatch(
      /^actual: by ward: Abbey and Castle 4; .*; St Ann’s 2$/,
    );
  });

  it('makes text harmless for people and keeps it exact for programs', async () => {
    expect((await byCode('RES 09')).context).toMatch(/^'=SUM is not a formula here/);
    const exact = await renderCsvExact(sampleReport());
    const measure = records(exact.bytes).find(({ code }) => code === 'RES 09')!;
    expect(measure.context).toMatch(/^=SUM is not a formula here/);
    expect(exact.name).toBe('borchester-improvement-report-2018-19-Q2.exact.csv');
  });

  it('begins with a byte order mark for people only', async () => {
    expect([...(await renderCsv(sampleReport())).bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect([...(await renderCsvExact(sampleReport())).bytes.slice(0, 3)]).not.toEqual([0xef, 0xbb, 0xbf]);
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = await Promise.all([renderCsv(sampleReport()), renderCsv(sampleReport())]);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it('has every column described in docs/report-csv.md, and no other', () => {
    const page = readFileSync(new URL('../../../../docs/report-csv.md', import.meta.url), 'utf8');
    const described = page
      .slice(0, page.indexOf('The codes of reasons'))
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(described).toEqual(CSV_COLUMNS.map(({ heading }) => heading));
  });
});
