import { yearEndJudge } from './as-year-end.ts';
import { grouped } from './by-key.ts';
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
import type { Figure, TypedFigure } from './number/figure.ts';
import { once } from './once/once.ts';
import { periodOf } from './period/parse.ts';
import type { ReportingPeriod } from './period/period.ts';
import { periodsIn, yearOf } from './period/relate.ts';
import { type MeasureSnapshot, type Snapshot, snapshotsOf } from './snapshot.ts';
import { newestIn } from './snapshot-figures.ts';
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
  /** The year's target in force at its end; null where the measure has none, or was not judged then. */
  yearTarget: TypedFigure | null;
  /** What the forecast is as the year end, and what the year's end was; null where the measure was not judged then. */
  forecastStatus: Outcome | null;
  outturnStatus: Outcome | null;
  judged: Judged;
}

/** The year of a period, as it stands in that period. */
export interface Outlook {
  period: ReportingPeriod;
  measure: Pick<EvaluatedMeasure, 'snapshot' | 'status' | 'forecastStatus'>;
  pace: ReturnType<typeof paceOf>;
  computed: ReturnType<typeof computedForecast>;
}

export interface LedgerQuestion {
  /** The period whose year goes on. */
  period: ReportingPeriod;
  /** ISO date: a year that ended before it is over. */
  today: string;
  schemes: (day: string) => Schemes;
  /** The first year whose forecasts are looked at; all of them where absent. */
  since?: string;
}

/**
 * The ledger of one measure.
 *
 * @param facts of this measure alone, in every recorded version, with one scorecard that has it: of the periods that
 *   `ledgerPeriods` names where the question has a first year, else of all
 * @example measureLedger(facts, { period: periodOf('2018-19/Q2'), today: '2019-01-09', schemes }).entries.length // 11
 */
export function measureLedger(facts: Facts, question: LedgerQuestion): MeasureLedger {
  const held = heldOf(facts, question);
  const { since = '' } = question;
  const years = [...held.byYear].filter(([year, all]) => year >= since && all.some(isForecast));
  return {
    code: facts.measures[0]?.code ?? '',
    entries: years
      .map(([year]) => year)
      .sort()
      .flatMap((year) => entriesOf(year, held, question)),
    outlook: outlookOf(held, question),
  };
}

/** The year that goes on alone. @param facts as `measureLedger` takes them */
export const measureOutlook = (facts: Facts, question: LedgerQuestion): Outlook | null =>
  outlookOf(heldOf(facts, question), question);

/** Those that can be counted. */
export const pastOf = ({ entries }: Pick<MeasureLedger, 'entries'>): PastForecast[] =>
  entries.flatMap(({ judged }) => (judged.kind === 'past' ? [judged.past] : []));

const isForecast = ({ role }: Observation) => role === 'forecast';
const yearPart = (period: string): string => {
  const slash = period.indexOf('/');
  return slash < 0 ? period : period.slice(0, slash);
};

/** A measure's facts, made ready to be asked about one period after another. */
interface Held {
  facts: Facts;
  byYear: ReadonlyMap<string, readonly Recorded<Observation>[]>;
  find: FindObservation;
  /** null where the measure, or its directorate, is not there in the period. */
  judgedIn(period: ReportingPeriod): JudgedIn | null;
}

interface JudgedIn {
  snapshot: Snapshot;
  measure: MeasureSnapshot;
  schemes: Schemes;
  /** Worked out when first asked for, and once. */
  evaluated(): EvaluatedMeasure;
}

function heldOf(facts: Facts, { schemes }: Pick<LedgerQuestion, 'schemes'>): Held {
  const snapshotIn = snapshotsOf(facts, null);
  const judged = new Map<string, JudgedIn | null>();
  return {
    facts,
    byYear: grouped(facts.observations, (each) => yearPart(each.period)),
    find: newestIn(facts.observations),
    judgedIn(asked) {
      const held = judged.get(asked.code);
      if (held !== undefined) return held;
      const inForce = schemes(asked.end);
      const now = standingIn(snapshotIn, asked, inForce);
      judged.set(asked.code, now);
      return now;
    },
  };
}

