import type { EvaluatedMeasure } from '../evaluate.ts';
import type { OrganisationUnit } from '../organisation/organisation.ts';

/** A measure that a report shows, and why. */
export interface Selected {
  measure: EvaluatedMeasure;
  /** `Red now; forecast Green` */
  because: string;
}

/**
 * The founding report's rule: a measure is shown when its status now **or** its forecast is an exception under the
 * scheme (for Derby: Amber or Red). Order is kept.
 *
 * @example selectExceptions(evaluation.measures)[0].because // 'Amber now; forecast Green'
 */
export function selectExceptions(measures: readonly EvaluatedMeasure[]): Selected[] {
  const selected: Selected[] = [];
  for (const measure of measures) {
    const now = measure.status.outcome;
    const forecast = measure.forecastStatus.outcome;
    if (!now.isException && !forecast.isException) continue;
    selected.push({ measure, because: `${now.label} now; forecast ${forecast.label}` });
  }
  return selected;
}

/**
 * The measures of an imported exception report: all that it printed, in its order. It chose them by its own
 * statuses, so one that our rules do not find exceptional is still shown, and says so.
 *
 * @example selectPublished(evaluation.measures)[0].because // 'Green now; forecast Green; in the report as published'
 */
export function selectPublished(measures: readonly EvaluatedMeasure[]): Selected[] {
  const exceptions = new Map(selectExceptions(measures).map((each) => [each.measure, each]));
  return measures.map((measure) => {
    const because = `${measure.status.outcome.label} now; forecast ${measure.forecastStatus.outcome.label}`;
    return exceptions.get(measure) ?? { measure, because: `${because}; in the report as published` };
  });
}

/** Every measure of the scorecard, for a report that shows them all. */
export function selectAll(measures: readonly EvaluatedMeasure[]): Selected[] {
  return measures.map((measure) => ({ measure, because: 'on the scorecard' }));
}

/** Measures by directorate, in the directorates' declared order; a directorate with none is left out. */
export function byDirectorate(
  selected: readonly Selected[],
  directorates: readonly OrganisationUnit[],
): { directorate: OrganisationUnit; selected: Selected[] }[] {
  return directorates
    .map((directorate) => ({
      directorate,
      selected: selected.filter((each) => each.measure.snapshot.directorate.code === directorate.code),
    }))
    .filter((group) => group.selected.length > 0);
}
