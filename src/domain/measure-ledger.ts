import { judgedAsYearEnd } from './as-year-end.ts';
import { seriesLife } from './comparability.ts';
import type { DirectionScheme } from './direction/scheme.ts';
import { type EvaluatedMeasure, evaluate } from './evaluate.ts';
import type { Facts, Observation, Recorded } from './facts.ts';
import { type Judged, judgedForecast, type PastForecast } from './forecast-ledger/came-true.ts';
import { computedForecast } from './forecast-ledger/computed.ts';
import { type ForecastOfPeriod, givenIn } from './forecast-ledger/given.ts';
import { type PaceSource, paceOf } from './forecast-ledger/pace.ts';
import { outturnOf } from './forecast-ledger/year-figures.ts';
import type { FindObservation } from './measure/position.ts';
import type { TypedFigure } from './number/figure.ts';
import { periodOf } from './period/parse.ts';
import type { ReportingPeriod } from './period/period.ts';
import { periodsIn, yearOf } from './period/relate.ts';
import { type Snapshot, snapshotOf, yearsOfInterest } from './snapshot.ts';
import type { Outcome } from './status/outcome.ts';
import type { StatusScheme } from './status/scheme.ts';

/** The rules in force on a day. */
interface Schemes {
  status: StatusScheme;
  direction: DirectionScheme;
}

/** Every forecast of a measure with what came of it, and what is to be said of the year that goes on. */
export interface MeasureLedger {
  code: string;
  /** Oldest first: one for each period in which a forecast was given. */
  entries: readonly LedgerEntry[];
  outlook: Outlook | null;
}

export interface LedgerEntry extends ForecastOfPeriod {
  year: string;
  outturn: TypedFigure;
  /** What the forecast is as the year end, and what the year's end was; null where the measure was not judged then. */
  forecastStatus: Outcome | null;
  outturnStatus: Outcome | null;
  judged: Judged;
}

/** The year of a period, as it stands in that period. */
export interface Outlook {
  period: ReportingPeriod;
  measure: EvaluatedMeasure;
  pace: ReturnType<typeof paceOf>;
  computed: ReturnType<typeof computedForecast>;
}

export interface LedgerQuestion {
  /** The period whose year goes on. */
  period: ReportingPeriod;
  /** ISO date: a year that ended before it is over. */
  today: string;
  schemes: (day: string) => Schemes;
}

/**
 * The ledger of one measure.
 *
 * @param facts of this measure alone, in every recorded version and of every period, with one scorecard that has it
 * @example measureLedger(facts, { period: periodOf('2018-19/Q2'), today: '2019-01-09', schemes }).entries.length // 11
 */
export function measureLedger(facts: Facts, question: LedgerQuestion): MeasureLedger {
  const code = facts.measures[0]?.code ?? '';
  const find = newestOf(facts.observations);
  const near = factsNear(facts);
  const judgedIn = (period: ReportingPeriod) =>
    evaluatedIn(near(period), period, question.schemes(period.end));
  const years = [...new Set(forecastsOf(facts).map(({ period }) => yearPart(period)))].sort();
  return {
    code,
    entries: years.flatMap((year) => entriesOf(year, facts, find, judgedIn, question)),
    outlook: outlookOf(facts, find, judgedIn, question),
  };
}

/** Those that can be counted. */
export const pastOf = ({ entries }: MeasureLedger): PastForecast[] =>
  entries.flatMap(({ judged }) => (judged.kind === 'past' ? [judged.past] : []));

const forecastsOf = ({ observations }: Facts) => observations.filter(({ role }) => role === 'forecast');
const yearPart = (period: string): string => period.split('/', 1)[0] ?? '';

interface JudgedIn {
  measure: EvaluatedMeasure;
  snapshot: Snapshot;
  schemes: Schemes;
}
type JudgeIn = (period: ReportingPeriod) => JudgedIn | null;

