import { grouped } from '../../domain/by-key.ts';
import { readFigures, readStanding, type Standing } from '../../store/read-standing.ts';
import { readTouched, type Touched } from '../../store/what-changed.ts';
import type { Known } from '../remembered/known-now.ts';

/** What is known of the measures of a scorecard, kept so that of a file of figures only those are read. */
export interface HeldStanding {
  targets: ReadonlyMap<string, Standing['targets']>;
  observations: ReadonlyMap<string, Standing['observations']>;
  statements: ReadonlyMap<string, Standing['statements']>;
}

/** Which measures are looked at, in which periods; those it is judged in are among them. */
interface LookedAt {
  measures: readonly string[];
  periods: readonly string[];
  judgedIn: readonly string[];
  /** Earlier periods that the charts of a few measures look at beside them. */
  further: ReadonlyMap<string, readonly string[]>;
}

export const heldStanding = ({ targets, observations, statements }: Standing): HeldStanding => ({
  targets: grouped(targets, ({ measure }) => measure),
  observations: grouped(observations, ({ measure }) => measure),
  statements: grouped(statements, ({ measure }) => measure),
});

/** What is held of a few. */
export function standingOf(held: HeldStanding, codes: readonly string[]): Standing {
  const of = <T>(all: ReadonlyMap<string, readonly T[]>) => codes.flatMap((code) => all.get(code) ?? []);
  return { targets: of(held.targets), observations: of(held.observations), statements: of(held.statements) };
}

/**
 * Some fifty thousand figures at once would keep everybody waiting while they are taken in; a scorecard as it is reported,
 * of sixty or fewer, is read in one question.
 */
const READ_AT_ONCE = 60;

export async function readHeldStanding(
  { store, authority }: Known,
  { measures, further, ...looked }: LookedAt,
): Promise<HeldStanding> {
  const parts: HeldStanding[] = [];
  const read = async (all: readonly string[], periods: readonly string[]) => {
    for (let from = 0; from < all.length; from += READ_AT_ONCE) {
      const some = all.slice(from, from + READ_AT_ONCE);
      parts.push(heldStanding(await readStanding(store, { authority, ...looked, measures: some, periods })));
    }
  };
  // Those that look back equally far are read together: most of them no further than all look.
  const alike = grouped(measures, (code) => further.get(code)?.join(' ') ?? '');
  for (const some of alike.values()) {
    await read(some, [...looked.periods, ...(further.get(some[0] ?? '') ?? [])]);
  }
  const all = <T>(of: (part: HeldStanding) => ReadonlyMap<string, T>) =>
    new Map(parts.flatMap((part) => [...of(part)]));
  return {
    targets: all(({ targets }) => targets),
    observations: all(({ observations }) => observations),
    statements: all(({ statements }) => statements),
  };
}

/**
 * What is held with what was written since: of a measure whose figures came in, only those of their periods are read
 * again. With what it was that was written; null where nothing was that is looked at.
 */
export async function renewedStanding(
  known: Known,
  held: HeldStanding,
  events: readonly string[],
  looked: LookedAt,
): Promise<{ held: HeldStanding; touched: Touched } | null> {
  const { store, authority } = known;
  const touched = await readTouched(store, authority, events, looked);
  const { anew, figures } = touched;
  if (anew.size + figures.size === 0) return null;
  const read = await readHeldStanding(known, { ...looked, measures: [...anew] });
  const withFresh = await withFigures(known, held.observations, figures, looked);
  const replaced = <T>(all: ReadonlyMap<string, readonly T[]>, by: ReadonlyMap<string, readonly T[]>) =>
    new Map([...all, ...[...anew].map((code) => [code, by.get(code) ?? []] as const)]);
  return {
    touched,
    held: {
      targets: replaced(held.targets, read.targets),
      observations: new Map([...replaced(held.observations, read.observations), ...withFresh]),
      statements: replaced(held.statements, read.statements),
    },
  };
}

/** The figures of the measures with those of some periods read again, a few measures at a time. */
async function withFigures(
  { store, authority, turn }: Known,
  held: HeldStanding['observations'],
  figures: Touched['figures'],
  { periods: looked, judgedIn, further }: LookedAt,
): Promise<Map<string, Standing['observations']>> {
  const periods = [...new Set([...figures.values()].flat())];
  const again = new Set(periods);
  const own = new Set(looked);
  const codes = [...figures.keys()];
  const found = new Map<string, Standing['observations']>();
  for (let from = 0; from < codes.length; from += READ_AT_ONCE) {
    if (from > 0) await turn();
    const measures = codes.slice(from, from + READ_AT_ONCE);
    const read = await readFigures(store, { authority, measures, periods, judgedIn });
    const fresh = grouped(
      read.filter(
        ({ measure, period }) => own.has(period) || further.get(measure)?.includes(period) === true,
      ),
      ({ measure }) => measure,
    );
    for (const code of measures) {
      const kept = held.get(code)?.filter(({ period }) => !again.has(period)) ?? [];
      found.set(code, [...kept, ...(fresh.get(code) ?? [])]);
    }
  }
  return found;
}
