import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import { asLine, type ChecklistItem, counted, some } from './checklist-item.ts';

/** What is to be said of the figures: those without a status, without a forecast, and those close to another status. */
export function figureItems(measures: readonly EvaluatedMeasure[]): ChecklistItem[] {
  const cannot = measures.filter(({ status }) => isStuck(status.shown, status.computed.id));
  const without = measures.filter(
    ({ snapshot, status }) =>
      snapshot.position.figure.kind === 'number' &&
      status.outcome.inDenominator &&
      !hasFigure(snapshot.forecast),
  );
  const close = measures.flatMap((each) => {
    const near = each.status.shown === 'computed' ? each.status.explain().near : null;
    return near === null ? [] : [asLine(each, `${each.status.outcome.label}, ${near.brief}`)];
  });
  return [
    ...some('cannotBeJudged', 'error', cannot.length, {
      sentence: (count) =>
        `${counted(count)} ${count === 1 ? 'has a figure' : 'have figures'} that cannot be judged.`,
      remedy: 'Complete the definition of the measure, or its targets; or exempt it from publication.',
      measures: cannot.map((each) => asLine(each, each.status.explain().sentence)),
    }),
    ...some('forecastMissing', 'warning', without.length, {
      sentence: (count) => `${counted(count)} ${count === 1 ? 'has' : 'have'} no year-end forecast.`,
      remedy: 'Ask for the forecasts, or say why there are none.',
      measures: without.map((each) => asLine(each, '')),
    }),
    ...some('closeToThreshold', 'advice', close.length, {
      sentence: (count) => `The status of ${counted(count)} could easily have been another.`,
      remedy: 'Make sure that these figures are final.',
      measures: close,
    }),
  ];
}

const hasFigure = (forecast: EvaluatedMeasure['snapshot']['forecast']): boolean =>
  forecast !== null && forecast.figure.kind !== 'missing';

const isStuck = (shown: string, outcome: string): boolean =>
  shown === 'computed' && outcome === 'unjudgeable';
