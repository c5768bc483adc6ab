import type { RenderedFile, Renderer, Report } from '../reports/model/report.ts';

/** Renders one report in several formats; renderers arrive as arguments, so that this knows no format. */
export async function renderAll(
  report: Report,
  renderers: readonly Renderer[],
  onFile: (file: RenderedFile) => void,
): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [];
  for (const render of renderers) {
    const file = await render(report);
    onFile(file);
    files.push(file);
  }
  return files;
}
