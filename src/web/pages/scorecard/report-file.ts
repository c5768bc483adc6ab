import { frozenFile } from '../../../workflow/queries/editions.ts';
import { periodAddress, periodAt } from '../../addresses.ts';
import { viewAsked } from '../../as-known.ts';
import { noSuchView } from '../../no-such-view.tsx';
import { pastReportAnswer } from '../../past-report.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';

const file = /^(scorecard|improvement)\.([a-z]{3,4})$/;

/**
 * `/scorecard/:period/files/:name`: the scorecard or its exceptions as known on a past day (`?as-at=`), or of what was
 * published (`?as=published`) the very bytes.
 */
export async function scorecardFile(asked: Asked): Promise<Answer> {
  const { params, query, authority, store } = asked;
  const period = periodAt(params.period ?? '');
  const [, kind, format = ''] = file.exec(params.name ?? '') ?? [];
  if (period === null || (kind !== 'scorecard' && kind !== 'improvement')) return notFoundPage(asked);
  const scorecard = query.get('scorecard') || null;
  const here = new URLSearchParams(scorecard === null ? {} : { scorecard });
  const page = `/scorecard/${periodAddress(period.code)}`;
  const back = (more: URLSearchParams) => `${page}${more.size === 0 ? '' : `?${more}`}`;
  const viewed = await viewAsked(asked, { period: period.code, scorecard, measure: null });
  if ('problem' in viewed) return noSuchView(asked, viewed, back(here));
  const { as } = viewed;
  if (as.kind === 'now') return notFoundPage(asked);
  if (as.kind === 'published') {
    const { id, report } = as.edition;
    const name = report === kind ? await frozenFile(store, authority.code, id, format) : null;
    return name === null ? notFoundPage(asked) : { kind: 'redirect', to: `/published/${id}/files/${name}` };
  }
  const asAt = query.get('as-at') ?? '';
  const answer = await pastReportAnswer(asked, {
    kind,
    format,
    period,
    scorecard,
    at: as.at,
    back: back(new URLSearchParams([...here, ['as-at', asAt]])),
  });
  if (answer !== null) return answer;
  if (!Object.hasOwn(asked.settings.renderers, format)) return notFoundPage(asked);
  const problem = 'There was no such scorecard on that day. Choose a later one';
  return noSuchView(asked, { problem, typed: asAt }, back(here));
}
