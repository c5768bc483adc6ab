import { measureAddress } from '../../src/web/addresses.ts';
import { codeOf, lastPeriod } from './big-authority.ts';

/** What one reader asks for, and how often in a hundred requests. */
export interface Read {
  name: string;
  share: number;
  address(reader: number, turn: number): string;
}

const period = lastPeriod.replace('/', '-');

export const reads: readonly Read[] = [
  { name: 'My work', share: 35, address: () => '/my-work' },
  {
    name: 'measure page',
    share: 30,
    address: (reader, turn) => `/measures/${measureAddress(codeOf((reader * 17 + turn * 31) % 1_000))}`,
  },
  { name: 'scorecard of 60', share: 30, address: () => `/scorecard/${period}?scorecard=council` },
  { name: 'scorecard of 1,000', share: 5, address: () => `/scorecard/${period}?scorecard=all` },
];

/** The read of a reader at a turn: the same at every run, in the shares above. */
export function readAt(reader: number, turn: number): Read {
  let at = (reader * 37 + turn * 61) % 100;
  for (const read of reads) {
    if (at < read.share) return read;
    at -= read.share;
  }
  return reads[0] as Read;
}
