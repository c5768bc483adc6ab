import type { Recorded } from '../domain/facts.ts';
import type { MeasureVersion } from '../domain/measure/measure.ts';
import { formatDate } from '../domain/number/date.ts';
import { dayIn } from '../domain/period/of-day.ts';
import type { RecordedBy } from '../store/read-set-up-history.ts';
import type { SetUp } from '../workflow/queries/set-up.ts';
import { ALWAYS } from '../workflow/set-up/beginning.ts';

/** What a list says of a measure. */
export const summaryOf = (version: MeasureVersion, { responsibilities }: SetUp) => ({
  code: version.code,
  title: version.title,
  aliases: version.aliases,
  directorate: version.directorate,
  service: version.service,
  unit: version.unit,
  polarity: version.polarity,
  frequency: version.frequency,
  periodBasis: version.periodBasis,
  kind: version.kind,
  owner: responsibilities.get(version.code)?.owner ?? null,
  retiredAfter: version.retiredAfter,
});

type Entry = Recorded<MeasureVersion> & RecordedBy;
export type HistoryEntry = ReturnType<typeof definitionHistory>[number];

/** Each thing recorded of a measure, with the fields in which it differs from what held before for the same day. */
export const definitionHistory = (entries: readonly Entry[]) =>
  entries.map((entry, index) => {
    const { code, validFrom, recordedAt, by, ...content } = entry;
    const earlier = entries.slice(0, index).filter((one) => one.validFrom <= validFrom);
    const begins = earlier.sort((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1)?.validFrom;
    const before = earlier.findLast((one) => one.validFrom === begins);
    const changed = before === undefined ? [] : differing(content, before);
    return { validFrom: validFrom === ALWAYS ? null : validFrom, recordedAt, by, changed, ...content };
  });

/** Names of fields; those of the definition sheet one by one. */
function differing(now: Partial<MeasureVersion>, before: MeasureVersion): string[] {
  const flat = (version: Partial<MeasureVersion>): Record<string, unknown> => {
    const { definition, confidence, ...rest } = version;
    return { ...rest, ...definition };
  };
  const [a, b] = [flat(now), flat(before)];
  return Object.keys({ ...a, ...b }).filter(
    (key) =>
      !['code', 'validFrom', 'recordedAt', 'by'].includes(key) &&
      JSON.stringify(a[key]) !== JSON.stringify(b[key]),
  );
}

/** @example "2018-11-01, judith.shah: title changed, from 01-Apr-2018. Agreed by the board" */
export function historyLine({ validFrom, recordedAt, by, changed }: HistoryEntry, timeZone: string): string {
  const from = validFrom === null ? '' : `, from ${formatDate(validFrom)}`;
  const what = changed.length === 0 ? 'recorded' : `${changed.join(', ')} changed`;
  const reason = by?.reason ? `. ${by.reason}` : '';
  return `${formatDate(dayIn(recordedAt, timeZone))}, ${by?.actor ?? 'nobody named'}: ${what}${from}${reason}`;
}
