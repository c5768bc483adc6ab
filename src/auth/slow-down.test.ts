import { describe, expect, it } from 'vitest';
import type { AttemptsSoFar } from '../store/credentials.ts';
import { secondsToWait } from './slow-down.ts';

const last = '2019-01-09T09:00:00.000Z';
const now = '2019-01-09T09:00:01.000Z';
const none = { count: 0, last: null };
const failed = (count: number) => ({ count, last });
const wait = (more: Partial<AttemptsSoFar>) =>
  secondsToWait({ together: none, byName: none, byAddress: none, known: false, ...more }, now);

describe('how long somebody waits after failures', () => {
  it.each([
    ['two mistakes cost nothing', { together: failed(2) }, 0],
    ['the next ones cost twice as much each', { together: failed(3) }, 0],
    ['', { together: failed(5) }, 3],
    ['up to five minutes', { together: failed(40) }, 299],
    ['an account tried from everywhere waits half a minute at most', { byName: failed(1_000) }, 29],
    ['an address that tries every account does too', { byAddress: failed(1_000) }, 29],
    ['but nobody does who has signed in from there before', { byName: failed(1_000), known: true }, 0],
    ['other than for their own mistakes', { together: failed(8), known: true }, 31],
  ])('%s', (_why, attempts, seconds) => expect(wait(attempts)).toBe(seconds));
});
