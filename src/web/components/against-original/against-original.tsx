import type { EvaluatedMeasure } from '../../../domain/evaluate.ts';
import { type TargetChange, targetChanges } from '../../../reports/model/target-change.ts';

interface Props {
  measure: EvaluatedMeasure;
  about: TargetChange['about'];
}

/** Under a status whose target was changed during the year: what it would be against the original. */
export function AgainstOriginal({ measure, about }: Props) {
  const change = targetChanges(measure).find((one) => one.about === about);
  return change === undefined || change.brief === '' ? null : <span class="ot-under">{change.brief}</span>;
}
