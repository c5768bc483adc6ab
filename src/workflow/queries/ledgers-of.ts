import type { Facts } from '../../domain/facts.ts';
import { type LedgerPeriods, ledgerPeriods, ledgerSince } from '../../domain/ledger-window.ts';
import { addsUp } from '../../domain/measure/adds-up.ts';
import { type LedgerQuestion, type MeasureLedger, measureLedger } from '../../domain/measure-ledger.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { isToldByChart, periodsBack } from '../../domain/periods-back.ts';
import { readLedgerFacts } from '../../store/read-ledger-facts.ts';
import type { Known } from '../remembered/known-now.ts';
import type { Turn } from '../remembered/turns.ts';
import { factsByMeasure } from './evaluate-update.ts';
import { schemesKnown } from './schemes-in-force.ts';
import { setUpKnown } from './set-up-now.ts';

/** What is asked of the late years, and what is to be read for it. */
export interface LateYears {
  question: LedgerQuestion;
  periods: LedgerPeriods;
  /** True where a control chart decides some status of these years: one may look back further than others. */
  byChart: boolean;
}

export function lateYears(
  schemes: LedgerQuestion['schemes'],
  period: ReportingPeriod,
  today: string,
): LateYears {
  // The furthest that any status of these years looks back: rules may have changed from one to the next.
  const directions = ledgerPeriods(period, 1).forecast.map((code) => schemes(periodOf(code).end).direction);
  const back = Math.max(...directions.map(periodsBack));
  return {
    question: { period, today, schemes, since: ledgerSince(period) },
    periods: ledgerPeriods(period, back),
    byChart: directions.some(isToldByChart),
  };
}

export const lateYearsKnown = async (
  known: Known,
  period: ReportingPeriod,
  today: string,
): Promise<LateYears> => lateYears(await schemesKnown(known), period, today);

/** Measures read at once: enough that little is asked twice, few enough that nobody else's page waits for its turn. */
const AT_ONCE = 20;

/** The ledgers of some measures as now known, each as soon as it is read. */
export async function ledgersOf(
  known: Known,
  late: LateYears,
  codes: readonly string[],
): Promise<Map<string, MeasureLedger>> {
  const some = Array.from({ length: Math.ceil(codes.length / AT_ONCE) }, (_, index) =>
    codes.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  const found = new Map<string, MeasureLedger>();
  let next = ledgerFacts(known, late, some[0] ?? []);
  for (const [index] of some.entries()) {
    const facts = await next;
    // While these are judged the database reads on.
    next = ledgerFacts(known, late, some[index + 1] ?? []);
    next.catch(() => null);
    for (const [code, ledger] of await ledgersFrom(facts, late.question, known.turn)) found.set(code, ledger);
  }
  return found;
}

/** The measures whose control charts may begin earlier than all others look back. */
export const longCharts = (charts: Facts['charts'] = []): ReadonlySet<string> =>
  new Set(
    charts
      .filter(({ begins, rebases }) => begins !== null || rebases.length > 0)
      .map(({ measure }) => measure),
  );

/** All that is set up as it is remembered; of figures what the late years rest on. */
export async function ledgerFacts(
  known: Known,
  { periods, byChart }: LateYears,
  measures: readonly string[],
): Promise<Facts> {
  const { store, authority } = known;
  const setUp = setUpKnown(known);
  const [held, versions] = await Promise.all([setUp.authority(), setUp.versions(measures)]);
  const nothing = { targets: [], observations: [], commentaries: [], statements: [] };
  if (measures.length === 0) return { ...held, ...nothing, measures: [] };
  const far = byChart ? longCharts(held.charts) : new Set();
  const whole = versions.filter((each) => addsUp(each) || far.has(each.code));
  const everyFigureOf = [...new Set(whole.map(({ code }) => code))];
  const standing = await readLedgerFacts(store, { authority, measures, ...periods, everyFigureOf });
  return { ...held, ...nothing, ...standing, measures: versions };
}

/** Some milliseconds of work: nobody else's page waits longer for its turn. */
const IN_A_ROW = 1;

/** The ledgers of all measures of some facts. */
export async function ledgersFrom(
  facts: Facts,
  question: LedgerQuestion,
  turn: Turn,
): Promise<Map<string, MeasureLedger>> {
  const of = factsByMeasure(facts, question.period.end);
  const found = new Map<string, MeasureLedger>();
  for (const [index, code] of [...new Set(facts.measures.map((one) => one.code))].entries()) {
    if (index > 0 && index % IN_A_ROW === 0) await turn();
    found.set(code, measureLedger(of(code), question));
  }
  return found;
}
