import type { Subject } from '../domain/permission/can.ts';
import { subjectOf } from '../workflow/queries/measure-in-hand.ts';
import { setUpKnown } from '../workflow/queries/set-up-now.ts';
import { actingFor } from './acting.ts';
import { measureAddress, periodAt } from './addresses.ts';
import type { Asked } from './route.ts';

/** The measure that `:measure` of an address means; null for none. */
export const measureOf = ({ known, params }: Pick<Asked, 'known' | 'params'>): Promise<string | null> =>
  measureAt(known, params.measure ?? '');

/** The measure at an address; null for none. */
export async function measureAt(known: Asked['known'], address: string): Promise<string | null> {
  const codes = await known.recall({
    key: 'addresses of measures',
    of: ['setUp'],
    work: async () => {
      const all = await setUpKnown(known).versions(null);
      return new Map(all.map(({ code }) => [measureAddress(code), code]));
    },
  });
  return codes.get(address) ?? null;
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
  return which === null
    ? null
    : subjectOf(asked.store, actingFor(asked), which.measure, which.period, setUpKnown(asked.known));
}

/** For routes about a measure whatever the period. */
export async function measureSubject(asked: Asked): Promise<Subject | null> {
  const measure = await measureOf(asked);
  return measure === null
    ? null
    : subjectOf(asked.store, actingFor(asked), measure, null, setUpKnown(asked.known));
}

/** For lists that hold only what is one's own. */
export const ownSubject = async (): Promise<Subject> => ({ relation: 'own', state: null });
