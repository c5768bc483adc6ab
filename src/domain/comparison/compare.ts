import type { EvaluatedMeasure, Evaluation } from '../evaluate.ts';
import type { Outcome } from '../status/outcome.ts';
import { allOutcomes } from '../status/scheme.ts';
import { type Aspect, asPrinted, aspects } from './as-printed.ts';

/** A measure as a comparison names it. */
export interface Member {
  measure: string;
  title: string;
  directorate: string;
}

/** One thing that a reader sees otherwise, with both values as they are printed; neither is empty. */
export interface Difference extends Member {
  aspect: Aspect;
  was: string;
  is: string;
}

/** How many measures had a status and have it, now and in forecast. */
export interface CountChange {
  outcome: string;
  label: string;
  /** False for a situation in which there is nothing to judge: awaited, no target. */
  isStatus: boolean;
  now: { was: number; is: number };
  forecast: { was: number; is: number };
}

export interface Comparison {
  differences: readonly Difference[];
  /** Measures of the second scorecard that the first did not have, and the other way round. */
  joined: readonly Member[];
  left: readonly Member[];
  /** Measures on both that an improvement report shows only the second time, or only the first. */
  nowExceptions: readonly Member[];
  noLongerExceptions: readonly Member[];
  /** Of every status that occurs, best first. */
  counts: readonly CountChange[];
}

/**
 * What differs between two evaluations, whatever they are of: two editions, two dates, two periods. Everything is
 * compared as it is printed: a change that no reader can see is none. Pure.
 *
 * @param before the first; @param after the second, whose order the differences have
 * @example compareEvaluations(edition1, now).differences[0]
 * // { measure: 'IG/20', title: '…', directorate: '…', aspect: 'actual', was: '88.7%', is: '91.2%' }
 */
export function compareEvaluations(before: Evaluation, after: Evaluation): Comparison {
  const first = new Map(before.measures.map((each) => [each.snapshot.version.code, each]));
  const second = new Set(after.measures.map((each) => each.snapshot.version.code));
  const both = after.measures.flatMap((is) => {
    const was = first.get(is.snapshot.version.code);
    return was === undefined ? [] : [{ was, is }];
  });
  return {
    differences: both.flatMap(({ was, is }) => differencesOf(was, is)),
    joined: after.measures.filter((each) => !first.has(each.snapshot.version.code)).map(memberOf),
    left: before.measures.filter((each) => !second.has(each.snapshot.version.code)).map(memberOf),
    nowExceptions: both
      .filter(({ was, is }) => !isException(was) && isException(is))
      .map(({ is }) => memberOf(is)),
    noLongerExceptions: both
      .filter(({ was, is }) => isException(was) && !isException(is))
      .map(({ is }) => memberOf(is)),
    counts: countsOf(before, after),
  };
}

function differencesOf(was: EvaluatedMeasure, is: EvaluatedMeasure): Difference[] {
  const [then, now] = [asPrinted(was), asPrinted(is)];
  return aspects
    .filter((aspect) => then[aspect] !== now[aspect])
    .map((aspect) => ({ ...memberOf(is), aspect, was: then[aspect], is: now[aspect] }));
}

const memberOf = ({ snapshot: { version, directorate } }: EvaluatedMeasure): Member => ({
  measure: version.code,
  title: version.title,
  directorate: directorate.name,
});

const isException = ({ status, forecastStatus }: EvaluatedMeasure): boolean =>
  status.outcome.isException || forecastStatus.outcome.isException;

function countsOf(before: Evaluation, after: Evaluation): CountChange[] {
  const outcomes = new Map<string, Outcome>();
  for (const { scheme } of [after, before]) {
    for (const outcome of allOutcomes(scheme))
      if (!outcomes.has(outcome.id)) outcomes.set(outcome.id, outcome);
  }
  const count = ({ measures }: Evaluation, which: 'status' | 'forecastStatus', id: string) =>
    measures.filter((each) => each[which].outcome.id === id).length;
  return [...outcomes.values()]
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, label, inDenominator }) => ({
      outcome: id,
      label,
      isStatus: inDenominator,
      now: { was: count(before, 'status', id), is: count(after, 'status', id) },
      forecast: { was: count(before, 'forecastStatus', id), is: count(after, 'forecastStatus', id) },
    }))
    .filter(({ now, forecast }) => now.was + now.is + forecast.was + forecast.is > 0);
}

/** True where a reader would see no difference at all. */
export const isSame = ({ differences, joined, left }: Comparison): boolean =>
  differences.length + joined.length + left.length === 0;
