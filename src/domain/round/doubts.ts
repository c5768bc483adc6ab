import { type Decimal, divideTo, hundred, toFixedText } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { formatFigure, formatNumber } from '../number/format.ts';
import type { Unit } from '../number/unit.ts';

/** Fewer earlier figures than this say nothing of a range. */
const ENOUGH = 4;
/** From here on a decimal point or a nought is the likeliest cause. */
const TEN_TIMES = '9';

/**
 * What is odd about a figure that was typed, as questions to the person who typed it; nothing here is an error. Both
 * guards compare exact decimals of the measure's own unit.
 *
 * @param figure what was typed
 * @param earlier the figures before it, oldest first; those that are missing are left out
 * @param before what the last of them is called
 * @returns sentences, most telling first; none where nothing is odd
 * @example figureDoubts(number('3660'), [number('341'), number('366')], { kind: 'number', decimals: 0 })
 * // ['3,660 is about ten times the figure before, 366. Is a decimal point or a nought out of place?']
 */
export function figureDoubts(
  figure: Figure,
  earlier: readonly Figure[],
  unit: Unit,
  before = 'the figure before',
): string[] {
  if (figure.kind !== 'number') return [];
  const { value } = figure;
  const shown = formatFigure(figure, unit);
  const held = earlier.flatMap((each) => (each.kind === 'number' ? [each.value] : []));
  const last = held.at(-1);
  const doubts: string[] = [];
  const tenTimes = last === undefined ? null : tenTimesWords(value, last);
  if (last !== undefined && tenTimes !== null) {
    doubts.push(
      `${shown} is ${tenTimes} ${before}, ${formatNumber(last, unit)}. Is a decimal point or a nought out of place?`,
    );
  }
  if (unit.kind === 'percentage' && value.gt(hundred)) {
    doubts.push(`${shown} is more than 100%. Is that what it should be?`);
  }
  if (doubts.length === 0 && held.length >= ENOUGH) {
    const highest = held.reduce((a, b) => (b.gt(a) ? b : a));
    const lowest = held.reduce((a, b) => (b.lt(a) ? b : a));
    const range = `${formatNumber(lowest, unit)} to ${formatNumber(highest, unit)}`;
    const beyond = value.gt(highest) ? 'higher' : value.lt(lowest) ? 'lower' : null;
    if (beyond !== null) {
      doubts.push(
        `${shown} is ${beyond} than each of the ${held.length} figures before it (${range}). Is it right?`,
      );
    }
  }
  return doubts;
}

function tenTimesWords(value: Decimal, last: Decimal): string | null {
  const [now, before] = [value.abs(), last.abs()];
  if (now.eq('0') || before.eq('0')) return null;
  if (now.gte(before.times(TEN_TIMES))) {
    return now.lte(before.times('11')) ? 'about ten times' : 'more than ten times';
  }
  if (before.gte(now.times(TEN_TIMES))) {
    return before.lte(now.times('11')) ? 'about a tenth of' : 'less than a tenth of';
  }
  return null;
}

/**
 * Whether numerator and denominator give the figure beside them, where it is a percentage.
 *
 * @returns a sentence where they do not, to the decimals the measure is printed with; null where they do or it cannot be told
 * @example partsDoubt(number('53'), decimal('6'), decimal('19'), { kind: 'percentage', decimals: 0 }) // '6 of 19 is 32%, but the figure says 53%.'
 */
export function partsDoubt(
  figure: Figure,
  numerator: Decimal,
  denominator: Decimal,
  unit: Unit,
): string | null {
  if (figure.kind !== 'number' || unit.kind !== 'percentage' || denominator.eq('0')) return null;
  const worked = divideTo(numerator.times(hundred), denominator, unit.decimals);
  if (toFixedText(worked, unit.decimals) === toFixedText(figure.value, unit.decimals)) return null;
  return (
    `${formatNumber(numerator, { kind: 'number', decimals: 0 })} of ${formatNumber(denominator, { kind: 'number', decimals: 0 })} ` +
    `is ${formatNumber(worked, unit)}, but the figure says ${formatFigure(figure, unit)}.`
  );
}
