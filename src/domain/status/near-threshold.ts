import { countable, figureOf, oneCaseApart } from '../direction/cases.ts';
import { compare, type Decimal, decimal, roundTo, zero } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { assessStatus } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { type DistanceToBand, edgesAround, smallest } from './distance.ts';
import { roundingOf } from './evaluation.ts';
import type { StatusInputs } from './inputs.ts';
import { nearInBrief, nearInWords } from './near-words.ts';
import type { Outcome } from './outcome.ts';
import type { StatusScheme } from './scheme.ts';

/** Another status that a figure is close to. */
export interface CloseStatus {
  outcome: Outcome;
  /** By the ranks of the two statuses; `other` where they rank alike, as above and below a range may. */
  toward: 'worse' | 'better' | 'other';
  /** Exact, in the unit of the measure, never negative. */
  amount: string;
  /** The figure at the edge, and on which side of the figure it lies. */
  at: string;
  change: 'more' | 'less';
}

/** That little was missing for another status. */
export interface NearThreshold {
  /** Those within the scheme's `near` of the figure, the worse first; empty where only one of the others below holds. */
  close: readonly CloseStatus[];
  /** What it would be if figures were rounded before they are compared; null where that is the same. */
  ifRounded: Outcome | null;
  /** Under a scheme that does round them: what it would be if it did not. */
  ifUnrounded: Outcome | null;
  /** What one case more and one case fewer would have made it, where that is another status. */
  oneCase: readonly { change: 'more' | 'fewer'; outcome: Outcome }[];
  /** For a cell: "0.12 points from Red; Red if rounded". */
  brief: string;
  /** To stand after the explanation: "Only 0.12 percentage points from Red. Rounded as they are printed, …" */
  sentence: string;
}

/**
 * Whether little was missing for another status, better or worse. It is where one of these holds:
 *
 * - the figure is within `near.percent` percent of the figure at which the status changes, or within `near.places` of
 *   its last printed place, both included (the setting `near` of the scheme: 0.5% and one place unless it says
 *   otherwise);
 * - its status would be another if it and what it is held against were rounded as they are printed;
 * - one case more or fewer would have made it another, where the cases that make up a percentage or a rate are held.
 *
 * A figure that is exactly on what was promised is not close to missing it: "on target" says all of that.
 *
 * Null where none holds, and where nothing can be said: no status by its figure (a milestone, a date, a state, a status
 * that a person gave), or one that hangs on a direction of travel that was given. Which other status is close, and how
 * far it is, is what the engine itself answers (`distancesToBands`), so it holds for any scheme, polarity and target.
 *
 * @param distances those of the same inputs, scheme and assessment, worked out when they are asked for
 * @example
 * // 71.37% against a target of 75.0%, higher is better, under "derby", where Red begins below 71.25%
 * nearThreshold(inputs, derby, assessment, distances)?.brief // '0.12 points from Red'
 */
export function nearThreshold(
  inputs: StatusInputs,
  scheme: StatusScheme,
  assessment: Assessment,
  distances: () => readonly DistanceToBand[],
): NearThreshold | null {
  if (assessment.kind !== 'status') return null;
  const around = edgesAround(inputs, scheme);
  if (around === null) return null;
  const { outcome } = assessment;
  const otherwise = otherwiseRounded(inputs, scheme, outcome);
  const oneCase = oneCaseAway(inputs, scheme, outcome);
  // Most figures are far from every edge: only of the others is it worth asking what lies beyond.
  const mayBeClose =
    roundingOf(scheme) !== null ||
    around.edges.some((edge) => isWithin(edge.minus(around.actual).abs(), edge, inputs, scheme));
  if (!mayBeClose && otherwise === null && oneCase.length === 0) return null;
  const close = distances()
    .filter((distance) => isNear(distance, inputs, scheme) && !isOnPromise(distance, inputs, scheme))
    .map((distance) => asClose(distance, outcome))
    .sort((a, b) => ORDER.indexOf(a.toward) - ORDER.indexOf(b.toward));
  if (close.length === 0 && otherwise === null && oneCase.length === 0) return null;
  const rounds = scheme.numeric.compare === 'asDisplayed';
  const found = {
    close,
    ifRounded: rounds ? null : otherwise,
    ifUnrounded: rounds ? otherwise : null,
    oneCase,
  };
  return { ...found, brief: nearInBrief(found, inputs.unit), sentence: nearInWords(found, inputs.unit) };
}

