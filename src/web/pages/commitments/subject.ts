import type { Subject } from '../../../domain/permission/can.ts';
import { commitmentView } from '../../../workflow/queries/commitments.ts';
import { actingFor } from '../../acting.ts';
import type { Asked } from '../../route.ts';

/** For routes about one commitment: how the person stands to it; null where there is none. */
export async function commitmentSubject(asked: Asked): Promise<Subject | null> {
  const view = await commitmentView(asked.store, actingFor(asked), asked.params.commitment ?? '');
  return view === null ? null : { relation: view.relation, state: null };
}
