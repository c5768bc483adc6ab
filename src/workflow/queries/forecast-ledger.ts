import { setImmediate } from 'node:timers/promises';
import type { Facts } from '../../domain/facts.ts';
import type { PastForecast } from '../../domain/forecast-ledger/came-true.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { type MeasureLedger, measureLedger, pastOf } from '../../domain/measure-ledger.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { periodsIn } from '../../domain/period/relate.ts';
import type { Store } from '../../store/database.ts';
import { readFacts } from '../../store/read-facts.ts';
import { readForecastHistory } from '../../store/read-history.ts';
import { readTouchedMeasures } from '../../store/what-changed.ts';
import type { Known } from '../remembered/known-now.ts';
import { factsByMeasure } from './evaluate-update.ts';
import { latestSettled, readablePeriods } from './readable-periods.ts';
import { type SchemesInForce, schemesByDay, schemesKnown } from './schemes-in-force.ts';
import { setUpKnown } from './set-up-now.ts';

export type { RecordedFigure } from '../../store/read-history.ts';

/** The ledger of one measure, with whose it is. */
export interface LedgerLine {
  version: MeasureVersion;
  ledger: MeasureLedger;
  past: readonly PastForecast[];
  directorate: { code: string; name: string };
  /** The person who answers for it, else the post; `id` is '' where neither is named. */
  owner: { id: string; name: string };
}

export interface LedgersView {
  /** The latest period that is settled: the year that goes on is looked at from its end. */
  period: ReportingPeriod;
  /** By code; measures that ended and were never forecast are left out. */
  lines: readonly LedgerLine[];
}

interface Kept {
  byMeasure: ReadonlyMap<string, MeasureLedger>;
  periods: readonly string[];
}

/** Every measure's ledger as now known; null before the first figures. */
export async function readLedgers(known: Known, today: string): Promise<LedgersView | null> {
  const period = latestSettled(await readablePeriods(known))?.period;
  if (period === undefined) return null;
  const kept = await known.recall<Kept>({
    // A year is over from one day to the next.
    key: `forecast ledger ${period.code} ${today}`,
    of: ['figures', 'setUp'],
    many: true,
    work: async () => keptOf(known, period, today, null),
    renew: (before, events) => renewed(known, period, today, before, events),
  });
  const setUp = setUpKnown(known);
  const [versions, units, responsibilities, people] = await Promise.all([
    setUp.versions(null),
    setUp.units(),
    setUp.responsibilities(null),
    setUp.people(),
  ]);
  const lines = [...kept.byMeasure.values()].flatMap((ledger): LedgerLine[] => {
    const version =
      ledger.outlook?.measure.snapshot.version ?? versions.findLast(({ code }) => code === ledger.code);
    if (version === undefined || (ledger.outlook === null && ledger.entries.length === 0)) return [];
    const person = responsibilities.get(ledger.code)?.owner ?? null;
    const post = version.owner ?? '';
    return [
      {
        version,
        ledger,
        past: pastOf(ledger),
        directorate: {
          code: version.directorate,
          name: units.findLast(({ code }) => code === version.directorate)?.name ?? version.directorate,
        },
        owner:
          person === null
            ? { id: post, name: post }
            : { id: person, name: people.find(({ id }) => id === person)?.name ?? person },
      },
    ];
  });
  return { period, lines: lines.sort((a, b) => (a.version.code < b.version.code ? -1 : 1)) };
}

/** One measure's own; null where there is none of it. */
export async function readLedger(known: Known, today: string, code: string) {
  const view = await readLedgers(known, today);
  const line = view?.lines.find((one) => one.version.code === code);
  if (view === null || line === undefined) return null;
  return { view, line, given: await readForecastHistory(known.store, known.authority, code) };
}

/** The same of some measures, as known at a moment: for a report, which is made of what was known. */
export async function ledgersAsAt(
  store: Store,
  authority: string,
  { period, today, asAt, measures }: LedgersQuestion,
): Promise<MeasureLedger[]> {
  const facts = await readFacts(store, {
    authority,
    measures,
    withoutTexts: true,
    ...(asAt === null ? {} : { asAt }),
  });
  return [...(await ledgersFrom(facts, period, today, await schemesByDay(store, facts.authority))).values()];
}

export interface LedgersQuestion {
  period: ReportingPeriod;
  today: string;
  asAt: string | null;
  measures: readonly string[];
}

async function keptOf(
  known: Known,
  period: ReportingPeriod,
  today: string,
  measures: readonly string[] | null,
): Promise<Kept> {
  const { store, authority } = known;
  const facts = await readFacts(store, {
    authority,
    withoutTexts: true,
    ...(measures === null ? {} : { measures }),
  });
  const years = new Set([...facts.observations, ...facts.targets].map((each) => each.period.split('/')[0]));
  return {
    byMeasure: await ledgersFrom(facts, period, today, await schemesKnown(known)),
    periods: [...years].flatMap((year = '') =>
      (['month', 'quarter', 'half', 'year'] as const).flatMap((span) =>
        periodsIn(year, span).map(({ code }) => code),
      ),
    ),
  };
}

/** Only the measures of which something was written. */
async function renewed(
  known: Known,
  period: ReportingPeriod,
  today: string,
  before: Kept,
  events: readonly string[],
): Promise<Kept> {
  const touched = await readTouchedMeasures(known.store, known.authority, events, before.periods);
  if (touched.length === 0) return before;
  const again = await keptOf(known, period, today, touched);
  return {
    byMeasure: new Map([...before.byMeasure, ...again.byMeasure]),
    periods: [...new Set([...before.periods, ...again.periods])],
  };
}

/** Some milliseconds of work: nobody else's page waits longer for its turn. */
const AT_ONCE = 4;

async function ledgersFrom(
  facts: Facts,
  period: ReportingPeriod,
  today: string,
  schemes: (day: string) => SchemesInForce,
): Promise<Map<string, MeasureLedger>> {
  const of = factsByMeasure(facts, period.end);
  const found = new Map<string, MeasureLedger>();
  for (const [index, code] of [...new Set(facts.measures.map((one) => one.code))].entries()) {
    if (index > 0 && index % AT_ONCE === 0) await setImmediate();
    found.set(code, measureLedger(of(code), { period, today, schemes }));
  }
  return found;
}