const ORDER: readonly CloseStatus['toward'][] = ['worse', 'other', 'better'];

const isNear = ({ amount, at }: DistanceToBand, inputs: StatusInputs, scheme: StatusScheme): boolean =>
  isWithin(decimal(amount), decimal(at), inputs, scheme);

function isWithin(
  away: Decimal,
  edge: Decimal,
  { unit }: StatusInputs,
  { near }: Pick<StatusScheme, 'near'>,
): boolean {
  // Multiplied out: a percentage of the edge is never divided.
  if (compare(away.times('100'), edge.abs().times(near.percent)) <= 0) return true;
  return 'decimals' in unit && compare(away, lastPlaces(near.places, unit.decimals)) <= 0;
}

/** What a figure is said to be "on". The ends of a range are not among them: there it is said to be inside. */
const LEVELS = ['target', 'floor', 'stretch', 'yearTarget'] as const;

/** At the very edge that a target is: the figure keeps what was promised, and nothing is nearer to it. */
function isOnPromise({ amount }: DistanceToBand, inputs: StatusInputs, scheme: StatusScheme): boolean {
  const { unit, comparators } = inputs;
  const rounding = roundingOf(scheme);
  const compared = (figure: Figure | undefined): Decimal | null =>
    figure?.kind !== 'number'
      ? null
      : rounding === null || !('decimals' in unit)
        ? figure.value
        : roundTo(figure.value, unit.decimals, rounding);
  const actual = compared(inputs.actual);
  // Where figures are rounded first, the next one that can be displayed is a place away.
  const reach = rounding === null || !('decimals' in unit) ? zero : smallest(unit.decimals);
  if (actual === null || compare(decimal(amount), reach) > 0) return false;
  return LEVELS.some((name) => {
    const promised = compared(comparators[name]);
    return promised !== null && compare(promised, actual) === 0;
  });
}

const lastPlaces = (places: string, decimals: number): Decimal => decimal(places).times(smallest(decimals));

const asClose = ({ outcome, amount, at, change }: DistanceToBand, now: Outcome): CloseStatus => ({
  outcome,
  toward: outcome.rank > now.rank ? 'worse' : outcome.rank < now.rank ? 'better' : 'other',
  amount,
  at,
  change,
});

/** Its status if figures were rounded before they are compared, or were not where the scheme rounds; null if the same. */
function otherwiseRounded(inputs: StatusInputs, scheme: StatusScheme, now: Outcome): Outcome | null {
  const found = assessStatus({ ...inputs, judged: undefined }, roundedTwin(scheme));
  return found.kind === 'status' && found.outcome.id !== now.id ? found.outcome : null;
}

const twins = new WeakMap<StatusScheme, StatusScheme>();

/** Made once for each scheme, since a scheme is compiled once. */
function roundedTwin(scheme: StatusScheme): StatusScheme {
  const known = twins.get(scheme);
  if (known !== undefined) return known;
  const compared = scheme.numeric.compare === 'asDisplayed' ? 'unrounded' : 'asDisplayed';
  const twin: StatusScheme = { ...scheme, numeric: { ...scheme.numeric, compare: compared } };
  twins.set(scheme, twin);
  return twin;
}

function oneCaseAway(inputs: StatusInputs, scheme: StatusScheme, now: Outcome): NearThreshold['oneCase'] {
  const { actual, unit, cases } = inputs;
  if (cases === undefined || actual.kind !== 'number' || !('decimals' in unit)) return [];
  const held = countable(cases, unit, actual);
  if ('why' in held) return [];
  // A figure that was typed as printed is held against others as they would have been typed.
  const isRounded = compare(actual.value, roundTo(actual.value, unit.decimals)) === 0;
  return oneCaseApart(held).flatMap((neighbour) => {
    const exact = figureOf(neighbour, unit).value;
    const value = isRounded ? roundTo(exact, unit.decimals) : exact;
    const found = assessStatus({ ...inputs, judged: undefined, actual: { kind: 'number', value } }, scheme);
    if (found.kind !== 'status' || found.outcome.id === now.id) return [];
    return [{ change: neighbour.count > held.count ? 'more' : 'fewer', outcome: found.outcome } as const];
  });
}
