import { compare, type Decimal, decimal, roundTo, toText, zero } from '../number/decimal.ts';
import { changeInWords } from './amount-words.ts';
import { assessStatus, evaluationOf, rulesFor } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { compiledOf, parametersFor } from './compile.ts';
import { walk } from './condition.ts';
import { edgePlaces, edgesOf } from './edges.ts';
import type { StatusInputs } from './inputs.ts';
import type { Outcome } from './outcome.ts';
import type { Rule, StatusScheme } from './scheme.ts';

/** How far the figure is from another status, in its own unit. */
export interface DistanceToBand {
  outcome: Outcome;
  /** Exact, never negative. Zero where the figure sits on the edge and anything beyond it changes. */
  amount: string;
  change: 'more' | 'less';
  /** The figure at the edge. */
  at: string;
  /** True where the edge itself has the other status; false where only a figure beyond it does. */
  edgeIncluded: boolean;
  /** "9.0 more would make it Green". */
  phrase: string;
}

/** Smaller than any gap between two edges that can be written down. */
const beyond = decimal(`0.${'0'.repeat(edgePlaces - 5)}1`);

/**
 * The nearest other status above and below the figure. It asks the engine itself, at every edge and just beyond,
 * so it holds for any scheme. Empty where there is no number, where the status is not computed, and where it hangs
 * on a direction of travel that was given. Figures below zero
 * are left out where nothing held is below zero: nobody finishes minus three repairs.
 *
 * @example distancesToBands(inputs, derby, assessment).map((each) => each.phrase)
 * // ['9.0 more would make it Green', 'more than 9.75 fewer would make it Red']
 */
export function distancesToBands(
  inputs: StatusInputs,
  scheme: StatusScheme,
  assessment: Assessment,
): DistanceToBand[] {
  if (assessment.kind !== 'status') return [];
  const compiled = compiledOf(scheme);
  const around = edgesAround(inputs, scheme);
  if (around === null) return [];
  const trial = trialOf(inputs, scheme);
  const search = { ...around, unit: inputs.unit, current: assessment.outcome.id, trial };
  const step =
    compiled.rounding === null || !('decimals' in inputs.unit) ? null : smallest(inputs.unit.decimals);
  const least = belowZero(inputs) ? null : zero;
  return [
    nearest({ ...search, up: true, step, least }),
    nearest({ ...search, up: false, step, least }),
  ].flatMap((found) => found ?? []);
}

/**
 * The figure as it is compared, and every figure at which its status could change: more than do. null where there is no
 * number, and where the status hangs on a direction that was given.
 */
export function edgesAround(
  inputs: StatusInputs,
  scheme: StatusScheme,
): { actual: Decimal; edges: Decimal[] } | null {
  if (inputs.actual.kind !== 'number') return null;
  const compiled = compiledOf(scheme);
  const evaluation = evaluationOf(inputs, compiled);
  const figure = evaluation.figure('actual');
  if (figure?.kind !== 'number') return null;
  const parameters = parametersFor(scheme, inputs.overrides);
  const set = rulesFor(inputs, compiled).set ?? scheme;
  if (hangsOnGivenDirection(inputs, set.rules)) return null;
  return {
    actual: figure.value,
    edges: set.rules.flatMap((rule) => edgesOf(rule.when, evaluation, parameters)),
  };
}

interface Search {
  actual: Decimal;
  unit: StatusInputs['unit'];
  current: string;
  trial: (value: Decimal) => Assessment;
  edges: readonly Decimal[];
  up: boolean;
  /** The smallest step that is displayed, where figures are rounded before they are judged. */
  step: Decimal | null;
  least: Decimal | null;
}

function nearest({ actual, unit, current, trial, edges, up, step, least }: Search): DistanceToBand | null {
  const direction = up ? 1 : -1;
  const candidates = (step === null ? edges : edges.flatMap((edge) => onGrid(edge, step)))
    .filter((edge) => compare(edge, actual) * direction >= 0)
    .sort((a, b) => compare(a, b) * direction);
  const differs = (value: Decimal): Outcome | null => {
    if (least !== null && compare(value, least) < 0) return null;
    const found = trial(value);
    return found.kind === 'status' && found.outcome.id !== current ? found.outcome : null;
  };
  for (const edge of candidates) {
    const there = compare(edge, actual) === 0 ? null : differs(edge);
    const past = there ?? (step === null ? differs(up ? edge.plus(beyond) : edge.minus(beyond)) : null);
    if (past === null) continue;
    const amount = edge.minus(actual).abs();
    const words = changeInWords(spoken(amount, unit), up, unit);
    const change = there !== null || amount.eq(zero) ? words : `more than ${words}`;
    return {
      outcome: past,
      amount: toText(readable(amount)),
      change: up ? 'more' : 'less',
      at: toText(readable(edge)),
      edgeIncluded: there !== null,
      phrase: `${change} would make it ${past.label}`,
    };
  }
  return null;
}

/** An edge without end is shown to ten places; one that ends is shown whole. */
function readable(value: Decimal): Decimal {
  return (toText(value).split('.')[1]?.length ?? 0) >= edgePlaces - 2 ? roundTo(value, 10) : value;
}

/** Places beyond the unit's own that a reader is given. */
const SPOKEN_PLACES = 2;

/** For the sentence: rounded up where it is longer, so that what it promises is still true. */
export function spoken(amount: Decimal, unit: StatusInputs['unit']): Decimal {
  const places = ('decimals' in unit ? unit.decimals : 0) + SPOKEN_PLACES;
  return (toText(amount).split('.')[1]?.length ?? 0) > places
    ? roundTo(amount, places, 'down').plus(smallest(places))
    : amount;
}

/** The displayed figures around an edge. */
function onGrid(edge: Decimal, step: Decimal): Decimal[] {
  const places = toText(step).split('.')[1]?.length ?? 0;
  const floor = roundTo(edge, places, 'down');
  return [floor.minus(step), floor, floor.plus(step)];
}

export const smallest = (decimals: number): Decimal =>
  decimal(decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);

/** The same inputs with another actual. */
function trialOf(inputs: StatusInputs, scheme: StatusScheme): (value: Decimal) => Assessment {
  return (value) => assessStatus({ ...inputs, judged: undefined, actual: { kind: 'number', value } }, scheme);
}

/** A direction that was given would be another at another figure, by a dead band that is not known here. */
function hangsOnGivenDirection(inputs: StatusInputs, rules: readonly Rule[]): boolean {
  return rules.some((rule) =>
    [...walk(rule.when)].some(
      (condition) => condition.kind === 'direction' && inputs.directions?.[condition.basis] !== undefined,
    ),
  );
}

function belowZero(inputs: StatusInputs): boolean {
  return [inputs.actual, ...Object.values(inputs.comparators)].some(
    (figure) => figure?.kind === 'number' && compare(figure.value, zero) < 0,
  );
}
