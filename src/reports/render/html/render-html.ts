import { renderToString } from 'preact-render-to-string';
import type { Renderer } from '../../model/report.ts';
import { page } from './page.tsx';

/** A report as one accessible HTML file that needs nothing beside it: no script, no font, no request. */
export const renderHtml: Renderer = async (report) => ({
  name: `${report.fileStem}.html`,
  mediaType: 'text/html; charset=utf-8',
  bytes: new TextEncoder().encode(`<!DOCTYPE html>\n${renderToString(page(report))}\n`),
});
