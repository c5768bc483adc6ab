import { plainDate } from '../number/date.ts';
import { type Decimal, decimal } from '../number/decimal.ts';
import { sameWords } from '../number/typed-text.ts';
import { compareFigures, held } from './comparison.ts';
import type {
  Bounds,
  ComparatorRef,
  Condition,
  CountCondition,
  DirectionCondition,
  FigureName,
  RangeCondition,
  VarianceForm,
} from './condition.ts';
import type { BoundValue, Evaluation } from './evaluation.ts';
import { comparatorNames, type DirectionOutcome } from './inputs.ts';
import { orderOf } from './variance-test.ts';

/** Yes, no, or not known. What is not known is never taken for a no. */
export type Test = (evaluation: Evaluation) => boolean | null;

/** What conditions share within one scheme: the bounds and the comparisons, each worked out once. */
export interface Workshop {
  /** The number of a bound, by its text. */
  bound(text: string): number;
  /** The number of a comparison. */
  comparison(figure: FigureName, ref: ComparatorRef): number;
}

/** A condition as a closure. */
export function compileCondition(condition: Condition, shop: Workshop): Test {
  switch (condition.kind) {
    case 'all':
      return every(condition.of.map((each) => compileCondition(each, shop)));
    case 'any':
      return some(condition.of.map((each) => compileCondition(each, shop)));
    case 'not': {
      const test = compileCondition(condition.of, shop);
      return (evaluation) => {
        const answer = test(evaluation);
        return answer === null ? null : !answer;
      };
    }
    case 'variance':
      return variance(condition.figure ?? 'actual', condition.from, condition.form, condition, shop);
    case 'meets': {
      const edge: Bounds = condition.strictly === true ? { above: '0' } : { atLeast: '0' };
      return variance(condition.figure ?? 'actual', condition.comparator, 'absolute', edge, shop);
    }
    case 'range':
      return range(condition);
    case 'direction':
      return direction(condition, shop);
    case 'run':
      return ({ inputs }) => {
        const sides = inputs.previousSides ?? [];
        return (
          sides.length >= condition.before &&
          sides.slice(0, condition.before).every((side) => side === condition.side)
        );
      };
    case 'rank':
      return rank(condition.places, condition.percent, shop);
    case 'count':
    case 'share':
      return counted(condition, shop);
    case 'denominator':
      return valueBetween(
        condition,
        shop,
        (evaluation) => evaluation.inputs.denominator ?? evaluation.lack('denominator'),
      );
    case 'daysLate':
      return valueBetween(condition, shop, (evaluation) => daysLate(evaluation, condition.comparator));
    case 'held':
      return (evaluation) => held(evaluation, condition.comparator) !== null;
    case 'forecastOutcome':
      return (evaluation) =>
        oneOf(condition.isOneOf, evaluation.inputs.forecastOutcome ?? evaluation.lack('forecastOutcome'));
    case 'signal':
      return (evaluation) =>
        shares(condition.isOneOf, evaluation.inputs.signals ?? evaluation.lack('signals'));
    case 'flag':
      return ({ inputs }) => shares(condition.isOneOf, inputs.flags ?? []);
    case 'step': {
      const steps = condition.isOneOf.map(sameWords);
      return ({ inputs }) => inputs.actual.kind === 'step' && steps.includes(sameWords(inputs.actual.step));
    }
    case 'unit':
      return ({ inputs }) => condition.isOneOf.includes(inputs.unit.kind);
    case 'polarity':
      return (evaluation) =>
        oneOf(condition.isOneOf, evaluation.inputs.polarity ?? evaluation.lack('polarity'));
    case 'measureKind':
      return ({ inputs }) => condition.isOneOf.includes(inputs.measureKind);
  }
}

/** No as soon as one is no; not known only where the answer hangs on it. */
function every(tests: readonly Test[]): Test {
  return (evaluation) => {
    let answer: boolean | null = true;
    for (const test of tests) {
      const one = test(evaluation);
      if (one === false) return false;
      if (one === null) answer = null;
    }
    return answer;
  };
}

function some(tests: readonly Test[]): Test {
  return (evaluation) => {
    let answer: boolean | null = false;
    for (const test of tests) {
      const one = test(evaluation);
      if (one === true) return true;
      if (one === null) answer = null;
    }
    return answer;
  };
}

interface Edge {
  at: number;
  accepts: (order: number) => boolean;
}

/** The edges of a condition, each with the orders that lie on its good side. */
function edgesOf(bounds: Bounds, shop: Workshop): Edge[] {
  const edges: Edge[] = [];
  if (bounds.atLeast !== undefined)
    edges.push({ at: shop.bound(bounds.atLeast), accepts: (order) => order >= 0 });
  if (bounds.above !== undefined) edges.push({ at: shop.bound(bounds.above), accepts: (order) => order > 0 });
  if (bounds.atMost !== undefined)
    edges.push({ at: shop.bound(bounds.atMost), accepts: (order) => order <= 0 });
  if (bounds.below !== undefined) edges.push({ at: shop.bound(bounds.below), accepts: (order) => order < 0 });
  return edges;
}

