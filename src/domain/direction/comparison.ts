import { decimal, divideTo } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { type Fraction, fraction } from '../number/fraction.ts';
import { missingInWords } from '../number/missing-words.ts';
import { sidesInWords } from './basis-in-words.ts';
import type { NoDirectionReason } from './direction.ts';
import type { DirectionInputs } from './inputs.ts';
import { type Basis, type DirectionScheme, pointsNeeded } from './scheme.ts';

export type Present = Exclude<Figure, { kind: 'missing' }>;

/** The two figures that a basis puts side by side. */
export interface Comparison {
  now: Present;
  before: Present;
  /** The earlier number undivided, where it is an average; null where `before` is exact. */
  exactMean: Fraction | null;
}

export interface NotComparable {
  reasonCode: NoDirectionReason;
  reason: string;
}

/** Finds both figures of a basis, or says in words which of them cannot be used and why. */
export function comparisonFor(
  inputs: DirectionInputs,
  scheme: DirectionScheme,
  basis: Basis,
): Comparison | NotComparable {
  const names = sidesInWords(basis);
  const onForecast = basis.kind === 'forecastAgainstLastOutturn';
  const now = onForecast ? inputs.forecast : inputs.now;
  if (now === null || now.kind === 'missing') {
    return {
      reasonCode: onForecast ? 'noForecast' : 'noFigure',
      reason: absent(now, onForecast ? 'year-end forecast' : 'figure for this period'),
    };
  }
  if (basis.kind === 'rollingMean')
    return againstMean(inputs, now, basis.periods, pointsNeeded(scheme, basis));
  const before = earlier(inputs, basis);
  if (before === null || before.kind === 'missing') {
    const broken = before?.reason === 'notComparable';
    return broken
      ? {
          reasonCode: 'notComparable',
          reason: `Not comparable: ${inputs.brokenBy ?? 'the definition changed'}, so ${names.before} cannot be compared.`,
        }
      : { reasonCode: 'noEarlierFigure', reason: absent(before, earlierNoun(basis)) };
  }
  const points = usable(inputs.history).length + 1;
  const needed = pointsNeeded(scheme, basis);
  if (needed > 2 && points < needed) return tooFew(points, needed);
  return { now, before, exactMean: null };
}

function earlier(inputs: DirectionInputs, basis: Basis): Figure | null {
  switch (basis.kind) {
    case 'previousPeriod':
      return inputs.previous;
    case 'samePeriodLastYear':
      return inputs.lastYear;
    case 'baseline':
      return inputs.baseline ?? null;
    default:
      return inputs.lastOutturn;
  }
}

/** What is left of a history after the last change of definition, without the gaps. */
function usable(history: readonly Figure[]): Present[] {
  const broken = history.findLastIndex((each) => each.kind === 'missing' && each.reason === 'notComparable');
  return history.slice(broken + 1).filter((each) => each.kind !== 'missing');
}

/** Enough to print any average; the judgement itself uses the undivided sum. */
const MEAN_PLACES = 12;

function againstMean(
  inputs: DirectionInputs,
  now: Present,
  periods: number,
  needed: number,
): Comparison | NotComparable {
  if (now.kind !== 'number')
    return { reasonCode: 'textFigure', reason: 'An average needs figures that are numbers.' };
  const values = usable(inputs.history.slice(-periods)).flatMap((each) =>
    each.kind === 'number' ? [each.value] : [],
  );
  if (values.length + 1 < needed) return tooFew(values.length + 1, needed);
  const sum = values.reduce((total, value) => total.plus(value));
  const count = decimal(String(values.length));
  const before: Present = { kind: 'number', value: divideTo(sum, count, MEAN_PLACES) };
  return { now, before, exactMean: fraction(sum, count) };
}

function tooFew(points: number, needed: number): NotComparable {
  return {
    reasonCode: 'tooFewPoints',
    reason: `Too few figures: ${points} of the ${needed} needed, this one counted.`,
  };
}

/** `noun` follows "There is no". */
function absent(figure: Figure | null, noun: string): string {
  const why =
    figure?.kind === 'missing' && figure.reason !== 'blank' ? ` (${missingInWords(figure.reason)})` : '';
  return `There is no ${noun}${why}.`;
}

/** What is missing where the earlier side is, to follow "There is no". */
function earlierNoun(basis: Basis): string {
  const { before } = sidesInWords(basis);
  if (basis.kind === 'baseline') return 'baseline';
  return before.endsWith('outturn') ? 'outturn for last year' : `figure for ${before}`;
}
