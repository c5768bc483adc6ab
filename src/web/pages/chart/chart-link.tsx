import { can, type Subject } from '../../../domain/permission/can.ts';
import { measureAddress } from '../../addresses.ts';
import type { Asked } from '../../route.ts';

/** Leads from a measure to how its control chart is drawn, for those who may see how its figures came about. */
export function ChartLink({
  asked,
  code,
  standing,
}: {
  asked: Asked;
  code: string;
  standing: Subject | null;
}) {
  if (standing === null || !can(asked.actors, 'readTrail', standing)) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`/measures/${measureAddress(code)}/chart`}>
        {can(asked.actors, 'setChart', standing)
          ? 'Decide how the control chart is drawn'
          : 'How the control chart is drawn'}
      </a>
    </p>
  );
}
