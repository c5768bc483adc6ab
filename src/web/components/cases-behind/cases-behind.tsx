import type { EvaluatedMeasure } from '../../../domain/evaluate.ts';
import { casesInWords } from '../../../domain/measure/parts-ratio.ts';
import { upperFirst } from '../../wording/figures.ts';

/** What a percentage is made of, where that is held, and that it is of few; of other figures, only that. */
export function CasesBehind({
  measure: { snapshot, smallNumbers },
}: {
  measure: Pick<EvaluatedMeasure, 'snapshot' | 'smallNumbers'>;
}) {
  const { cases } = snapshot.position;
  const words =
    smallNumbers !== null
      ? upperFirst(smallNumbers.brief)
      : cases !== null && snapshot.version.unit.kind === 'percentage'
        ? casesInWords(cases)
        : null;
  return words === null ? null : <span class="ot-under">{words}</span>;
}
