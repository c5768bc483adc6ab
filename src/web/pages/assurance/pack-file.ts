import { packedSample } from '../../../workflow/queries/pack-sample.ts';
import { actingFor } from '../../acting.ts';
import { reportAnswer } from '../../report-answer.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** The sample as a document: a page, a PDF or a Word file. */
export async function packFile(asked: Asked): Promise<Answer> {
  const format = /^pack\.(html|pdf|docx)$/.exec(asked.params.name ?? '')?.[1];
  if (format === undefined) return notFoundPage(asked);
  const report = await packedSample(asked.store, actingFor(asked), asked.params.sample ?? '');
  const answer = report === null ? null : await reportAnswer(asked, format, report);
  return answer ?? notFoundPage(asked);
}
