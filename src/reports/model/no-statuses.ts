import { formatDate } from '../../domain/number/date.ts';
import type { Authority } from '../../domain/organisation/organisation.ts';
import type { Report } from './report.ts';
import { standardWording } from './wording.ts';

/** The parts of a report that judges no measures: no key, no basis, no figures. */
export function withoutStatuses(
  { code, name, language }: Authority,
  title: string,
  period: { code: string; label: string; end: string },
) {
  const endLabel = formatDate(period.end);
  return {
    authority: { code, name },
    language,
    period: { ...period, endLabel },
    runningHead: { authority: name, title, periodEnd: endLabel },
    asAt: null,
    edition: null,
    columns: standardWording.columns,
    scheme: { id: '', name: '', version: 0, key: [] },
    direction: { scheme: '', basisInWords: '' },
    sources: [],
    measures: [],
  } satisfies Partial<Report>;
}
