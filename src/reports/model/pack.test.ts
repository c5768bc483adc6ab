import { afterAll, describe, expect, it } from 'vitest';
import { written } from '../../../test/tools/poppler/poppler.ts';
import { checkPdfUa, missingTool } from '../../../test/tools/verapdf/check-pdf-ua.ts';
import { evaluateDemo } from '../../demo/evaluate-demo.ts';
import { noCoverWords } from '../../domain/commentary/cover.ts';
import { renderHtml } from '../render/html/render-html.ts';
import { renderPdf } from '../render/pdf/render-pdf.ts';
import { stopTypesetting } from '../render/pdf/typesetting-worker.ts';
import { coverReport } from './cover/cover-report.ts';
import { improvementReport } from './improvement-report.ts';
import { packOf } from './pack.ts';
import { scorecardReport } from './scorecard-report.ts';
import { standardWording } from './wording.ts';

const missing = await missingTool();
if (missing && process.env.CI) throw new Error(missing);
afterAll(stopTypesetting);

const evaluation = evaluateDemo();
const inputs = { evaluation, before: null, lastYear: null, words: noCoverWords, due: null };
const pack = packOf('Committee pack', 'pack', [
  { id: 'cover', title: 'Cover report', report: coverReport(inputs, standardWording) },
  { id: 'scorecard', title: 'Scorecard', report: scorecardReport(evaluation, standardWording) },
  { id: 'improvement', title: 'Improvement report', report: improvementReport(evaluation, standardWording) },
]);

describe('a committee pack', () => {
  it('holds every row of its reports, under contents that name each part and section once', () => {
    const rowsOf = (blocks: typeof pack.blocks) =>
      blocks.reduce((sum, block) => sum + (block.type === 'table' ? block.table.rows.length : 0), 0);
    const key = evaluation.scheme.outcomes.length;
    const parts = [
      coverReport(inputs, standardWording),
      scorecardReport(evaluation, standardWording),
      improvementReport(evaluation, standardWording),
    ];
    const all = parts.reduce((sum, { blocks }) => sum + rowsOf(blocks), 0);
    // The key to the statuses stands in the first part alone.
    expect(rowsOf(pack.blocks)).toBe(all - 2 * key);
    const [contents] = pack.blocks;
    const entries = contents?.type === 'contents' ? contents.entries : [];
    expect(entries.filter(({ level }) => level === 2).map(({ text }) => text)).toEqual([
      'Cover report',
      'Scorecard',
      'Improvement report',
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it('has no id twice, and every entry of its contents leads to a heading', async () => {
    const html = new TextDecoder().decode((await renderHtml(pack)).bytes);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const [contents] = pack.blocks;
    for (const { id } of contents?.type === 'contents' ? contents.entries : []) expect(ids).toContain(id);
    // One list of contents, not a second that the page makes of its own.
    expect(html.match(/id="report-contents"/g)).toHaveLength(1);
  });

  it.skipIf(missing)(`is PDF/UA-1${missing ? ` (skipped: ${missing})` : ''}`, async () => {
    const { bytes } = await renderPdf(pack);
    const results = await written(bytes, (path) => checkPdfUa([path]));
    if ('unavailable' in results) throw new Error(results.unavailable);
    expect(results).toMatchObject([{ compliant: true, failures: [] }]);
  });
});
