import { describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../test/fixtures/sample-report.ts';
import type { Correction, Corrections } from '../../domain/restatement/corrections.ts';
import { renderCsv } from '../render/csv/render-csv.ts';
import { renderHtml } from '../render/html/render-html.ts';
import { renderJson } from '../render/json/render-json.ts';
import { workbookOf } from '../render/xlsx/render-xlsx.ts';
import { withCorrections } from './corrections.ts';

const edition = {
  id: '018f0000-0000-7000-8000-000000000000',
  name: 'Edition 1',
  title: 'Improvement Report',
  period: '2018-19/Q1',
  periodLabel: 'Quarter 1, 2018-19',
};
const [first] = sampleReport().measures;
const item: Correction = {
  measure: first!.code,
  title: first!.title,
  directorate: first!.directorate,
  period: '2018-19/Q1',
  periodLabel: 'Quarter 1, 2018-19',
  figure: 'actual',
  change: 'restated',
  was: '38 cases',
  is: '31 cases',
  statusWas: 'Red',
  statusIs: 'Amber',
  why: 'Error in the source: counted twice',
  by: 'Performance Officer',
  on: '2018-09-05',
};
const corrected: Corrections = { edition, items: [item] };
const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);

describe.each([
  ['improvement report', sampleReport],
  ['scorecard', sampleScorecard],
])('corrections in an %s', (_, sample) => {
  const report = withCorrections(sample(), corrected);

  it('stand before the measures, with all that was said', async () => {
    const html = textOf(await renderHtml(report));
    for (const said of [
      '38 cases',
      '31 cases',
      'Red becomes Amber',
      'counted twice. Performance Officer, 05-Sep-2018',
    ])
      expect(html).toContain(said);
    const at = report.blocks.findIndex(
      (block) => block.type === 'heading' && block.id === 'published-corrections',
    );
    const measures = report.blocks.findIndex(
      (block) => block.type === 'table' && block.table.layout === 'measures',
    );
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(measures);
  });

  it('are records in JSON, a sheet in Excel, and a cell of the measure in CSV', async () => {
    const { corrections } = JSON.parse(textOf(await renderJson(report)));
    expect(corrections.edition).toEqual(edition);
    expect(corrections.items).toMatchObject([{ code: item.measure, was: '38 cases', is: '31 cases' }]);
    expect(workbookOf(report).sheets.map(({ name }) => name)).toContain('Corrections');
    const lines = textOf(await renderCsv(report)).split('\r\n');
    if (report.measures.some(({ code }) => code === item.measure)) {
      expect(lines.filter((line) => line.includes('actual 2018-19/Q1: 31 cases, was 38 cases'))).toHaveLength(
        1,
      );
    }
  });

  it('are one sentence where there are none, and nothing where nothing was published', () => {
    const none = withCorrections(sample(), { edition, items: [] });
    const more = none.blocks.filter(
      (block) => !sample().blocks.some((one) => JSON.stringify(one) === JSON.stringify(block)),
    );
    expect(more).toEqual([
      {
        type: 'paragraph',
        role: 'note',
        text: 'No figure in edition 1 of Improvement Report, Quarter 1, 2018-19 has been corrected since it was published.',
      },
    ]);
    expect(workbookOf(none).sheets.map(({ name }) => name)).not.toContain('Corrections');
    expect(withCorrections(sample(), null)).toEqual(sample());
  });
});
