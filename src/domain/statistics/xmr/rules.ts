import { sideOfEdge } from '../float.ts';
import type { Limits } from './limits.ts';
import type { XmrSettings } from './settings.ts';

/** The rules of Making Data Count, in the order in which they give a point its label. */
export const xmrRules = ['outside', 'trend', 'twoOfThree', 'shift'] as const;
export type XmrRule = (typeof xmrRules)[number];

/** A rule that a point meets, and on which side: a rising trend is `high`. */
export interface RuleMet {
  readonly rule: XmrRule;
  readonly side: 'high' | 'low';
}

export interface JudgedPoint {
  /** Of the mean: above 1, on it 0, below -1; null for a missing value. */
  readonly side: -1 | 0 | 1 | null;
  /** Between a near limit and its limit, or beyond it where the settings count that too. */
  readonly near: boolean;
  /** Every rule that it meets, the one that labels it first. */
  readonly rules: readonly RuleMet[];
}

/** Seven points of one kind are a signal. */
const RUN = 7;

type Side = -1 | 0 | 1 | null;

/**
 * What the rules say of each value of one segment against its limits, in order of time.
 *
 * Outside: strictly beyond a limit. Trend: seven values, each strictly above the one before, or each below. Two of
 * three: of three successive values all on one side of the mean, two or more near that side's limit; those are
 * flagged. Shift: seven successive values strictly on one side of the mean. A missing value, a tie (trend) and
 * a value on the mean (shift) each break the run. A point where one trend ends and another begins meets both,
 * and takes its label from the one that begins. Equal means equal to 1e-9 (see `sideOfEdge`).
 *
 * Source: NHSRplotthedots 0.2.2, R/ptd_calculate_point_type.R; Making Data Count 2023 for `mdc2023`.
 * @example
 * judgePoints([11, 18, 12], limitsOf, 'mdc2023')[1].rules // [{ rule: 'outside', side: 'high' }] where the upper limit is 17
 */
export function judgePoints(
  values: readonly (number | null)[],
  limits: Limits,
  twoOfThree: XmrSettings['twoOfThree'],
): JudgedPoint[] {
  const sides: Side[] = values.map((value) => (value === null ? null : sideOfEdge(value, limits.mean)));
  const outside = values.map((value) => beyond(value, limits.lower, limits.upper));
  const near = values.map(
    (value, at) =>
      beyond(value, limits.nearLower, limits.nearUpper) !== 0 &&
      (twoOfThree === 'mdc2023' || outside[at] === 0),
  );
  const trends = trendsOf(values);
  const pairs = pairsOf(sides, near);
  const shifts = shiftsOf(sides);
  return values.map((_, at) => {
    const rules: RuleMet[] = [];
    meet(rules, 'outside', outside[at]);
    const trend = trends[at];
    meet(rules, 'trend', trend?.out);
    if (trend?.into !== trend?.out) meet(rules, 'trend', trend?.into);
    meet(rules, 'twoOfThree', pairs[at]);
    meet(rules, 'shift', shifts[at]);
    return { side: sides[at] ?? null, near: near[at] ?? false, rules };
  });
}

function meet(rules: RuleMet[], rule: XmrRule, side: number | undefined): void {
  if (side) rules.push({ rule, side: side > 0 ? 'high' : 'low' });
}

function beyond(value: number | null, lower: number, upper: number): -1 | 0 | 1 {
  if (value === null) return 0;
  if (sideOfEdge(value, upper) > 0) return 1;
  return sideOfEdge(value, lower) < 0 ? -1 : 0;
}

/** By point, the direction of the trend that it ends or goes on (`into`), and of the one it begins or goes on (`out`). */
function trendsOf(values: readonly (number | null)[]): { into: number; out: number }[] {
  const found = values.map(() => ({ into: 0, out: 0 }));
  const stepInto = (at: number): number => {
    const value = values[at];
    const before = values[at - 1];
    return value == null || before == null ? 0 : Math.sign(value - before);
  };
  // The last point of one trend may be the first of the next.
  for (let first = 0, last = 0; first < values.length - 1; first = Math.max(last, first + 1)) {
    const direction = stepInto(first + 1);
    last = first;
    while (direction !== 0 && stepInto(last + 1) === direction) last += 1;
    if (last - first + 1 < RUN) continue;
    for (let point = first; point <= last; point += 1) {
      const each = found[point];
      if (each === undefined) continue;
      if (point > first) each.into = direction;
      if (point < last) each.out = direction;
    }
  }
  return found;
}

/** By point, the side on which it is one of two near a limit among three. */
function pairsOf(sides: readonly Side[], near: readonly boolean[]): number[] {
  const found = sides.map(() => 0);
  for (let at = 2; at < sides.length; at += 1) {
    const side = sides[at];
    if (!side || sides[at - 1] !== side || sides[at - 2] !== side) continue;
    const those = [at - 2, at - 1, at].filter((point) => near[point]);
    if (those.length >= 2) for (const point of those) found[point] = side;
  }
  return found;
}

function shiftsOf(sides: readonly Side[]): number[] {
  const found = sides.map(() => 0);
  let run = 0;
  sides.forEach((side, at) => {
    run = side && side === sides[at - 1] ? run + 1 : 1;
    if (!side || run < RUN) return;
    for (let point = at - RUN + 1; point <= at; point += 1) found[point] = side;
  });
  return found;
}
