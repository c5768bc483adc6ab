import { compare, type Decimal, zero } from '../number/decimal.ts';
import type { ComparatorRef, VarianceForm } from './condition.ts';
import { levelWith, sizeOf } from './words.ts';

export interface BandEdge {
  value: Decimal;
  inclusive: boolean;
}

/** A stretch of variance, better upwards; null is open. */
export interface Band {
  ref: ComparatorRef;
  noun: string;
  form: VarianceForm;
  from: BandEdge | null;
  to: BandEdge | null;
}

/** A band that rules out everything the other does not allow; null where their forms cannot be mixed. */
export function narrowed(a: Band, b: Band): Band | null {
  const plain = (band: Band) => [band.from, band.to].every((edge) => edge === null || edge.value.eq(zero));
  // Nothing is nothing in any form, so "on target" mixes with percent and with points alike; but not with
  // percent achieved, where "on target" is 100.
  if (a.form !== b.form && (a.form === 'achieved' || b.form === 'achieved' || !(plain(a) || plain(b))))
    return null;
  return {
    ...a,
    form: plain(a) ? b.form : a.form,
    from: tighter(a.from, b.from, 1),
    to: tighter(a.to, b.to, -1),
  };
}

function tighter(a: BandEdge | null, b: BandEdge | null, direction: 1 | -1): BandEdge | null {
  if (a === null || b === null) return a ?? b;
  const order = compare(a.value, b.value) * direction;
  if (order === 0) return a.inclusive ? b : a;
  return order > 0 ? a : b;
}

/** A band in words: "worse than target by up to and including 5%". No symbols but the percent sign. */
export function bandInWords(band: Band): string {
  if (band.form === 'achieved') return achievedInWords(band);
  const { ref, noun, from, to } = band;
  const size = (edge: BandEdge) => sizeOf(edge.value, band.form);
  const on = levelWith(ref, noun);
  const better = `better than ${noun}`;
  const worse = `worse than ${noun}`;
  const low = from === null ? null : compare(from.value, zero);
  const high = to === null ? null : compare(to.value, zero);
  /** Measured away from the comparator: up to an edge, and starting from one. */
  const upTo = (edge: BandEdge) =>
    `${edge.inclusive ? 'by up to and including' : 'by less than'} ${size(edge)}`;
  const starting = (edge: BandEdge) =>
    edge.inclusive ? `by ${size(edge)} or more` : `by more than ${size(edge)}`;
  const between = (near: BandEdge, far: BandEdge) =>
    near.inclusive
      ? `by ${size(near)} or more, but ${far.inclusive ? 'no more' : 'less'} than ${size(far)}`
      : `by more than ${size(near)}, ${far.inclusive ? 'up to and including' : 'but less than'} ${size(far)}`;

  if (from === null && to === null) return `any figure`;
  if (from !== null && to !== null && low !== null && high !== null) {
    if (low > 0) return `${better} ${between(from, to)}`;
    if (high < 0) return `${worse} ${between(to, from)}`;
    if (low === 0 && high === 0) return `exactly ${on}`;
    if (low === 0) return from.inclusive ? `${on}, or better ${upTo(to)}` : `${better} ${upTo(to)}`;
    if (high === 0) return to.inclusive ? `${on}, or worse ${upTo(from)}` : `${worse} ${upTo(from)}`;
    if (from.value.abs().eq(to.value) && from.inclusive && to.inclusive)
      return `within ${size(to)} of ${noun}, better or worse`;
    if (from.value.abs().eq(to.value) && !from.inclusive && !to.inclusive)
      return `less than ${size(to)} from ${noun}, better or worse`;
    return `${on}, or better ${upTo(to)}, or worse ${upTo(from)}`;
  }
  if (from !== null && low !== null) {
    if (low > 0) return `${better} ${starting(from)}`;
    if (low === 0) return from.inclusive ? `${on} or better` : better;
    return `${on} or better, or worse ${upTo(from)}`;
  }
  if (to !== null && high !== null) {
    if (high < 0) return `${worse} ${starting(to)}`;
    if (high === 0) return to.inclusive ? `${on} or worse` : worse;
    return `${on} or worse, or better ${upTo(to)}`;
  }
  return 'any figure';
}

function achievedInWords({ noun, from, to }: Band): string {
  const size = (edge: BandEdge) => sizeOf(edge.value, 'achieved');
  const of = `of ${noun === 'target' ? 'the target' : noun} achieved`;
  if (from !== null && to !== null) {
    const start = from.inclusive ? `${size(from)} or more` : `more than ${size(from)}`;
    return `${start} ${of}, but ${to.inclusive ? 'no more' : 'less'} than ${size(to)}`;
  }
  if (from !== null) return from.inclusive ? `${size(from)} or more ${of}` : `more than ${size(from)} ${of}`;
  if (to !== null) return to.inclusive ? `${size(to)} ${of}, or less` : `less than ${size(to)} ${of}`;
  return 'any figure';
}
