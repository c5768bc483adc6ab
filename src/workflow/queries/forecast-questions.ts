import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import type { Facts } from '../../domain/facts.ts';
import { type ForecastQuestion, questionOf } from '../../domain/forecast-questions.ts';
import { addsUp } from '../../domain/measure/adds-up.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { furtherPeriods, periodCodesAround } from '../../domain/periods-looked-at.ts';
import type { Store } from '../../store/database.ts';
import { factsIn } from '../../store/read-facts.ts';
import { nextTurn } from '../remembered/turns.ts';
import { lateYears, ledgersFrom, longCharts } from './ledgers-of.ts';
import { schemesByDay } from './schemes-in-force.ts';

/** What a report is made from. */
interface Reported {
  facts: Facts;
  period: ReportingPeriod;
  /** Instant as at which the facts were known; null for now. */
  asAt: string | null;
  /** Those that it shows, in its order. */
  shown: readonly EvaluatedMeasure[];
}

/**
 * The forecasts that a report should ask about, as known at its moment. Of the period and the years around it the report's
 * own facts count, with all that was laid over them; only earlier years are read.
 */
export async function forecastQuestions(
  db: Pick<Store, 'db'>,
  { facts, period, asAt, shown }: Reported,
): Promise<ForecastQuestion[]> {
  const codes = shown.filter(promises).map(({ snapshot }) => snapshot.version.code);
  if (codes.length === 0) return [];
  const authority = facts.authority.code;
  const { question, periods, byChart } = lateYears(
    await schemesByDay(db, facts.authority),
    period,
    period.end,
  );
  const around = new Set(periodCodesAround(period));
  const known = { authority, withoutTexts: true, ...(asAt === null ? {} : { asAt }) };
  const own = new Set(codes);
  const far = byChart ? longCharts(facts.charts) : new Set();
  const whole = facts.measures.filter((each) => addsUp(each) || far.has(each.code));
  const flows = [...new Set(whole.map(({ code }) => code))].filter((code) => own.has(code));
  const others = codes.filter((code) => !flows.includes(code));
  const before = [
    await factsIn(db, {
      ...known,
      measures: others,
      periods: periods.figures.filter((code) => !around.has(code)),
    }),
    // The best that was ever done may be of any year, and so may the beginning of a chart.
    await factsIn(db, { ...known, measures: flows }),
  ];
  const further = furtherPeriods(facts.charts, [period]);
  const isHeld = (each: { measure: string; period: string }) =>
    around.has(each.period) || further.get(each.measure)?.includes(each.period) === true;
  const laid = <T extends { measure: string; period: string }>(of: (some: Facts) => readonly T[]): T[] => [
    ...before.flatMap(of).filter((each) => !isHeld(each)),
    ...of(facts).filter((each) => own.has(each.measure)),
  ];
  const ledgers = await ledgersFrom(
    {
      ...facts,
      measures: facts.measures.filter(({ code }) => own.has(code)),
      observations: laid((some) => some.observations),
      targets: laid((some) => some.targets),
      statements: laid((some) => some.statements),
      commentaries: [],
    },
    question,
    nextTurn,
  );
  return codes.flatMap((code) => {
    const ledger = ledgers.get(code);
    return (ledger && questionOf(ledger)) ?? [];
  });
}

/** Whether the forecast is one that could be asked about: on target, or better than now. */
const promises = ({ status, forecastStatus }: EvaluatedMeasure): boolean => {
  const [now, forecast] = [status.outcome, forecastStatus.outcome];
  return forecast.inDenominator && (forecast.countsAsOnTarget || forecast.rank < now.rank);
};
