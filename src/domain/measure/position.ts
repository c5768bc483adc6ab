import type { Observation, ObservationRole } from '../facts.ts';
import { type Decimal, decimal, divideTo, hundred, toText, zero } from '../number/decimal.ts';
import { missing, type TypedFigure } from '../number/figure.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { containsPeriod, isYearEnd, periodsIn, periodsToDate } from '../period/relate.ts';
import type { MeasureVersion } from './measure.ts';
import type { Cases } from './parts-ratio.ts';

/** Where a measure stood in a period, and what that figure rests on. */
export interface Position {
  figure: TypedFigure;
  /** The observation it was read from; null where it was worked out or is missing. */
  observation: Observation | null;
  /** How it was worked out, in words; null where it was given. */
  workedOut: string | null;
  /** The cases that the figure rests on: those held with it, or the sums it was worked out from; null where not held. */
  cases: Cases | null;
}

/** Finds the observation now held for a period and role, or null. */
export type FindObservation = (periodCode: string, role: ObservationRole) => Observation | null;

/**
 * The figure a report prints as "actual" for a period.
 *
 * A year-to-date measure shows its to-date figure: the one given, else the ratio of the year's summed
 * numerators and denominators, else the sum of its parts where the unit is a plain count. Ratios are never
 * averaged. A measure collected more often than the report (monthly figures in a quarterly report) shows its
 * latest month, or for discrete counts the sum of the months.
 *
 * @returns a missing figure with its reason (`notDue`, `awaited`) where there is none; never a zero.
 * @example a `toDate` percentage with 6 of 10 in Q1 and 4 of 9 in Q2 stands at 10 of 19 = 52.6315789…% in Q2
 */
export function positionIn(
  find: FindObservation,
  measure: MeasureVersion,
  period: ReportingPeriod,
): Position {
  const given = givenIn(find, measure, period);
  if (given !== null) return asGiven(given);
  const workedOut =
    measure.periodBasis === 'toDate'
      ? summedPosition(
          periodsToDate(period).map((each) => find(each.code, 'actual')),
          measure,
        )
      : null;
  const reason = isDue(measure, period) ? 'awaited' : 'notDue';
  return (
    workedOut ??
    fromShorterPeriods(find, measure, period) ?? {
      figure: missing(reason),
      observation: null,
      workedOut: null,
      cases: null,
    }
  );
}

function asGiven(given: Observation): Position {
  const { figure, numerator, denominator } = given;
  const cases =
    figure.kind === 'number' && numerator !== null && denominator !== null
      ? { numerator: decimal(numerator), denominator: decimal(denominator) }
      : null;
  return { figure, observation: given, workedOut: null, cases };
}

/** A to-date measure's in-period figure is not its position; an annual figure stands in the period that ends the year. */
function givenIn(
  find: FindObservation,
  measure: MeasureVersion,
  period: ReportingPeriod,
): Observation | null {
  const role = measure.periodBasis === 'toDate' ? 'toDate' : 'actual';
  const here = find(period.code, role);
  if (here !== null || measure.frequency !== 'year' || period.span === 'year') return here;
  return isYearEnd(period) ? find(period.year, role) : null;
}

/** An annual measure is due only in the period that ends its year. */
export function isDue(measure: MeasureVersion, period: ReportingPeriod): boolean {
  const months = { month: 1, quarter: 3, half: 6, year: 12 } as const;
  if (months[measure.frequency] <= months[period.span]) return true;
  return (period.number * months[period.span]) % months[measure.frequency] === 0;
}

function fromShorterPeriods(
  find: FindObservation,
  measure: MeasureVersion,
  period: ReportingPeriod,
): Position | null {
  if (measure.frequency === period.span) return null;
  const shorter = periodsIn(period.year, measure.frequency).filter((each) => containsPeriod(period, each));
  const last = shorter.at(-1);
  if (last === undefined) return null;
  if (measure.periodBasis === 'discrete') {
    return summedPosition(
      shorter.map((each) => find(each.code, 'actual')),
      measure,
    );
  }
  if (measure.periodBasis === 'toDate') {
    // Where the year stood at its last quarter or month: never that period's own figure.
    const toDate = find(last.code, 'toDate');
    if (toDate !== null) return asGiven(toDate);
    return summedPosition(
      periodsToDate(last).map((each) => find(each.code, 'actual')),
      measure,
    );
  }
  const observation = find(last.code, 'actual');
  return observation && asGiven(observation);
}

/** The whole of several periods: the ratio of sums, or the sum of counts; null where it would be a guess. */
function summedPosition(parts: readonly (Observation | null)[], measure: MeasureVersion): Position | null {
  const held = parts.filter((part) => part !== null);
  if (held.length === 0 || held.length < parts.length) return null;
  const latest = held.at(-1) ?? null;
  if (held.length === 1 && latest !== null) return asGiven(latest);
  const ratio = ratioOfSums(held, measure);
  if (ratio !== null) return { ...ratio, observation: latest };
  if (measure.unit.kind !== 'number' && measure.unit.kind !== 'currency') return null;
  let sum = zero;
  for (const part of held) {
    if (part.figure.kind !== 'number') return null;
    sum = sum.plus(part.figure.value);
  }
  return {
    figure: number(sum),
    observation: latest,
    workedOut: `sum of ${held.length} periods`,
    cases: null,
  };
}

/** Places kept for a ratio that does not end; far beyond any printed figure. */
const RATIO_PLACES = 20;

function ratioOfSums(
  parts: readonly Observation[],
  measure: MeasureVersion,
): Pick<Position, 'figure' | 'workedOut' | 'cases'> | null {
  let numerator = zero;
  let denominator = zero;
  for (const part of parts) {
    if (part.numerator === null || part.denominator === null) return null;
    numerator = numerator.plus(decimal(part.numerator));
    denominator = denominator.plus(decimal(part.denominator));
  }
  if (denominator.eq(zero)) return null;
  const factor = measure.unit.kind === 'percentage' ? hundred : null;
  if (factor === null && measure.unit.kind !== 'ratio' && measure.unit.kind !== 'duration') return null;
  const scaled = factor === null ? numerator : numerator.times(factor);
  const value = divideTo(scaled, denominator, RATIO_PLACES);
  return {
    figure: number(value),
    workedOut: `${toText(numerator)} of ${toText(denominator)}`,
    cases: { numerator, denominator },
  };
}

/**
 * The cases that a position rests on, plain decimal text: its own, or those of its periods together; null where they
 * are not held.
 * @example countsOfPosition({ workedOut: '10 of 19', … }) // { numerator: '10', denominator: '19' }
 */
export function countsOfPosition({ observation, workedOut }: Position): {
  numerator: string | null;
  denominator: string | null;
} {
  const together = workedOut === null ? null : SUMMED.exec(workedOut);
  if (together !== null) return { numerator: together[1] ?? null, denominator: together[2] ?? null };
  if (workedOut !== null || observation === null) return { numerator: null, denominator: null };
  return { numerator: observation.numerator, denominator: observation.denominator };
}

/** As `ratioOfSums` words it. */
const SUMMED = /^(-?[\d.]+) of (-?[\d.]+)$/;

function number(value: Decimal): TypedFigure {
  return { kind: 'number', value, typed: toText(value) };
}
