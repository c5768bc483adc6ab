import type { Outcome } from '../../../domain/status/outcome.ts';
import { shapeBox, statusShapePath } from '../../../reports/charts/status-shape.tsx';

/** A status: always word, shape and colour. Colours are attributes of a picture, since pages allow no inline style. */
export function StatusTag({
  outcome,
}: {
  outcome: Pick<Outcome, 'label' | 'shape' | 'background' | 'foreground'>;
}) {
  const box = `-4 -4 ${shapeBox + 8} ${shapeBox + 8}`;
  return (
    <span class="ot-status">
      <svg class="ot-status__mark" viewBox={box} width="24" height="24" aria-hidden="true" focusable="false">
        <rect x="-4" y="-4" width={shapeBox + 8} height={shapeBox + 8} rx="3" fill={outcome.background} />
        <path fill={outcome.foreground} d={statusShapePath(outcome.shape)} />
      </svg>
      <span class="ot-status__word">{outcome.label}</span>
    </span>
  );
}
