import { measureAddress, periodAddress } from '../../addresses.ts';

/** Where the figures of a measure in a period are corrected. */
export const restateAddress = (period: string, measure: string): string =>
  `/restate/${periodAddress(period)}/${measureAddress(measure)}`;