function variance(
  figure: FigureName,
  from: ComparatorRef,
  form: VarianceForm,
  bounds: Bounds,
  shop: Workshop,
): Test {
  const edges = edgesOf(bounds, shop);
  const at = shop.comparison(figure, from);
  const work = (evaluation: Evaluation) => compareFigures(evaluation, figure, from);
  return (evaluation) => {
    const comparison = evaluation.remembered(at, work);
    if (comparison === null) return null;
    for (const edge of edges) {
      const order = orderOf(evaluation, comparison, form, evaluation.bounds[edge.at] as BoundValue);
      if (order === null) return null;
      if (!edge.accepts(order)) return false;
    }
    return true;
  };
}

function valueBetween(
  bounds: Bounds,
  shop: Workshop,
  read: (evaluation: Evaluation) => Decimal | null,
): Test {
  const edges = edgesOf(bounds, shop);
  return (evaluation) => {
    const value = read(evaluation);
    if (value === null) return null;
    return edges.every((edge) => edge.accepts(value.cmp((evaluation.bounds[edge.at] as BoundValue).value)));
  };
}

function range(condition: RangeCondition): Test {
  return (evaluation) => {
    const value = evaluation.figure(condition.figure ?? 'actual');
    if (value === null) return null;
    if (value.kind !== 'number') return evaluation.lack('number');
    const fromLow = condition.low === undefined ? 1 : orderAgainst(evaluation, value.value, condition.low);
    const fromHigh =
      condition.high === undefined ? -1 : orderAgainst(evaluation, value.value, condition.high);
    if (fromLow === null || fromHigh === null) return null;
    return (
      (condition.excludeLow === true ? fromLow > 0 : fromLow >= 0) &&
      (condition.excludeHigh === true ? fromHigh < 0 : fromHigh <= 0)
    );
  };
}

/** The plain order of a value and a comparator, whichever way is good. */
function orderAgainst(evaluation: Evaluation, value: Decimal, ref: ComparatorRef): number | null {
  const found = held(evaluation, ref);
  if (found === null) return null;
  if (found.figure.kind !== 'number') return evaluation.lack('number');
  return (found.scale === null ? value : value.times(found.scale)).cmp(found.figure.value);
}

const comparators: ReadonlySet<string> = new Set(comparatorNames);

function direction(condition: DirectionCondition, shop: Workshop): Test {
  const wanted = new Set(condition.isOneOf);
  const basis = comparators.has(condition.basis) ? (condition.basis as FigureName & ComparatorRef) : null;
  const at = basis === null ? -1 : shop.comparison('actual', basis);
  return (evaluation) => {
    const given = givenDirection(evaluation, condition.basis);
    if (given !== undefined) return wanted.has(given);
    if (basis === null) return evaluation.lack(`direction:${condition.basis}`);
    const comparison = evaluation.remembered(at, (each) => compareFigures(each, 'actual', basis));
    if (comparison === null) return null;
    return wanted.has(
      comparison.sign > 0 ? 'improving' : comparison.sign < 0 ? 'deteriorating' : 'stabilised',
    );
  };
}

/** Own fields only: a basis may have any name, and every object inherits a few. */
function givenDirection({ inputs: { directions } }: Evaluation, basis: string): DirectionOutcome | undefined {
  return directions !== undefined && Object.hasOwn(directions, basis) ? directions[basis] : undefined;
}

function rank(places: string | undefined, percent: string | undefined, shop: Workshop): Test {
  const at = shop.bound(places ?? percent ?? '0');
  return (evaluation) => {
    const { rank: held } = evaluation.inputs;
    if (held === undefined) return evaluation.lack('rank');
    const bound = evaluation.bounds[at] as BoundValue;
    return held.place.cmp(places !== undefined ? bound.value : bound.share.times(held.of)) <= 0;
  };
}

function counted(condition: CountCondition, shop: Workshop): Test {
  const edges = edgesOf(condition, shop);
  return (evaluation) => {
    const { counts } = evaluation.inputs;
    if (counts === undefined) return evaluation.lack('counts');
    const sum = (ids: readonly string[]) =>
      ids.reduce((total, id) => total + (Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0), 0);
    const found = decimal(String(sum(condition.outcomes)));
    const all = decimal(String(sum(Object.keys(counts))));
    if (condition.kind === 'share' && all.c[0] === 0) return evaluation.lack('counts');
    return edges.every((edge) => {
      const bound = evaluation.bounds[edge.at] as BoundValue;
      return edge.accepts(found.cmp(condition.kind === 'count' ? bound.value : bound.share.times(all)));
    });
  };
}

function daysLate(evaluation: Evaluation, ref: ComparatorRef): Decimal | null {
  const done = evaluation.figure('actual');
  const due = held(evaluation, ref);
  if (done === null || due === null) return null;
  if (done.kind !== 'date' || due.figure.kind !== 'date') return evaluation.lack('date');
  return decimal(String(plainDate(due.figure.date).until(plainDate(done.date), { largestUnit: 'day' }).days));
}

function oneOf(wanted: readonly string[], value: string | null): boolean | null {
  return value === null ? null : wanted.includes(value);
}

function shares(wanted: readonly string[], found: readonly string[] | null): boolean | null {
  return found === null ? null : found.some((each) => wanted.includes(each));
}
