import { readReport } from '../../../workflow/queries/read-report.ts';
import { Refused } from '../../../workflow/refused.ts';
import { periodAt } from '../../addresses.ts';
import { reportAnswer } from '../../report-answer.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';

const documents = /^(cabinet|pack)\.(html|pdf|docx)$/;

/** The cover report or the pack as it would be made now; nothing is kept. */
export async function coverDocument(asked: Asked): Promise<Answer> {
  const period = periodAt(asked.params.period ?? '');
  const [, kind, format = ''] = documents.exec(asked.params.name ?? '') ?? [];
  if (period === null || kind === undefined) return notFoundPage(asked);
  const question = {
    authority: asked.authority.code,
    period,
    scorecard: asked.query.get('scorecard') || null,
    asAt: null,
  };
  const document = kind === 'pack' ? 'pack' : 'cabinet';
  // What is overdue is so on the day of asking.
  const report = await readReport(asked.store, document, question, null, asked.now).catch(
    (error: unknown) => {
      if (error instanceof RangeError) throw new Refused('notNow', error.message);
      throw error;
    },
  );
  return (await reportAnswer(asked, format, report)) ?? notFoundPage(asked);
}
