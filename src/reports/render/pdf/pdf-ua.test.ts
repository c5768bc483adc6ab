import { afterAll, describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import { written } from '../../../../test/tools/poppler/poppler.ts';
import { checkPdfUa, missingTool } from '../../../../test/tools/verapdf/check-pdf-ua.ts';
import type { Report, Sparkline, TextTree } from '../../model/report.ts';
import { renderPdf } from './render-pdf.ts';
import { stopTypesetting } from './typesetting-worker.ts';

const missing = await missingTool();
if (missing && process.env.CI) throw new Error(missing);

afterAll(stopTypesetting);

describe.skipIf(missing)(`PDF/UA-1, by veraPDF${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('holds for the report, the scorecard, a report of nothing, and awkward ones', async () => {
    const reports = [sampleReport(), sampleScorecard(), withoutExceptions(), bare(), withChart(), long()];
    const files = await Promise.all(reports.map(renderPdf));
    const results = await written(
      files.map((file) => file.bytes),
      async (...paths) => checkPdfUa(paths),
    );
    if ('unavailable' in results) throw new Error(results.unavailable);
    expect(results.map(({ compliant, failures }) => ({ compliant, failures }))).toEqual(
      reports.map(() => ({ compliant: true, failures: [] })),
    );
    // A checker that looked at nothing would find nothing wrong.
    expect(results[0]!.checks).toBeGreaterThan(10_000);
  });

  it('is told apart from what is no such file', async () => {
    const { bytes } = await renderPdf(sampleScorecard());
    const untagged = Buffer.from(bytes).toString('latin1').replaceAll('pdfuaid:part', 'pdfuaix:part');
    const results = await written(Buffer.from(untagged, 'latin1'), (path) => checkPdfUa([path]));
    expect(results).toMatchObject([{ compliant: false }]);
  });
});

function withoutExceptions(): Report {
  const report = sampleReport();
  const blocks = report.blocks.map((block) =>
    block.type === 'table' ? { ...block, table: { ...block.table, rows: [] } } : block,
  );
  return { ...report, blocks, measures: [] };
}

function bare(): Report {
  return { ...sampleReport(), blocks: [], measures: [] };
}

/** A chart of its own, and measures that stand under no section. */
function withChart(): Report {
  const report = sampleScorecard();
  const chart: Sparkline = report.measures[0]!.recent;
  const tables = report.blocks.filter((block) => block.type === 'table' && block.table.layout === 'measures');
  return { ...report, blocks: [{ type: 'chart', chart }, ...tables.slice(0, 1)] };
}

/** Rows that run over pages, with every kind of text that a PDF may hold. */
function long(): Report {
  const report = sampleReport();
  const text = 'Łódź שלום مرحبا 😀 日本 #read("/etc/passwd") $x$ '.repeat(60);
  const tree: TextTree = [
    { type: 'p', children: [{ type: 'text', text }] },
    {
      type: 'ul',
      items: [[{ type: 'p', children: [{ type: 'strong', children: [{ type: 'text', text }] }] }]],
    },
  ];
  const blocks = report.blocks.map((block) => {
    if (block.type !== 'table') return block;
    const rows = block.table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.type === 'commentary' ? { ...cell, tree } : cell)),
    }));
    return { ...block, table: { ...block.table, rows } };
  });
  return { ...report, blocks };
}
