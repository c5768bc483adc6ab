import { compare, zero } from '../number/decimal.ts';
import { type Band, narrowed } from './band.ts';
import type { ComparatorRef, Condition, FigureName } from './condition.ts';
import type { Wording } from './condition-words.ts';
import type { DirectionOutcome } from './inputs.ts';
import { boundIn, nounOf } from './words.ts';

/**
 * A part of a rule: a band of variance from one comparator; a choice of directions; or any other condition, which
 * holds or does not. The parts of a rule all hold at once.
 */
export type Part =
  | { kind: 'band'; figure: FigureName; band: Band }
  | { kind: 'direction'; basis: string; outcomes: readonly DirectionOutcome[] }
  | { kind: 'other'; condition: Condition; holds: boolean };

const DIRECTIONS: readonly DirectionOutcome[] = ['improving', 'stabilised', 'deteriorating'];

/** The parts that must all hold for a condition. */
export function partsOf(condition: Condition, wording: Wording): Part[] {
  if (condition.kind === 'all') return condition.of.flatMap((each) => partsOf(each, wording));
  if (condition.kind === 'not') {
    return negationOf(condition.of, wording) ?? [{ kind: 'other', condition: condition.of, holds: false }];
  }
  if (condition.kind === 'direction')
    return [{ kind: 'direction', basis: condition.basis, outcomes: condition.isOneOf }];
  return [bandOf(condition, wording) ?? { kind: 'other', condition, holds: true }];
}

/** Conditions whose opposite reads well. */
const NEGATABLE: ReadonlySet<string> = new Set(['run', 'flag', 'signal']);

/** The parts that hold where a condition does not; null where that does not come apart into parts. */
export function negationOf(condition: Condition, wording: Wording): Part[] | null {
  if (condition.kind === 'not') return partsOf(condition.of, wording);
  if (condition.kind === 'any') {
    const parts = condition.of.map((each) => negationOf(each, wording));
    return parts.every((each) => each !== null) ? parts.flat() : null;
  }
  if (condition.kind === 'all')
    return condition.of.length === 1 ? negationOf(condition.of[0] as Condition, wording) : null;
  if (condition.kind === 'direction') {
    const outcomes = DIRECTIONS.filter((outcome) => !condition.isOneOf.includes(outcome));
    return [{ kind: 'direction', basis: condition.basis, outcomes }];
  }
  const part = bandOf(condition, wording);
  if (part === null)
    return NEGATABLE.has(condition.kind) ? [{ kind: 'other', condition, holds: false }] : null;
  const { from, to } = part.band;
  if (from !== null && to !== null) return null;
  const turned = (edge: typeof from) =>
    edge === null ? null : { value: edge.value, inclusive: !edge.inclusive };
  return [{ ...part, band: { ...part.band, from: turned(to), to: turned(from) } }];
}

/** A variance or "meets" condition as a band; null for any other. */
function bandOf(condition: Condition, wording: Wording): Extract<Part, { kind: 'band' }> | null {
  if (condition.kind === 'meets') {
    const from = { value: zero, inclusive: condition.strictly !== true };
    return banded(condition.figure, condition.comparator, { form: 'absolute', from, to: null }, wording);
  }
  if (condition.kind !== 'variance') return null;
  const edge = (inclusive?: string, exclusive?: string) => {
    const text = inclusive ?? exclusive;
    return text === undefined
      ? null
      : { value: boundIn(text, wording.parameters), inclusive: inclusive !== undefined };
  };
  return banded(
    condition.figure,
    condition.from,
    {
      form: condition.form,
      from: edge(condition.atLeast, condition.above),
      to: edge(condition.atMost, condition.below),
    },
    wording,
  );
}

function banded(
  figure: FigureName | undefined,
  ref: ComparatorRef,
  band: Pick<Band, 'form' | 'from' | 'to'>,
  { scheme }: Wording,
): Extract<Part, { kind: 'band' }> {
  return { kind: 'band', figure: figure ?? 'actual', band: { ...band, ref, noun: nounOf(ref, scheme) } };
}

/** Joins parts about the same thing into one, keeping the order of first mention. */
export function merged(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const at = result.findIndex((other) => subjectOf(other) === subjectOf(part));
    const other = result[at];
    const joined = other === undefined ? null : joinedPart(other, part);
    if (joined === null) result.push(part);
    else result[at] = joined;
  }
  return result;
}

function joinedPart(a: Part, b: Part): Part | null {
  if (a.kind === 'band' && b.kind === 'band') {
    const band = narrowed(a.band, b.band);
    return band === null ? null : { ...a, band };
  }
  if (a.kind === 'direction' && b.kind === 'direction')
    return { ...a, outcomes: a.outcomes.filter((outcome) => b.outcomes.includes(outcome)) };
  return a;
}

function subjectOf(part: Part): string {
  if (part.kind === 'band') return JSON.stringify([part.figure, part.band.ref]);
  return part.kind === 'direction' ? part.basis : JSON.stringify([part.condition, part.holds]);
}

/** Can merged parts never hold together? */
export function contradictory(parts: readonly Part[]): boolean {
  return parts.some((part) => {
    if (part.kind === 'direction') return part.outcomes.length === 0;
    if (part.kind === 'other') return false;
    const { from, to } = part.band;
    if (from === null || to === null) return false;
    const order = compare(from.value, to.value);
    return order > 0 || (order === 0 && !(from.inclusive && to.inclusive));
  });
}
