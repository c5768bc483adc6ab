import { parsePeriod } from '../../domain/period/parse.ts';
import type { YearKind } from '../../domain/period/period.ts';
import type { Store } from '../../store/database.ts';
import { countByPeriod, type HeldForPeriod } from '../../store/read-periods.ts';
import { plannedRounds } from './rounds-calendar.ts';

/** Something that is recorded under the periods of one kind of year. */
export interface YearInUse {
  what: HeldForPeriod['what'] | 'planned_round';
  count: number;
  /** Codes of the first and the last of its periods. */
  first: string;
  last: string;
}

/** What is recorded under periods of a kind of year: all that would lose its neighbours if the kind were another. */
export async function yearInUse(
  db: Pick<Store, 'db'>,
  authority: string,
  yearKind: YearKind,
): Promise<YearInUse[]> {
  const held = await countByPeriod(db, authority);
  const planned = [...(await plannedRounds(db, authority)).keys()].map((period) => ({
    what: 'planned_round' as const,
    period,
    count: 1,
  }));
  const found = new Map<YearInUse['what'], YearInUse>();
  for (const { what, period, count } of [...held, ...planned]) {
    const read = parsePeriod(period);
    if (!('period' in read) || read.period.yearKind !== yearKind) continue;
    const before = found.get(what) ?? { what, count: 0, first: period, last: period };
    const [first = period, , last = period] = [before.first, period, before.last].sort();
    found.set(what, { what, count: before.count + count, first, last });
  }
  return [...found.values()];
}
