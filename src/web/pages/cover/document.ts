import { readReport } from '../../../workflow/queries/read-report.ts';
import { Refused } from '../../../workflow/refused.ts';
import { periodAt } from '../../addresses.ts';
import type { Answer, Asked } from '../../route.ts';
import { frozenPagePolicy } from '../../security/headers.ts';
import { notFoundPage } from '../problem/problem.tsx';

const documents = /^(cabinet|pack)\.(html|pdf|docx)$/;

/** The cover report or the pack as it would be made now; nothing is kept. */
export async function coverDocument(asked: Asked): Promise<Answer> {
  const period = periodAt(asked.params.period ?? '');
  const named = documents.exec(asked.params.name ?? '');
  const load = asked.settings.renderers[named?.[2] ?? ''];
  if (period === null || named === null || load === undefined) return notFoundPage(asked);
  const question = {
    authority: asked.authority.code,
    period,
    scorecard: asked.query.get('scorecard') || null,
    asAt: null,
  };
  const report = await readReport(asked.store, named[1] === 'pack' ? 'pack' : 'cabinet', question).catch(
    (error: unknown) => {
      if (error instanceof RangeError) throw new Refused('notNow', error.message);
      throw error;
    },
  );
  const { name, mediaType, bytes } = await (await load())(report);
  if (named[2] !== 'html') return { kind: 'file', name, mediaType, bytes };
  return {
    kind: 'file',
    name,
    mediaType,
    bytes,
    inline: true,
    headers: { 'content-security-policy': frozenPagePolicy },
  };
}
