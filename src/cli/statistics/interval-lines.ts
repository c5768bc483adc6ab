import { decimal } from '../../domain/number/decimal.ts';
import { floatOf } from '../../domain/statistics/float.ts';
import { meanInterval } from '../../domain/statistics/interval/mean.ts';
import { standardisedRate, standardisedRatio } from '../../domain/statistics/interval/standardised.ts';
import { SMALL_NUMBERS, smallNumbers } from '../../domain/statistics/small-numbers.ts';
import type { Console } from '../console.ts';
import { type CountKind, readCounted } from './counted-rows.ts';
import { readExpected } from './expected-rows.ts';
import { byCode } from './grouped-rows.ts';
import { intervalOf, text } from './options.ts';
import { readStandardised } from './standardised-rows.ts';
import { FigureRows } from './typed-figures.ts';

export type IntervalKind = CountKind | 'mean' | 'dsr' | 'isr';
export const intervalKinds: readonly IntervalKind[] = ['proportion', 'rate', 'mean', 'dsr', 'isr'];

/** One interval as it is printed: numbers as decimal text, null where missing. */
export interface IntervalLine {
  readonly code: string;
  readonly count: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly method: 'wilson' | 'exact' | 'byar' | 'student' | 'dobson' | null;
  readonly smallNumbers: 'events' | 'denominator' | null;
  /** Directly standardised rates alone: parts whose count was missing, and was taken for none. */
  readonly missingCounts?: string;
}

export interface IntervalAsked {
  readonly kind: IntervalKind;
  readonly level: number;
  readonly per: number;
}

/** Reads what a kind of interval needs from standard input and works each out. */
export async function intervalLines(
  console: Console,
  asked: IntervalAsked,
): Promise<readonly IntervalLine[]> {
  if (asked.kind === 'mean') return means(console, asked);
  if (asked.kind === 'dsr') return directly(console, asked);
  return asked.kind === 'isr' ? indirectly(console, asked) : counts(console, asked.kind, asked);
}

const NOTHING = {
  count: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  method: null,
  smallNumbers: null,
};
const told = (value: number | null): string | null => (value === null ? null : text(value));

async function counts(
  console: Console,
  kind: CountKind,
  { level, per }: IntervalAsked,
): Promise<IntervalLine[]> {
  return (await readCounted(console, kind)).map(({ code, counted }) => {
    if (counted === null) return { code, ...NOTHING };
    const { value, lower, upper, method } = intervalOf(kind, counted, level, per);
    const bounds = { value: text(value), lower: text(lower), upper: text(upper), method };
    const held = { count: text(counted.count), denominator: text(counted.of) };
    return { code, ...held, ...bounds, smallNumbers: smallNumbers(counted) };
  });
}

async function means(console: Console, { level }: IntervalAsked): Promise<IntervalLine[]> {
  const input = await FigureRows.read<'code' | 'value'>(console, [
    { name: 'code', required: true, alsoCalled: ['area', 'period'] },
    { name: 'value', required: true, alsoCalled: ['actual', 'figure'] },
  ]);
  const groups = [...byCode(input.rows)].map(([code, rows]) => ({
    code,
    values: rows.flatMap((row) => input.decimal(row, 'value') ?? []),
  }));
  input.settle(console);
  return groups.map(({ code, values }) => {
    if (values.length === 0) return { code, ...NOTHING };
    const found = meanInterval(
      values.map((each) => floatOf(decimal(each))),
      level,
    );
    return {
      code,
      count: text(found.count),
      denominator: null,
      value: text(found.value),
      lower: told(found.lower),
      upper: told(found.upper),
      method: 'student',
      smallNumbers: found.count < SMALL_NUMBERS.denominator ? 'denominator' : null,
    };
  });
}

async function directly(console: Console, { level, per }: IntervalAsked): Promise<IntervalLine[]> {
  return (await readStandardised(console)).map(({ code, parts }) => {
    const { count, population, value, lower, upper } = standardisedRate(parts, { level, per });
    return {
      code,
      count: text(count),
      denominator: text(population),
      value: told(value),
      lower: told(lower),
      upper: told(upper),
      method: 'dobson',
      smallNumbers: smallNumbers({ count, of: population }),
      missingCounts: text(parts.filter((part) => part.count === null).length),
    };
  });
}

async function indirectly(console: Console, { level, per }: IntervalAsked): Promise<IntervalLine[]> {
  return (await readExpected(console)).map(({ code, held }) => {
    if (held === null) return { code, ...NOTHING };
    const { count, expected } = held;
    const { value, lower, upper, method } = standardisedRatio(count, expected, { level, per });
    const bounds = { value: text(value), lower: text(lower), upper: text(upper), method };
    return {
      code,
      count: text(count),
      denominator: text(expected),
      ...bounds,
      smallNumbers: smallNumbers({ count, of: null }),
    };
  });
}
