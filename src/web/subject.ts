import type { Subject } from '../domain/permission/can.ts';
import { measureCodes, subjectOf } from '../workflow/queries/measure-in-hand.ts';
import { actingFor } from './acting.ts';
import { measureAt, periodAt } from './addresses.ts';
import type { Asked } from './route.ts';

/** The measure that `:measure` of an address means; null for none. */
export async function measureOf({ store, authority, params }: Asked): Promise<string | null> {
  return measureAt(params.measure ?? '', await measureCodes(store, authority.code));
}

/** Period and measure of `/…/:period/:measure`; null where either is nothing. */
export async function updateOf(asked: Asked): Promise<{ period: string; measure: string } | null> {
  const period = periodAt(asked.params.period ?? '');
  const measure = period === null ? null : await measureOf(asked);
  return period === null || measure === null ? null : { period: period.code, measure };
}

/** For routes about one measure in one period. */
export async function updateSubject(asked: Asked): Promise<Subject | null> {
  const which = await updateOf(asked);
  return which === null ? null : subjectOf(asked.store, actingFor(asked), which.measure, which.period);
}

/** For routes about a measure whatever the period. */
export async function measureSubject(asked: Asked): Promise<Subject | null> {
  const measure = await measureOf(asked);
  return measure === null ? null : subjectOf(asked.store, actingFor(asked), measure, null);
}

/** For lists that hold only what is one's own. */
export const ownSubject = async (): Promise<Subject> => ({ relation: 'own', state: null });
