import type { Report } from '../../../reports/model/report.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** A report in the format that an address names; not found where there is no report or no such format. */
export async function reportFile(asked: Asked, report: Report | null): Promise<Answer> {
  const { format = '' } = asked.params;
  const renderers = asked.settings.renderers;
  const load = Object.hasOwn(renderers, format) ? renderers[format] : undefined;
  if (report === null || load === undefined) return notFoundPage(asked);
  const { name, mediaType, bytes } = await (await load())(report);
  return { kind: 'file', name, mediaType, bytes };
}

export const formatNames: Readonly<Record<string, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  html: 'web page',
  csv: 'CSV',
  json: 'JSON',
};
