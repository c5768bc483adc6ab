import { parsePeriod } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { comparePeriods } from '../../domain/period/relate.ts';
import { type RoundState, type RoundVerb, stateAfter } from '../../domain/round/round.ts';
import type { Store } from '../../store/database.ts';
import { readFigurePeriods, readLastRoundVerbs } from '../../store/read-periods.ts';

/** A period that can be looked at. */
export interface ReadablePeriod {
  period: ReportingPeriod;
  /** State of its round; null where it never had one, as imported years do not. */
  round: RoundState | null;
}

/** The periods that have figures or a round, latest first; once there are rounds, only periods as long as theirs. */
export async function readablePeriods(
  db: Pick<Store, 'db'>,
  authority: string,
): Promise<readonly ReadablePeriod[]> {
  const [withFigures, verbs] = await Promise.all([
    readFigurePeriods(db, authority),
    readLastRoundVerbs(db, authority, Object.keys(stateAfter) as RoundVerb[]),
  ]);
  const found = [...new Set([...withFigures, ...verbs.keys()])].flatMap((code) => {
    const read = parsePeriod(code);
    const verb = verbs.get(code);
    const round = verb === undefined ? null : (stateAfter[verb] ?? null);
    return 'period' in read ? [{ period: read.period, round }] : [];
  });
  const spans = new Set(found.filter(({ round }) => round !== null).map(({ period }) => period.span));
  return found
    .filter(({ period }) => spans.size === 0 || spans.has(period.span))
    .sort((a, b) => comparePeriods(b.period, a.period));
}

/** The one that a reader is shown first: the latest whose figures are settled, else the latest that is not being collected. */
export function latestSettled(periods: readonly ReadablePeriod[]): ReadablePeriod | null {
  const isSettled = ({ round }: ReadablePeriod) => round === 'frozen' || round === 'published';
  return periods.find(isSettled) ?? periods.find(({ round }) => round === null) ?? periods[0] ?? null;
}