function entriesOf(
  year: string,
  facts: Facts,
  find: FindObservation,
  judgedIn: JudgeIn,
  { today }: LedgerQuestion,
): LedgerEntry[] {
  const whole = periodOf(year);
  const given = givenIn(facts.observations, year, knownFrom(facts.observations, year));
  const last = given[0] === undefined ? undefined : periodsIn(year, given[0].period.span).at(-1);
  if (last === undefined) return [];
  const atEnd = judgedIn(last);
  const version =
    atEnd?.measure.snapshot.version ?? facts.measures.findLast(({ validFrom }) => validFrom <= whole.end);
  if (version === undefined) return [];
  const outturn = outturnOf(find, version, whole);
  const judge = (figure: TypedFigure | PastForecast['forecast']): Outcome | null =>
    atEnd === null
      ? null
      : judgedAsYearEnd(atEnd.measure.snapshot, atEnd.snapshot.scorecard, atEnd.schemes.status, figure);
  const targets = atEnd?.measure.snapshot.yearTargets;
  const number = (role: 'target' | 'low' | 'high') => {
    const figure = targets?.[role]?.figure;
    return figure?.kind === 'number' ? figure.value : null;
  };
  return given.map((each, index) => ({
    ...each,
    year,
    outturn,
    forecastStatus: judge(each.counted.figure),
    outturnStatus: judge(outturn),
    judged:
      atEnd === null
        ? { kind: 'leftOut', why: 'notJudged' }
        : judgedForecast(each, index === 0, {
            measure: version.code,
            year,
            isOver: whole.end < today,
            outturn,
            polarity: version.polarity,
            target: { target: number('target'), low: number('low'), high: number('high') },
            brokenOn: seriesLife(facts.measures, whole).broken?.day ?? null,
            judge: (figure) => judge(figure) as Outcome,
            statusIn: (period) => judgedIn(periodOf(period))?.measure.status.outcome ?? null,
          }),
  }));
}

/** The moment at which a year's end became known: its outturn, its figure, or that of its last period. */
function knownFrom(observations: readonly Recorded<Observation>[], year: string): string | null {
  const end = yearOf(periodOf(year)).end;
  const moments = observations
    .filter(
      ({ role, period }) => role !== 'forecast' && yearPart(period) === year && periodOf(period).end === end,
    )
    .filter(({ figure }) => figure.kind !== 'missing')
    .map(({ recordedAt }) => recordedAt)
    .sort();
  return moments[0] ?? null;
}

function outlookOf(
  facts: Facts,
  find: FindObservation,
  judgedIn: JudgeIn,
  { period }: LedgerQuestion,
): Outlook | null {
  const here = judgedIn(period);
  if (here === null) return null;
  const { snapshot } = here.measure;
  const source: PaceSource = {
    version: snapshot.version,
    find,
    period,
    periodTarget: snapshot.periodTargets.target?.figure ?? null,
    yearTarget: snapshot.yearTargets.target?.figure ?? null,
    firstYear: facts.observations.map((each) => yearPart(each.period)).sort()[0] ?? period.year,
    brokenOn: seriesLife(facts.measures, period).broken?.day ?? null,
  };
  return { period, measure: here.measure, pace: paceOf(source), computed: computedForecast(source) };
}

/** null where the measure, or its directorate, is not there in the period. */
function evaluatedIn(facts: Facts, period: ReportingPeriod, schemes: Schemes): JudgedIn | null {
  try {
    const snapshot = snapshotOf(facts, { period, scorecard: null, asAt: null });
    const [measure] = evaluate(snapshot, schemes.status, schemes.direction).measures;
    return measure === undefined ? null : { measure, snapshot, schemes };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Of each figure what is now known: the version recorded last. */
function newestOf(observations: readonly Recorded<Observation>[]): FindObservation {
  const newest = new Map<string, Recorded<Observation>>();
  for (const each of observations) {
    const key = `${each.period}|${each.role}`;
    const held = newest.get(key);
    if (held === undefined || each.recordedAt >= held.recordedAt) newest.set(key, each);
  }
  return (period, role) => newest.get(`${period}|${role}`) ?? null;
}

/** The facts of the years that a period can look at. */
function factsNear(facts: Facts): (period: ReportingPeriod) => Facts {
  return (period) => {
    const years = new Set(yearsOfInterest(period));
    const within = <T extends { period: string }>(all: readonly T[]) =>
      all.filter((each) => years.has(yearPart(each.period)));
    return { ...facts, observations: within(facts.observations), targets: within(facts.targets) };
  };
}
