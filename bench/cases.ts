import type { Case } from './case.ts';

/** Every case by name; each is built only in the process that runs it. */
export const cases: Record<string, () => Promise<Case>> = {
  'pdf-25': () => pdf(25),
  'pdf-400': () => pdf(400),
  'chromium-25': () => chromium(25),
  'chromium-400': () => chromium(400),
  'word-400': async () => {
    const { renderDocx } = await import('../src/reports/render/docx/render-docx.ts');
    const report = await reportFor(400);
    return { warm: 1, times: 5, run: () => renderDocx(report) };
  },
  'excel-400': async () => {
    const { renderXlsx } = await import('../src/reports/render/xlsx/render-xlsx.ts');
    const report = await reportFor(400);
    return { warm: 1, times: 5, run: () => renderXlsx(report) };
  },
  'excel-400-exceljs': async () => (await import('./exceljs-report.ts')).writePeer(await reportFor(400)),
  statuses: async () => (await import('./statuses.ts')).statusCase(),
  'control-charts': async () => (await import('./control-charts.ts')).controlChartCase(),
  'chart-24-begun': async () => (await import('./charts.ts')).chartCase('begun'),
  'chart-24-begun-vega-lite': async () => (await import('./charts.ts')).vegaLiteCase('begun'),
  'chart-24-begun-echarts': async () => (await import('./charts.ts')).echartsCase('begun'),
  'chart-24-work': async () => (await import('./charts.ts')).chartCase('work'),
  'chart-24-work-vega-lite': async () => (await import('./charts.ts')).vegaLiteCase('work'),
  'chart-24-work-echarts': async () => (await import('./charts.ts')).echartsCase('work'),
  'small-multiples': async () => (await import('./charts.ts')).smallMultiplesCase(),
  'commentary-1000': async () => (await import('./commentary.ts')).commentaryCase(),
  'rows-xlsx': async () => (await import('./update-rows.ts')).importCase('xlsx'),
  'rows-csv': async () => (await import('./update-rows.ts')).importCase('csv'),
  'rows-xlsx-exceljs': async () => (await import('./exceljs-rows.ts')).wholeWorkbookCase(),
  'rows-xlsx-exceljs-stream': async () => (await import('./exceljs-rows.ts')).streamingCase(),
  'import-whole': async () => (await import('./whole-import.ts')).wholeImportCase(),
  'open-empty': async () => (await import('./opening.ts')).openingCase('empty'),
  'open-existing': async () => (await import('./opening.ts')).openingCase('existing'),
  'cold-report': coldReport,
};

async function reportFor(size: 25 | 400) {
  const { report25, report400 } = await import('./reports.ts');
  return size === 25 ? report25() : report400();
}

async function pdf(size: 25 | 400): Promise<Case> {
  const { renderPdf } = await import('../src/reports/render/pdf/render-pdf.ts');
  const { reworded } = await import('./reports.ts');
  const report = await reportFor(size);
  let number = 0;
  return {
    warm: 1,
    times: size === 25 ? 11 : 5,
    run: () => {
      number += 1;
      return renderPdf(reworded(report, number));
    },
  };
}

/** The peer: the same report's HTML printed by a browser that stays open. */
async function chromium(size: 25 | 400): Promise<Case> {
  const { renderHtml } = await import('../src/reports/render/html/render-html.ts');
  const { openBrowser } = await import('./browser.ts');
  const { bytes } = await renderHtml(await reportFor(size));
  const browser = await openBrowser(Buffer.from(bytes).toString('utf8'));
  return { warm: 1, times: size === 25 ? 11 : 5, ...browser };
}

/** `outturn report` as a person runs it: a new process, the embedded database started and stopped. */
async function coldReport(): Promise<Case> {
  const { OutturnProcess } = await import('./outturn-process.ts');
  const outturn = new OutturnProcess();
  outturn.run('demo');
  const words = ['--period', '2018-19/Q2', '--format', 'pdf', '--out', outturn.folder];
  return {
    warm: 1,
    times: 7,
    run: async () => outturn.run('report', 'improvement', ...words),
    peakMemory: () => outturn.peakMegabytes(),
    close: async () => outturn.remove(),
  };
}
