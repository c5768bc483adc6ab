import { type Decimal, divideTo, roundTo, toFixedText } from '../../../number/decimal.ts';
import { type ChangeClaim, changesIn } from '../change-words.ts';
import { placesOf } from '../claims.ts';
import { changedBy, figuresOfPairs, wayOf } from '../comparisons.ts';
import type { Found } from '../finding.ts';
import type { CheckInput } from '../input.ts';
import { claimsIn } from '../read-claims.ts';
import { part, type Reading } from '../reading.ts';
import { type Pair, pairsFor } from '../references.ts';
import { inUnit, periodInWords } from '../words.ts';

/** "Slight" bears a change of up to a fifth; of a percentage also five points. */
const SLIGHT = '20';
const SLIGHT_POINTS = '5';
/** "Significant" needs a hundredth. */
const LARGE = '1';

/** "Slightly higher" of a figure that is a fifth higher or more; "a significant rise" of one that has hardly moved. */
export function sizeOfChange(reading: Reading): Found[] {
  const { input } = reading;
  return reading.sentences.flatMap((sentence) =>
    changesIn(sentence, reading).flatMap((claim) => {
      const { reference, size } = claim;
      if (size === null || reference === null || reference.kind === 'target') return [];
      const held = pairsFor(reference, input, claim.of);
      const pairs = held.length > 0 ? held : workedOut(claim, reading);
      const agreeing = pairs.filter((pair) => wayOf(pair) !== 0);
      if (agreeing.length === 0) return [];
      const wrong = agreeing.every((pair) =>
        size === 'slight' ? isLarge(pair, input) : !changedBy(pair, LARGE),
      );
      return wrong ? [found(claim, agreeing, input)] : [];
    }),
  );
}

function isLarge(pair: Pair, { measure: { unit } }: CheckInput): boolean {
  const points = pair.now.minus(pair.before).abs();
  return changedBy(pair, SLIGHT) && (unit.kind !== 'percentage' || points.gt(SLIGHT_POINTS));
}

/**
 * Where quarter 1 is not held: a quarter 2 figure that the text gives, taken from the year to date, leaves quarter 1. Only of
 * figures that add up, and only where what is left is more than nothing.
 */
function workedOut({ reference }: ChangeClaim, reading: Reading): Pair[] {
  const { input } = reading;
  const { position } = input.figures.now;
  const { unit, periodBasis } = input.measure;
  const adds = unit.kind === 'number' || unit.kind === 'currency';
  const toFirst = input.period.number === 2 && reference?.words === 'quarter 1';
  if (!adds || !toFirst || position === null || (periodBasis !== null && periodBasis !== 'toDate')) return [];
  const quoted = reading.sentences
    .flatMap((one) => claimsIn(one, reading))
    .find(({ role, span }) => role === 'actual' && (span === 'period' || span === 'alone'))?.quantity.value;
  if (quoted === undefined || !quoted.lt(position)) return [];
  const now = periodInWords(input.period, input.period);
  return [
    {
      now: quoted,
      before: position.minus(quoted),
      nowLabel: `${now.charAt(0).toUpperCase()}${now.slice(1)}, as the text gives it`,
      beforeLabel: `Quarter 1, the rest of ${inUnit(position, unit)}`,
    },
  ];
}

function found({ sentence, from, to, size }: ChangeClaim, pairs: readonly Pair[], input: CheckInput): Found {
  const places = placesOf(input);
  const [first] = pairs;
  const told = first === undefined ? '' : sentenceOf(first, places);
  return {
    ...part(sentence, from, to - from),
    figures: figuresOfPairs(pairs, input),
    says: `${told}: that is not ${size === 'slight' ? 'slight' : 'large'}.`,
    severity: 'advice',
  };
}

function sentenceOf({ now, before }: Pair, places: number): string {
  const finer = Math.max(places, ...[now, before].map((each) => fraction(each)));
  const [a, b] = [toFixedText(roundTo(now, finer), finer), toFixedText(roundTo(before, finer), finer)];
  if (before.eq('0')) return `It went from ${b} to ${a}`;
  const percent = divideTo(now.minus(before).abs().times('100'), before.abs(), 1);
  return `It went from ${b} to ${a}, a change of ${toFixedText(percent, 1)}%`;
}

const fraction = (value: Decimal): number => (value.toString().split('.')[1] ?? '').length;
