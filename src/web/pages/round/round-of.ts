import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { type RoundOverview, roundOverview } from '../../../workflow/queries/round-overview.ts';
import { periodAddress, periodAt } from '../../addresses.ts';
import type { Asked } from '../../route.ts';

export interface OpenRound {
  period: ReportingPeriod;
  overview: RoundOverview;
}

/** The round that `:period` of an address means; null where there is none. */
export async function roundOf({ store, authority, params, today }: Asked): Promise<OpenRound | null> {
  const period = periodAt(params.period ?? '');
  if (period === null) return null;
  const overview = await roundOverview(store, authority.code, period.code, today);
  return overview === null ? null : { period, overview };
}

export const roundAddress = (period: string): string => `/round/${periodAddress(period)}`;

/** What the form of a round carries: the version the person saw. */
export const versionIn = ({ form }: Pick<Asked, 'form'>): number | null => {
  const text = form.get('version') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};
