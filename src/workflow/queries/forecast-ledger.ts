import { setTimeout } from 'node:timers/promises';
import type { PastForecast } from '../../domain/forecast-ledger/came-true.ts';
import { ledgerSince } from '../../domain/ledger-window.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { type MeasureLedger, pastOf } from '../../domain/measure-ledger.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { readFacts } from '../../store/read-facts.ts';
import { readForecastHistory } from '../../store/read-history.ts';
import { readTouchedMeasures } from '../../store/what-changed.ts';
import type { Known } from '../remembered/known-now.ts';
import { nextTurn } from '../remembered/turns.ts';
import { type LateYears, lateYearsKnown, ledgersFrom, ledgersOf } from './ledgers-of.ts';
import { latestSettled, readablePeriods } from './readable-periods.ts';
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
  /** The first year whose forecasts are counted. */
  since: string;
  /** By code; measures that ended and were never forecast are left out. */
  lines: readonly LedgerLine[];
}

type Ledgers = ReadonlyMap<string, MeasureLedger>;

/** Every measure's ledger as now known; null before the first figures. */
export async function readLedgers(known: Known, today: string): Promise<LedgersView | null> {
  const period = await latestPeriod(known);
  if (period === null) return null;
  return {
    period,
    since: ledgerSince(period),
    lines: await linesOf(known, await ledgersKnown(known, period, today)),
  };
}

/** Works the ledgers out before anybody asks. Costs next to nothing where nothing has changed. */
export async function readLedgersAhead(known: Known, today: string): Promise<void> {
  const period = await latestPeriod(known);
  if (period !== null) await ledgersKnown(known, period, today);
}

/** `few`: fewer measures than this are worked out before anybody notices; `milliseconds` that a page waits otherwise. */
const PATIENCE = { few: 100, milliseconds: 50 };

/** The same where it is known already, or soon will be; null where a page would have to wait for it. */
export async function ledgersIfKnown(
  known: Known,
  today: string,
  { few, milliseconds } = PATIENCE,
): Promise<LedgersView | null> {
  const measures = new Set((await setUpKnown(known).versions(null)).map(({ code }) => code));
  const reading = readLedgers(known, today);
  if (measures.size < few) return reading;
  // Asked for all the same: who comes next has it.
  reading.catch(() => null);
  return Promise.race([reading, setTimeout(milliseconds, null, { ref: false })]);
}

/** One measure's line as now known, read by itself; null where there is none of it. */
export async function readLedgerLine(known: Known, today: string, code: string): Promise<LedgerLine | null> {
  const period = await latestPeriod(known);
  if (period === null) return null;
  const ledgers = await ledgersOf(known, await lateYearsKnown(known, period, today), [code]);
  return (await linesOf(known, ledgers))[0] ?? null;
}

/** The same with who gave each forecast: of every year where all are wanted; null where there is none of it. */
export async function readLedger(known: Known, today: string, code: string, years: 'late' | 'all' = 'late') {
  const period = await latestPeriod(known);
  if (period === null) return null;
  const late = await lateYearsKnown(known, period, today);
  const ledgers = await (years === 'late' ? ledgersOf(known, late, [code]) : everyYearOf(known, late, code));
  const [line] = await linesOf(known, ledgers);
  if (line === undefined) return null;
  const given = await readForecastHistory(known.store, known.authority, code);
  return { period, since: ledgerSince(period), line, given };
}

const latestPeriod = async (known: Known): Promise<ReportingPeriod | null> =>
  latestSettled(await readablePeriods(known))?.period ?? null;

const ledgersKnown = (known: Known, period: ReportingPeriod, today: string): Promise<Ledgers> =>
  known.recall<Ledgers>({
    // A year is over from one day to the next.
    key: `forecast ledger ${period.code} ${today}`,
    of: ['figures', 'setUp'],
    many: true,
    work: async () => ledgersOf(known, await lateYearsKnown(known, period, today), await codesOf(known)),
    renew: async (before, events) => {
      const touched = await readTouchedMeasures(known.store, known.authority, events, null);
      if (touched.length === 0) return before;
      return new Map([
        ...before,
        ...(await ledgersOf(known, await lateYearsKnown(known, period, today), touched)),
      ]);
    },
  });

const codesOf = async (known: Known): Promise<string[]> => [
  ...new Set((await setUpKnown(known).versions(null)).map(({ code }) => code)),
];

async function linesOf(known: Known, ledgers: Ledgers): Promise<LedgerLine[]> {
  const setUp = setUpKnown(known);
  const [units, responsibilities, people] = await Promise.all([
    setUp.units(),
    setUp.responsibilities(null),
    setUp.people(),
  ]);
  const unitNames = new Map(units.map(({ code, name }) => [code, name]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const lines = await Promise.all(
    [...ledgers.values()].map(async (ledger): Promise<LedgerLine[]> => {
      const { code, entries, outlook } = ledger;
      const version = outlook?.measure.snapshot.version ?? (await setUp.versions([code])).at(-1);
      if (version === undefined || (outlook === null && entries.length === 0)) return [];
      const person = responsibilities.get(code)?.owner ?? null;
      const post = version.owner ?? '';
      return [
        {
          version,
          ledger,
          past: pastOf(ledger),
          directorate: {
            code: version.directorate,
            name: unitNames.get(version.directorate) ?? version.directorate,
          },
          owner:
            person === null ? { id: post, name: post } : { id: person, name: names.get(person) ?? person },
        },
      ];
    }),
  );
  return lines.flat().sort((a, b) => (a.version.code < b.version.code ? -1 : 1));
}

async function everyYearOf({ store, authority }: Known, { question }: LateYears, code: string) {
  const facts = await readFacts(store, { authority, measures: [code], withoutTexts: true });
  return ledgersFrom(facts, { ...question, since: '' }, nextTurn);
}
