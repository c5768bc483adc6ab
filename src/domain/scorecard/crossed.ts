import type { EvaluatedMeasure } from '../evaluate.ts';
import type { Outcome } from '../status/outcome.ts';

/** A status of the scheme, or (null) all states together in which there was nothing to judge. */
export type StatusOrNone = Outcome | null;

/** Measures of one status, by something else that is known of them. */
export interface CrossedLine {
  outcome: StatusOrNone;
  /** One count for each column of the table. */
  counts: readonly number[];
  all: number;
}

export const travelColumns = ['improving', 'stabilised', 'deteriorating', 'none'] as const;

/**
 * Counts measures by their status now and their direction of travel ("of 8 Red, 2 are improving"), in the columns
 * `travelColumns`. The counts of a line sum to `all`, and the lines sum to the number of measures.
 *
 * @param outcomes all outcomes of the scheme in printing order
 * @example statusByDirection(evaluation.measures, evaluation.scheme.outcomes)[3].counts[0] // 2, Red and improving
 */
export function statusByDirection(
  measures: readonly EvaluatedMeasure[],
  outcomes: readonly Outcome[],
): CrossedLine[] {
  return crossed(measures, outcomes, travelColumns, ({ direction }) =>
    direction.kind === 'unavailable' ? 'none' : (direction.outcome ?? 'none'),
  );
}

/**
 * Counts measures by their status now and in forecast ("of 22 off target, 8 are forecast to recover").
 *
 * @example statusByForecast(evaluation.measures, evaluation.scheme.outcomes).lines[3].counts[1] // 5, Red and then Green
 */
export function statusByForecast(
  measures: readonly EvaluatedMeasure[],
  outcomes: readonly Outcome[],
): { columns: readonly StatusOrNone[]; lines: CrossedLine[] } {
  const then = (each: EvaluatedMeasure) => statusOf(each.forecastStatus.outcome, outcomes);
  const columns = statusesIn(measures, outcomes, then);
  return { columns, lines: crossed(measures, outcomes, columns, then) };
}

/**
 * What a table of counts has lines for: every status that is judged, with or without a measure; the other outcomes of
 * the scheme where they occur; last, where they occur, the states together.
 */
export function statusesIn(
  measures: readonly EvaluatedMeasure[],
  outcomes: readonly Outcome[],
  statusFor: (measure: EvaluatedMeasure) => StatusOrNone = ({ status }) => statusOf(status.outcome, outcomes),
): StatusOrNone[] {
  const found = new Set(measures.map(statusFor));
  const own = outcomes.filter((outcome) => outcome.inDenominator || found.has(outcome));
  return found.has(null) ? [...own, null] : own;
}

/** The status among the scheme's own; null for a state. */
export const statusOf = (outcome: Outcome, outcomes: readonly Outcome[]): StatusOrNone =>
  outcomes.find(({ id }) => id === outcome.id) ?? null;

function crossed<Column>(
  measures: readonly EvaluatedMeasure[],
  outcomes: readonly Outcome[],
  columns: readonly Column[],
  columnOf: (measure: EvaluatedMeasure) => Column,
): CrossedLine[] {
  return statusesIn(measures, outcomes).map((outcome) => {
    const some = measures.filter((each) => statusOf(each.status.outcome, outcomes) === outcome);
    const found = some.map(columnOf);
    const counts = columns.map((column) => found.filter((each) => each === column).length);
    return { outcome, counts, all: some.length };
  });
}
