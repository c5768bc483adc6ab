import type { Report } from '../../../reports/model/report.ts';
import { reportAnswer } from '../../report-answer.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** A report in the format that an address names; not found where there is no report or no such format. */
export async function reportFile(asked: Asked, report: Report | null): Promise<Answer> {
  const answer = report === null ? null : await reportAnswer(asked, asked.params.format ?? '', report);
  return answer ?? notFoundPage(asked);
}

export const formatNames: Readonly<Record<string, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  html: 'web page',
  csv: 'CSV',
  json: 'JSON',
};
