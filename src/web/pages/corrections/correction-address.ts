import { measureAddress, periodAddress } from '../../addresses.ts';

/** The number in `/corrections/:correction`, or in a form; null for anything else. */
export const correctionNumber = (typed: string | null | undefined): number | null =>
  /^[1-9]\d{0,8}$/.test(typed ?? '') ? Number(typed) : null;

export const correctionAddress = (number: number): string => `/corrections/${number}`;

/** Where a correction of a measure's figures in a period is proposed. */
export const proposeAddress = (period: string, measure: string): string =>
  `/corrections/new/${periodAddress(period)}/${measureAddress(measure)}`;
