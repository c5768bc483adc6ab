import { can } from '../../../domain/permission/can.ts';
import type { EditionView } from '../../../workflow/queries/editions.ts';
import { subjectOf } from '../../../workflow/queries/measure-in-hand.ts';
import { setUpKnown } from '../../../workflow/queries/set-up-now.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import type { Asked } from '../../route.ts';

/** Where a figure of an edition is traced, by the code of its measure; of those that the person may trace alone. */
export type TraceLinks = ReadonlyMap<string, string>;

/** Of an edition that has been replaced or is for few, the trace is of what is now known: it lists every edition. */
export async function traceLinks(
  asked: Asked,
  { edition, page, replacedBy, isOut }: EditionView,
): Promise<TraceLinks> {
  const setUp = setUpKnown(asked.known);
  const query = isOut && replacedBy === null ? '?as=published' : '';
  const found = await Promise.all(
    page.measures.map(async ({ code }): Promise<[string, string][]> => {
      const subject = await subjectOf(asked.store, actingFor(asked), code, null, setUp);
      if (subject === null || !can(asked.actors, 'readTrail', subject)) return [];
      return [[code, `/trace/${periodAddress(edition.period)}/${measureAddress(code)}${query}`]];
    }),
  );
  return new Map(found.flat());
}
