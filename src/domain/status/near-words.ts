import { compare, decimal, zero } from '../number/decimal.ts';
import type { Unit } from '../number/unit.ts';
import { amountInWords, inFewerWords } from './amount-words.ts';
import { spoken } from './distance.ts';
import type { CloseStatus, NearThreshold } from './near-threshold.ts';
import type { StatusScheme } from './scheme.ts';
import { listed, sentence } from './words.ts';

type Found = Omit<NearThreshold, 'brief' | 'sentence'>;

/** For a cell. @example '0.12 points from Red; Red if rounded; one case more: Green' */
export function nearInBrief({ close, ifRounded, ifUnrounded, oneCase }: Found, unit: Unit): string {
  return [
    ...close.map((each) => closeInBrief(each, unit)),
    ...(ifRounded === null ? [] : [`${ifRounded.label} if rounded`]),
    ...(ifUnrounded === null ? [] : [`${ifUnrounded.label} if not rounded`]),
    ...oneCase.map(({ change, outcome }) => `one case ${change}: ${outcome.label}`),
  ].join('; ');
}

/** To stand after the explanation. @example 'Only 0.12 percentage points from Red. One case more would have made it Green.' */
export function nearInWords({ close, ifRounded, ifUnrounded, oneCase }: Found, unit: Unit): string {
  const away = close.filter(({ amount }) => !isOnEdge(amount)).map((each) => closeInFull(each, unit));
  return [
    ...close.filter(({ amount }) => isOnEdge(amount)).map((each) => sentence(closeInFull(each, unit))),
    ...(away.length === 0 ? [] : [`Only ${listed(away, 'and')}.`]),
    ...(ifRounded === null
      ? []
      : [`Rounded as they are printed, the figures would make it ${ifRounded.label}.`]),
    ...(ifUnrounded === null
      ? []
      : [`Compared as they are, not as they are printed, the figures would make it ${ifUnrounded.label}.`]),
    ...(oneCase.length === 0 ? [] : [`One case ${oneCaseInWords(oneCase)}.`]),
  ].join(' ');
}

/**
 * What somebody who enters or approves a figure should ask where little was missing for another status.
 * @example nearCheck(found) // 'The status could easily have been another: 0.12 points from Red. Is the figure final?'
 */
export const nearCheck = ({ brief }: Pick<NearThreshold, 'brief'>): string =>
  `The status could easily have been another: ${brief}. Is the figure final?`;

/** When it is said, for a key. @example 'A figure is close to another status where it is within 0.5% of…' */
export function nearInKey({ near: { percent, places } }: Pick<StatusScheme, 'near'>): string {
  const place = places === '1' ? 'one' : places;
  return `A figure is close to another status where it is within ${percent}% of the figure at which the status changes or within ${place} of its last printed place, and where rounding or a single case would change it.`;
}

const closeInBrief = (close: CloseStatus, unit: Unit): string => inFewerWords(closeInFull(close, unit));

function closeInFull({ outcome, amount, change }: CloseStatus, unit: Unit): string {
  if (isOnEdge(amount)) return `anything ${change === 'more' ? 'higher' : 'lower'} would be ${outcome.label}`;
  return `${amountInWords(spoken(decimal(amount), unit), unit)} from ${outcome.label}`;
}

const isOnEdge = (amount: string): boolean => compare(decimal(amount), zero) === 0;

/** "more would have made it Green", "more would have made it Green, one fewer Red". */
function oneCaseInWords(oneCase: NearThreshold['oneCase']): string {
  const [first, second] = oneCase;
  const label = (each: typeof first): string => each?.outcome.label ?? '';
  if (second === undefined) return `${first?.change} would have made it ${label(first)}`;
  return label(first) === label(second)
    ? `more or fewer would have made it ${label(first)}`
    : `${first?.change} would have made it ${label(first)}, one ${second.change} ${label(second)}`;
}
