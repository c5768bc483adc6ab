import { type Decimal, decimal, toText } from '../number/decimal.ts';
import { grouped } from '../number/format.ts';
import type { ComparatorRef, VarianceForm } from './condition.ts';
import type { ComparatorName } from './inputs.ts';
import type { StatusScheme } from './scheme.ts';

const NOUNS: Record<ComparatorName, string> = {
  target: 'target',
  floor: 'the minimum standard',
  stretch: 'the stretch target',
  low: 'the lower end of the range',
  high: 'the upper end of the range',
  previous: 'the period before',
  lastYear: 'the same time last year',
  lastOutturn: "last year's final figure",
  mean: 'the average of recent periods',
  baseline: 'the starting point',
  forecast: 'the year-end forecast',
  yearTarget: 'the year-end target',
  benchmark: 'the comparison figure',
  benchmarkMean: 'the average of comparable authorities',
  benchmarkMedian: 'the middle of comparable authorities',
  benchmarkBestQuartile: 'the best quarter of comparable authorities',
  benchmarkWorstQuartile: 'the worst quarter of comparable authorities',
  processMean: 'the usual level',
  processUpper: 'the upper limit of usual variation',
  processLower: 'the lower limit of usual variation',
  sigma: 'the usual variation',
};

/** What a comparator is called in a sentence; the scheme's own words first. */
export function nounOf(ref: ComparatorRef, scheme: StatusScheme): string {
  if (typeof ref === 'string') return scheme.comparatorNames[ref] ?? NOUNS[ref];
  if ('constant' in ref) return grouped(ref.constant);
  if ('mean' in ref) return `the average of the last ${ref.mean} figures`;
  return nounOf(ref.firstOf[0] as ComparatorName, scheme);
}

/** Targets are met; other figures are only equalled. */
const PROMISES: ReadonlySet<string> = new Set(['target', 'floor', 'stretch', 'yearTarget', 'low', 'high']);

export function levelWith(ref: ComparatorRef, noun: string): string {
  const name = typeof ref === 'object' && 'firstOf' in ref ? ref.firstOf[0] : ref;
  return typeof name === 'string' && PROMISES.has(name) ? `on ${noun}` : `level with ${noun}`;
}

const SIZES: Record<VarianceForm, (text: string) => string> = {
  relative: (text) => `${text}%`,
  achieved: (text) => `${text}%`,
  points: (text) => `${text} percentage ${text === '1' ? 'point' : 'points'}`,
  absolute: (text) => text,
  sigma: (text) => `${text} times the usual variation`,
};

/** The size of a bound, without its sign: `5%`, `2 percentage points`. */
export function sizeOf(bound: Decimal, form: VarianceForm): string {
  return SIZES[form](grouped(toText(bound.abs())));
}

/** The value of a bound's text under the parameters in force. */
export function boundIn(text: string, parameters: ReadonlyMap<string, Decimal>): Decimal {
  const parameter = parameters.get(text.replace(/^-/, ''));
  if (parameter === undefined) return decimal(text);
  return text.startsWith('-') ? parameter.times(decimal('-1')) : parameter;
}

/** `a, b or c`. */
export function listed(items: readonly string[], last: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** A sentence from a phrase: capital first, full stop last. */
export function sentence(phrase: string): string {
  const text = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
