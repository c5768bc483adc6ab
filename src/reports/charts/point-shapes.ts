import type { Signal } from '../model/charts/chart.ts';
import { tenths } from './drawn.ts';

/** A point within usual variation: a small dot. */
export const dot = (x: number, y: number, r: number): string => dots(r)(x, y);

/** Many of one size: all but its place is written once. */
export function dots(r: number): (x: number, y: number) => string {
  const [radius, across] = [tenths(r), tenths(2 * r)];
  const round = `a${radius},${radius} 0 1,1 ${across},0a${radius},${radius} 0 1,1 ${-across},0Z`;
  return (x, y) => `M${tenths(x - r)},${tenths(y)}${round}`;
}

/**
 * A signal by its outline alone: a square is a change for the better, a diamond one for the worse, a ring one that is
 * neither. `r` is half its height. To be filled by the even-odd rule.
 */
export function signalShape(signal: Signal, x: number, y: number, r: number): string {
  const at = (dx: number, dy: number) => `${tenths(x + dx)},${tenths(y + dy)}`;
  switch (signal) {
    case 'improvement': {
      const half = r * 0.85;
      return `M${at(-half, -half)}L${at(half, -half)}L${at(half, half)}L${at(-half, half)}Z`;
    }
    case 'concern': {
      const half = r * 1.3;
      return `M${at(0, -half)}L${at(half, 0)}L${at(0, half)}L${at(-half, 0)}Z`;
    }
    case 'neutral':
      return dot(x, y, r * 1.1) + dot(x, y, r * 0.5);
  }
}

/** What a shape is called beside it. */
export const signalWords: Readonly<Record<Signal, string>> = {
  improvement: 'Change for the better',
  concern: 'Change for the worse',
  neutral: 'Change, neither way better',
};
