import { readReport } from '../../../workflow/queries/read-report.ts';
import { Refused } from '../../../workflow/refused.ts';
import { periodAddress, periodAt } from '../../addresses.ts';
import { viewAsked } from '../../as-known.ts';
import { noSuchView } from '../../no-such-view.tsx';
import { pastReportAnswer } from '../../past-report.ts';
import { reportAnswer } from '../../report-answer.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** A pack has no rows of its own. */
const documents = /^(?:(cabinet)\.(html|pdf|docx|xlsx|csv|json)|(pack)\.(html|pdf|docx))$/;

/** The cover report or the pack as it would be made now, or as known on a past day (`?as-at=`); nothing is kept. */
export async function coverDocument(asked: Asked): Promise<Answer> {
  const period = periodAt(asked.params.period ?? '');
  const [, cabinet, ofCabinet, pack, ofPack] = documents.exec(asked.params.name ?? '') ?? [];
  const kind = cabinet ?? pack;
  const format = ofCabinet ?? ofPack ?? '';
  if (period === null || kind === undefined) return notFoundPage(asked);
  const document = kind === 'pack' ? 'pack' : 'cabinet';
  const scorecard = asked.query.get('scorecard') || null;
  const back = `/cover/${periodAddress(period.code)}`;
  const viewed = asked.query.has('as-at')
    ? await viewAsked(asked, { period: period.code, scorecard, measure: null })
    : null;
  if (viewed !== null && 'problem' in viewed) return noSuchView(asked, viewed, back);
  if (viewed?.as.kind === 'asAt') {
    const past = { kind: document, format, period, scorecard, at: viewed.as.at, back } as const;
    return (await pastReportAnswer(asked, past)) ?? notFoundPage(asked);
  }
  const question = {
    authority: asked.authority.code,
    period,
    scorecard,
    asAt: null,
  };
  // What is overdue is so on the day of asking.
  const report = await readReport(asked.store, document, question, null, asked.now).catch(
    (error: unknown) => {
      if (error instanceof RangeError) throw new Refused('notNow', error.message);
      throw error;
    },
  );
  return (await reportAnswer(asked, format, report)) ?? notFoundPage(asked);
}
