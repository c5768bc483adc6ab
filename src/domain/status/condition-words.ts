import { type Decimal, zero } from '../number/decimal.ts';
import type { Bounds, ComparatorRef, Condition } from './condition.ts';
import { comparatorNames } from './inputs.ts';
import type { StatusScheme } from './scheme.ts';
import { boundIn, levelWith, nounOf, sizeOf } from './words.ts';

/** Does a phrase speak of something good, bad or neither: a good one after a bad one is joined by "but". */
export type Tone = 'good' | 'bad' | 'plain';

export interface Wording {
  scheme: StatusScheme;
  parameters: ReadonlyMap<string, Decimal>;
}

export const UNITS = {
  number: 'a number',
  percentage: 'a percentage',
  duration: 'a length of time',
  currency: 'an amount of money',
  rate: 'a rate',
  ratio: 'a ratio',
  milestone: 'a milestone',
  yesNo: 'yes or no',
  date: 'a date',
};
export const POLARITIES = {
  higher: 'higher is better',
  lower: 'lower is better',
  closest: 'closer to target is better',
  within: 'inside a range is good',
  none: 'neither way is better',
};
export const KINDS = {
  targeted: 'targeted',
  dataOnly: 'data only',
  trendOnly: 'trend only',
  baselineYear: 'baseline year',
  inDevelopment: 'developing',
};

const known: ReadonlySet<string> = new Set(comparatorNames);

export function directionInWords(
  basis: string,
  outcomes: readonly string[],
  scheme: StatusScheme,
): { text: string; tone: Tone } {
  const noun = known.has(basis) ? nounOf(basis as ComparatorRef, scheme) : `the ${basis} basis`;
  const [up, same, down] = ['improving', 'stabilised', 'deteriorating'].map((each) =>
    outcomes.includes(each),
  );
  if (up && same && down) return { text: `there is a direction against ${noun}`, tone: 'plain' };
  if (up && same) return { text: `as good as or better than ${noun}`, tone: 'good' };
  if (same && down) return { text: `not better than ${noun}`, tone: 'bad' };
  if (up && down) return { text: `different from ${noun}`, tone: 'plain' };
  if (up) return { text: `better than ${noun}`, tone: 'good' };
  if (down) return { text: `worse than ${noun}`, tone: 'bad' };
  return { text: levelWith(basis as ComparatorRef, noun), tone: 'plain' };
}

export function rangeInWords(condition: Extract<Condition, { kind: 'range' }>, { scheme }: Wording): string {
  const low = condition.low === undefined ? null : nounOf(condition.low, scheme);
  const high = condition.high === undefined ? null : nounOf(condition.high, scheme);
  if (low === null) return condition.excludeHigh === true ? `below ${high}` : `${high} or below`;
  if (high === null) return condition.excludeLow === true ? `above ${low}` : `${low} or above`;
  const [without, and] = [condition.excludeLow === true, condition.excludeHigh === true];
  if (without && and) return `between ${low} and ${high}, neither included`;
  if (!without && !and) return `from ${low} to ${high}`;
  return without ? `above ${low}, up to ${high}` : `from ${low} to below ${high}`;
}

export function limits(bounds: Bounds, { parameters }: Wording, unit: string): string {
  const size = (text: string) => `${sizeOf(boundIn(text, parameters), 'absolute')}${unit}`;
  const parts: string[] = [];
  if (bounds.atLeast !== undefined) parts.push(`at least ${size(bounds.atLeast)}`);
  if (bounds.above !== undefined) parts.push(`more than ${size(bounds.above)}`);
  if (bounds.atMost !== undefined) parts.push(`at most ${size(bounds.atMost)}`);
  if (bounds.below !== undefined) parts.push(`fewer than ${size(bounds.below)}`);
  return parts.join(' and ');
}

export function daysInWords(condition: Extract<Condition, { kind: 'daysLate' }>, wording: Wording): string {
  const edge = condition.atMost ?? condition.below;
  if (edge !== undefined && condition.atLeast === undefined && condition.above === undefined) {
    if (boundIn(edge, wording.parameters).eq(zero))
      return condition.atMost !== undefined ? 'done on the day due or before' : 'done before the day due';
  }
  return `done ${limits(condition, wording, ' days')} late`;
}
