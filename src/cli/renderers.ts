import type { Renderer } from '../reports/model/report.ts';

/** Every format, loaded when asked for: Typst and the Office writers are large. */
export const RENDERERS: Record<string, () => Promise<Renderer>> = {
  html: async () => (await import('../reports/render/html/render-html.ts')).renderHtml,
  pdf: async () => (await import('../reports/render/pdf/render-pdf.ts')).renderPdf,
  docx: async () => (await import('../reports/render/docx/render-docx.ts')).renderDocx,
  xlsx: async () => (await import('../reports/render/xlsx/render-xlsx.ts')).renderXlsx,
  csv: async () => (await import('../reports/render/csv/render-csv.ts')).renderCsv,
  json: async () => (await import('../reports/render/json/render-json.ts')).renderJson,
};

/** All of them, loaded: what an edition is made in. */
export const allRenderers = async (): Promise<Record<string, Renderer>> =>
  Object.fromEntries(
    await Promise.all(Object.entries(RENDERERS).map(async ([format, load]) => [format, await load()])),
  );
