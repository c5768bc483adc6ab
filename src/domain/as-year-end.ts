import type { Scorecard } from './facts.ts';
import type { Position } from './measure/position.ts';
import { decimal } from './number/decimal.ts';
import type { Figure, TypedFigure } from './number/figure.ts';
import type { MeasureSnapshot, Targets } from './snapshot.ts';
import { assessStatus } from './status/assess.ts';
import type { ComparatorName, StatusInputs } from './status/inputs.ts';
import type { Outcome } from './status/outcome.ts';
import type { StatusScheme } from './status/scheme.ts';
import { overridesFor } from './tolerances.ts';

/**
 * What figures would be judged if they were the year end of a measure: earlier forecasts, or the outturn, by the rules that
 * judge a forecast. Against the targets that are in force in the snapshot's period.
 *
 * @example yearEndJudge(q4.measures[0], q4.scorecard, presetScheme('derby'))(outturn).id // 'green'
 */
export function yearEndJudge(
  measure: MeasureSnapshot,
  scorecard: Scorecard,
  scheme: StatusScheme,
): (figure: Figure) => Outcome {
  const inputs = yearEndInputs(measure, scorecard, NO_FIGURE);
  return (actual) => assessStatus({ ...inputs, actual }, scheme).outcome;
}

/** What a figure is judged from as the year end of a measure. */
export const yearEndInputs = (
  measure: MeasureSnapshot,
  scorecard: Scorecard,
  figure: Figure,
): StatusInputs => ({
  ...inputsOf(measure, measure.yearTargets),
  subject: 'forecast',
  // A tolerance of one period is no promise about the year end.
  overrides: overridesFor(scorecard, [measure.yearTargets.tolerance]),
  actual: figure,
});

export const NO_FIGURE: Figure = { kind: 'missing', reason: 'blank' };

/** What is known of a measure beside the figure that is judged. */
export function inputsOf(
  measure: MeasureSnapshot,
  targets: Targets,
): Omit<StatusInputs, 'subject' | 'actual' | 'overrides'> {
  const { version, position } = measure;
  const comparators: Partial<Record<ComparatorName, Figure>> = {};
  const hold = (name: ComparatorName, figure: TypedFigure | null | undefined) => {
    if (figure && figure.kind !== 'missing') comparators[name] = figure;
  };
  for (const role of ['target', 'floor', 'stretch', 'low', 'high', 'baseline', 'benchmark'] as const) {
    hold(role, targets[role]?.figure);
  }
  hold('previous', measure.previous.figure);
  hold('lastYear', measure.lastYear.figure);
  hold('lastOutturn', measure.lastOutturn);
  hold('forecast', measure.forecast?.figure);
  hold('yearTarget', measure.yearTargets.target?.figure);
  return {
    polarity: version.polarity,
    unit: version.unit,
    comparators,
    measureKind: version.kind,
    denominator: position.cases?.denominator ?? denominatorOf(position),
    flags: position.observation?.flags,
    recent: recentOf(measure),
  };
}

/** Held without a numerator it still says how many cases there are. */
const denominatorOf = ({ observation }: Position) =>
  observation?.denominator ? decimal(observation.denominator) : undefined;

function recentOf(measure: MeasureSnapshot) {
  return measure.history
    .slice(0, -1)
    .reverse()
    .flatMap((point) => (point.position.figure.kind === 'number' ? [point.position.figure.value] : []));
}
