import { parsePeriod } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { comparePeriods } from '../../domain/period/relate.ts';
import { type RoundState, type RoundVerb, stateAfter } from '../../domain/round/round.ts';
import { readFigurePeriods, readLastRoundVerbs } from '../../store/read-periods.ts';
import { readTouchedPeriods } from '../../store/what-changed.ts';
import type { Known } from '../remembered/known-now.ts';

/** A period that can be looked at. */
export interface ReadablePeriod {
  period: ReportingPeriod;
  /** State of its round; null where it never had one, as imported years do not. */
  round: RoundState | null;
}

/** The periods that have figures or a round, latest first; once there are rounds, only periods as long as theirs. */
export const readablePeriods = async (known: Known): Promise<readonly ReadablePeriod[]> =>
  (await heldPeriods(known)).readable;

interface Held {
  withFigures: readonly string[];
  readable: readonly ReadablePeriod[];
}

function heldPeriods({ store, authority, recall }: Known): Promise<Held> {
  const held = async (withFigures: readonly string[]): Promise<Held> => {
    const verbs = await readLastRoundVerbs(store, authority, Object.keys(stateAfter) as RoundVerb[]);
    return { withFigures, readable: readableAmong(withFigures, verbs) };
  };
  return recall({
    key: 'periods',
    of: ['figures', 'rounds'],
    work: async () => held(await readFigurePeriods(store, authority)),
    // None is ever removed: a period that has figures keeps having them.
    renew: async (before, events) => {
      const touched = await readTouchedPeriods(store, authority, events);
      const more = touched.filter((code) => !before.withFigures.includes(code));
      return more.length === 0 ? before : held([...before.withFigures, ...more]);
    },
  });
}

function readableAmong(
  withFigures: readonly string[],
  verbs: ReadonlyMap<string, RoundVerb>,
): readonly ReadablePeriod[] {
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
