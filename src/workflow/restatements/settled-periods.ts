import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { isYearEnd } from '../../domain/period/relate.ts';
import { wasPublic } from '../../domain/round/edition.ts';
import { type RoundStanding, roundStanding } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { readEditions } from '../../store/editions.ts';
import { readAllRoundRecords } from '../../store/rounds.ts';

/** A period whose figures are settled: its round is frozen or published, or an edition of it is for everybody. */
export interface SettledPeriod {
  code: string;
  /** As people say it: `frozen`, `published`. */
  state: 'frozen' | 'published';
  /** null where it was published without a round. */
  round: RoundStanding | null;
}

export interface Periods {
  settled: ReadonlyMap<string, SettledPeriod>;
  /** Codes of those whose round still collects. */
  collecting: ReadonlySet<string>;
}

/** How far each period of an authority is. A period without a round and without an edition is in neither. */
export async function periodsSettled(
  db: Pick<Store, 'db'>,
  authority: string,
  now: string,
): Promise<Periods> {
  const settled = new Map<string, SettledPeriod>();
  const collecting = new Set<string>();
  for (const [code, records] of await readAllRoundRecords(db, authority)) {
    const round = roundStanding(records);
    if (round === null) continue;
    const { state } = round;
    if (state === 'frozen' || state === 'published') settled.set(code, { code, state, round });
    else collecting.add(code);
  }
  for (const edition of await readEditions(db, authority)) {
    const { period: code } = edition;
    if (settled.has(code) || collecting.has(code) || !wasPublic(edition, now)) continue;
    settled.set(code, { code, state: 'published', round: null });
  }
  return { settled, collecting };
}

/** The settled period that ends a year: what came out of the year was published with it. */
export function settledYearEnd({ settled }: Periods, year: string): SettledPeriod | null {
  for (const each of settled.values()) {
    const period: ReportingPeriod = periodOf(each.code);
    if (period.year === year && period.span !== 'year' && isYearEnd(period)) return each;
  }
  return null;
}
