import { compare, decimal, one, roundTo, zero } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { formatFigure } from '../number/format.ts';
import { SMALL_NUMBERS } from '../statistics/small-numbers.ts';
import { comparisonFor, type NotComparable } from './comparison.ts';
import { isAnnual } from './evidence.ts';
import type { DirectionInputs } from './inputs.ts';
import { plainDirection } from './plain-direction.ts';
import { earlierInWords } from './tested-words.ts';
import type { Asked, Verdict } from './verdict.ts';

/** A change beyond the dead band between two figures of which no more is held: it says that it was not tested. */
export function notTested(asked: Asked): Verdict | NotComparable {
  const { inputs, evidence, against } = asked;
  const plain = compared(asked, inputs.now);
  if (plain.kind === 'unavailable') return plain;
  const { outcome, change, compared: sides } = plain;
  const oneCaseDecides = oneCaseApart(asked).some((now) => {
    const other = compared(asked, now);
    return other.kind === 'unavailable' || other.outcome !== outcome;
  });
  const name = earlierInWords(against, evidence.span, isAnnual(evidence));
  const lead = outcome === 'stabilised' ? 'Not tested' : 'Change, not tested';
  return {
    outcome,
    before: sides.before,
    change,
    oneCaseDecides,
    sentence: `${plain.sentence.slice(plain.label.length + 2)} This was not tested for chance.`,
    brief: `${lead}. ${name.replace(/^the /, '').replace(/^./, (first) => first.toUpperCase())}: ${formatFigure(sides.before, inputs.unit)}`,
  };
}

function compared({ inputs, scheme, against }: Asked, now: Figure) {
  const asked: DirectionInputs = { ...inputs, now };
  const basis = { kind: against };
  const comparison = comparisonFor(asked, scheme, basis);
  return plainDirection(asked, scheme, { basis, words: '', comparison });
}

/** Of a small count of cases, the figures with one more and one fewer; none of anything else. */
function oneCaseApart({ inputs: { now, unit }, scheme }: Asked): Figure[] {
  if (unit.kind !== 'number' || unit.noun !== undefined || now.kind !== 'number') return [];
  const small = String((scheme.smallNumbers ?? SMALL_NUMBERS).events);
  const isSmall = compare(now.value, zero) >= 0 && compare(now.value, decimal(small)) < 0;
  if (!isSmall || !now.value.eq(roundTo(now.value, 0))) return [];
  const near = [now.value.minus(one), now.value.plus(one)];
  return near.filter((value) => compare(value, zero) >= 0).map((value) => ({ kind: 'number', value }));
}
