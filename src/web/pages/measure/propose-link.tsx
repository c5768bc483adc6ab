import { relationsFor } from '../../../domain/permission/can.ts';
import type { MeasureView } from '../../../workflow/queries/read-measure.ts';
import { measureAddress } from '../../addresses.ts';
import type { Asked } from '../../route.ts';

/** A target that stands is changed by a decision: here it is asked for, by those who may ask. */
export function ProposeLink({ asked, view: { code } }: { asked: Asked; view: MeasureView }) {
  if (relationsFor(asked.actors, 'proposeTargetChange').length === 0) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`/target-changes/new?kind=amend&measure=${measureAddress(code)}`}>
        Propose a change of target, definition or measure
      </a>
    </p>
  );
}
