import { LADDER, type SpokenBy } from '../statistics/tested-change/ladder.ts';
import type { TestedBasis } from './basis.ts';
import { basisInWords } from './basis-in-words.ts';
import { byChart } from './by-chart.ts';
import { byTrend } from './by-trend.ts';
import { byTwoPeriods } from './by-two-periods.ts';
import { comparisonFor, type NotComparable } from './comparison.ts';
import { type AvailableDirection, directionSymbols, type UnavailableDirection } from './direction.ts';
import { type Evidence, earlierSide, isAnnual } from './evidence.ts';
import { isOptimum } from './improvement.ts';
import type { DirectionInputs } from './inputs.ts';
import { notTested } from './not-tested.ts';
import type { DirectionScheme } from './scheme.ts';
import { testedInWords } from './tested-words.ts';
import type { Asked, Verdict } from './verdict.ts';

/** The ways to test that a basis tries, in order. */
const RUNGS: Readonly<Record<TestedBasis, readonly SpokenBy[]>> = {
  spc: ['chart'],
  testedDifference: ['twoPeriods'],
  recentTrend: ['recentTrend'],
  tested: LADDER,
};

const SPEAK: Readonly<Record<SpokenBy, (asked: Asked) => Verdict | NotComparable>> = {
  chart: byChart,
  twoPeriods: byTwoPeriods,
  recentTrend: byTrend,
  notTested,
};

/**
 * The direction of travel under a basis that asks first whether chance explains a change. The ladder (`tested`) takes
 * the first of these that what is held allows, and names it:
 *
 * 1. the state of the latest point of the control chart, where it has 13 figures and the measure no season;
 * 2. the cases of two periods: Newcombe's 95% interval of the difference of two shares, or the exact Poisson ratio of
 *    two rates, and a change beyond the dead band of the scheme, which is the least change that matters;
 * 3. the recent trend of five annual figures with their intervals;
 * 4. a change beyond the dead band, labelled "not tested".
 *
 * Which way is good is applied last. No figure for the period, no direction. Source: `docs/schemes.md`.
 *
 * @example
 * // 850 of 1,000 after 700 of 1,000, higher is better, under the preset "tested"
 * testedDirection(inputs, scheme, 'tested').basisInWords // 'Tested against the previous quarter'
 */
export function testedDirection(
  inputs: DirectionInputs,
  scheme: DirectionScheme,
  basis: TestedBasis,
): AvailableDirection | UnavailableDirection {
  const { evidence } = inputs;
  const refuse = (why: NotComparable): UnavailableDirection => ({
    kind: 'unavailable',
    label: scheme.labels.unavailable,
    basis,
    basisInWords: basisInWords(scheme, evidence?.span),
    ...why,
  });
  const cannot = neverSpoken(inputs, scheme, evidence);
  if (cannot !== null || evidence === undefined) return refuse(cannot ?? nothingHeld);
  const asked: Asked = {
    inputs,
    evidence,
    scheme,
    against: earlierSide(evidence),
    isLadder: basis === 'tested',
  };
  let why: NotComparable = nothingHeld;
  for (const rung of RUNGS[basis]) {
    const spoken = SPEAK[rung](asked);
    if (!('reason' in spoken)) return available(spoken, rung, asked, basis);
    why = spoken;
  }
  return refuse(why);
}

const nothingHeld: NotComparable = {
  reasonCode: 'noCases',
  reason: 'Nothing is held that a change could be tested by.',
};

/** What no way of testing can do without. */
function neverSpoken(
  inputs: DirectionInputs,
  scheme: DirectionScheme,
  evidence: Evidence | undefined,
): NotComparable | null {
  if (inputs.polarity === 'none') {
    return { reasonCode: 'informationOnly', reason: 'For information only: neither way is better.' };
  }
  if (inputs.now.kind === 'missing') {
    const none = comparisonFor(inputs, scheme, { kind: 'previousPeriod' });
    return 'reason' in none ? none : nothingHeld;
  }
  if (inputs.polarity === null && inputs.now.kind !== 'step') {
    return { reasonCode: 'noPolarity', reason: 'Nobody has confirmed whether higher or lower is better.' };
  }
  return evidence === undefined ? nothingHeld : null;
}

function available(
  verdict: Verdict,
  spokenBy: SpokenBy,
  { inputs, evidence, scheme, against }: Asked,
  basis: TestedBasis,
): AvailableDirection {
  const { outcome, change, oneCaseDecides, before } = verdict;
  const { polarity, unit, now } = inputs;
  const best =
    outcome === 'stabilised' && now.kind !== 'missing' && isOptimum(now, polarity, unit)
      ? scheme.atOptimum
      : null;
  const label = best?.label ?? scheme.labels[outcome];
  const looksAtTwo = spokenBy === 'twoPeriods' || spokenBy === 'notTested';
  const tested = { spokenBy, against: looksAtTwo ? against : null, oneCaseDecides };
  const named = testedInWords(tested, evidence.span, isAnnual(evidence));
  const oneCase = oneCaseDecides ? ` ${ONE_CASE}` : '';
  return {
    kind: 'available',
    outcome,
    label,
    symbol: directionSymbols[outcome],
    basis,
    basisInWords: named,
    compared: { now, before },
    change,
    tested,
    sentence: `${label}: ${verdict.sentence}${oneCase}`,
    brief: `${verdict.brief}${oneCaseDecides ? `. ${ONE_CASE.replace(/\.$/, '')}` : ''}`,
  };
}

const ONE_CASE = 'One case more or less would have changed this.';
