import type { EvaluatedMeasure } from '../evaluate.ts';
import type { Outcome } from '../status/outcome.ts';

/** How many measures have one outcome. */
export interface OutcomeCount {
  outcome: Outcome;
  count: number;
}

/** The sums of a scorecard, or of one directorate of it. */
export interface ScorecardTally {
  measures: number;
  /** Those with a figure and a target: the second denominator. */
  judged: number;
  onTarget: number;
  /** The same of the year-end forecast: those with a forecast and a year-end target. */
  judgedForecast: number;
  onTargetForecast: number;
  /** In the scheme's order, statuses before states; outcomes that do not occur are left out unless statuses. */
  now: readonly OutcomeCount[];
  forecast: readonly OutcomeCount[];
  /** Exceptions that do not count as on target; a scheme may declare a status far above target an exception too. */
  offTargetNow: number;
  offTargetForecast: number;
  /** On target now, off target in forecast. */
  slipping: number;
  /** Without a status now, off target in forecast. */
  slippingUnjudged: number;
  /** Off target now, on target in forecast. */
  recovering: number;
  /** Exceptions, now or in forecast, that are off target neither now nor in forecast. */
  otherExceptions: number;
}

/**
 * Counts the outcomes of measures, now and in forecast. Which outcomes count as on target, as judged and as an
 * exception is the scheme's own declaration, never decided here.
 *
 * @param outcomes all outcomes of the scheme in printing order, so that a zero is shown as a zero
 * @example tallyOf(evaluation.measures, evaluation.scheme.outcomes).now // [{ outcome: blue, count: 2 }, …]
 */
export function tallyOf(measures: readonly EvaluatedMeasure[], outcomes: readonly Outcome[]): ScorecardTally {
  const now = measures.map((each) => each.status.outcome);
  const forecast = measures.map((each) => each.forecastStatus.outcome);
  const pairs = now.map((outcome, index) => ({ now: outcome, forecast: forecast[index] as Outcome }));
  const count = (matches: (pair: { now: Outcome; forecast: Outcome }) => boolean) =>
    pairs.filter(matches).length;
  return {
    measures: measures.length,
    judged: count((pair) => pair.now.inDenominator),
    onTarget: count((pair) => pair.now.inDenominator && pair.now.countsAsOnTarget),
    judgedForecast: count((pair) => pair.forecast.inDenominator),
    onTargetForecast: count((pair) => pair.forecast.inDenominator && pair.forecast.countsAsOnTarget),
    now: counts(now, outcomes),
    forecast: counts(forecast, outcomes),
    offTargetNow: count((pair) => isOffTarget(pair.now)),
    offTargetForecast: count((pair) => isOffTarget(pair.forecast)),
    slipping: count((pair) => pair.now.inDenominator && isSlipping(pair)),
    slippingUnjudged: count((pair) => !pair.now.inDenominator && isSlipping(pair)),
    recovering: count((pair) => isOffTarget(pair.now) && pair.forecast.countsAsOnTarget),
    otherExceptions: count(
      (pair) =>
        (pair.now.isException || pair.forecast.isException) &&
        !isOffTarget(pair.now) &&
        !isOffTarget(pair.forecast),
    ),
  };
}

/** An exception that does not count as on target. */
export const isOffTarget = (outcome: Outcome): boolean => outcome.isException && !outcome.countsAsOnTarget;

const isSlipping = (pair: { now: Outcome; forecast: Outcome }): boolean =>
  !isOffTarget(pair.now) && isOffTarget(pair.forecast);

function counts(found: readonly Outcome[], outcomes: readonly Outcome[]): OutcomeCount[] {
  const order = new Map(outcomes.map((outcome) => [outcome.id, { outcome, count: 0 }]));
  const states = new Map<string, OutcomeCount>();
  for (const outcome of found) {
    const line = order.get(outcome.id) ?? states.get(outcome.id) ?? { outcome, count: 0 };
    line.count += 1;
    if (!order.has(outcome.id)) states.set(outcome.id, line);
  }
  return [
    ...order.values(),
    ...[...states.values()].sort((a, b) => (a.outcome.label < b.outcome.label ? -1 : 1)),
  ];
}