function entriesOf(
  year: string,
  { facts, byYear, find, judgedIn }: Held,
  { today }: LedgerQuestion,
): LedgerEntry[] {
  const whole = periodOf(year);
  const observations = byYear.get(year) ?? [];
  const given = givenIn(observations, year, knownFrom(observations, year));
  const last = given[0] === undefined ? undefined : periodsIn(year, given[0].period.span).at(-1);
  if (last === undefined) return [];
  const atEnd = judgedIn(last);
  const version =
    atEnd?.measure.version ?? facts.measures.findLast(({ validFrom }) => validFrom <= whole.end);
  if (version === undefined) return [];
  const outturn = outturnOf(find, version, whole);
  const judge = atEnd === null ? null : judgingOnce(atEnd);
  const targets = atEnd?.measure.yearTargets;
  const number = (role: 'target' | 'low' | 'high') => {
    const figure = targets?.[role]?.figure;
    return figure?.kind === 'number' ? figure.value : null;
  };
  const end = judge && {
    measure: version.code,
    year,
    isOver: whole.end < today,
    outturn,
    polarity: version.polarity,
    target: { target: number('target'), low: number('low'), high: number('high') },
    brokenOn: seriesLife(facts.measures, whole).broken?.day ?? null,
    judge,
    statusIn: (period: string) => judgedIn(periodOf(period))?.evaluated().status.outcome ?? null,
  };
  return given.map((each, index) => ({
    ...each,
    year,
    outturn,
    yearTarget: targets?.target?.figure ?? null,
    forecastStatus: judge?.(each.counted.figure) ?? null,
    outturnStatus: judge?.(outturn) ?? null,
    judged: end === null ? { kind: 'leftOut', why: 'notJudged' } : judgedForecast(each, index === 0, end),
  }));
}

function judgingOnce({ measure, snapshot, schemes }: JudgedIn): (figure: Figure) => Outcome {
  const judge = yearEndJudge(measure, snapshot.scorecard, schemes.status);
  const judged = new Map<Figure, Outcome>();
  return (figure) => {
    const outcome = judged.get(figure) ?? judge(figure);
    judged.set(figure, outcome);
    return outcome;
  };
}

/** The moment at which a year's end became known: its outturn, its figure, or that of its last period. */
function knownFrom(observations: readonly Recorded<Observation>[], year: string): string | null {
  const end = yearOf(periodOf(year)).end;
  let first: string | null = null;
  for (const { role, figure, period, recordedAt } of observations) {
    if (role === 'forecast' || figure.kind === 'missing' || periodOf(period).end !== end) continue;
    if (first === null || recordedAt < first) first = recordedAt;
  }
  return first;
}

function outlookOf({ facts, byYear, find, judgedIn }: Held, { period }: LedgerQuestion): Outlook | null {
  const here = judgedIn(period);
  if (here === null) return null;
  const { snapshot, status, forecastStatus } = here.evaluated();
  const source: PaceSource = {
    version: snapshot.version,
    find,
    period,
    periodTarget: snapshot.periodTargets.target?.figure ?? null,
    yearTarget: snapshot.yearTargets.target?.figure ?? null,
    firstYear: [...byYear.keys()].sort()[0] ?? period.year,
    brokenOn: seriesLife(facts.measures, period).broken?.day ?? null,
  };
  return {
    period,
    measure: { snapshot, status, forecastStatus },
    pace: paceOf(source),
    computed: computedForecast(source),
  };
}

function standingIn(
  snapshotIn: ReturnType<typeof snapshotsOf>,
  period: ReportingPeriod,
  schemes: Schemes,
): JudgedIn | null {
  try {
    const snapshot = snapshotIn({ period, scorecard: null });
    const [measure] = snapshot.measures;
    if (measure === undefined) return null;
    const evaluated = once(
      () => evaluate(snapshot, schemes.status, schemes.direction).measures[0] as EvaluatedMeasure,
    );
    return { snapshot, measure, schemes, evaluated };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
