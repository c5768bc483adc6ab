import type { MeasureSignal } from '../../../domain/signal/signal.ts';
import { assuranceLabels, variationLabels } from '../../../domain/signal/signal-in-words.ts';
import { AssuranceIcon, VariationIcon } from '../../../reports/charts/signal-icon.tsx';

/** What a control chart says, each part by its icon and its words; that it says nothing, in words alone. */
export function Signal({ signal: { chart, variation, assurance } }: { signal: MeasureSignal }) {
  if (variation.icon === null && assurance.icon === null) {
    return <span class="ot-under">{chart === null ? 'No control chart' : variation.words}</span>;
  }
  return (
    <>
      {variation.icon === null ? null : (
        <span class="ot-signal">
          <VariationIcon mark={variation} />
          <span>{variationLabels[variation.icon]}</span>
        </span>
      )}
      {assurance.icon === null ? null : (
        <span class="ot-signal">
          <AssuranceIcon mark={assurance} />
          <span>{assuranceLabels[assurance.icon]}</span>
        </span>
      )}
    </>
  );
}
