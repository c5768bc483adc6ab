import { type Decimal, decimal, roundTo } from '../../number/decimal.ts';
import type { Quantity } from './quantities.ts';

const HALF = decimal('0.5');
/** "About": within a twentieth of what is held. */
const ABOUT = decimal('0.05');
/** "Nearly": from nine tenths of the number named. */
const NEARLY = decimal('0.9');
/** "More than" names the round number below, not one far below. */
const FAR_ABOVE = decimal('1.5');

/**
 * True where a held figure is what a number in a text says, within the rounding and the hedge that the words show:
 * half the last place shown either way, a twentieth for "about", one side only for "over" and "fewer than".
 *
 * @param places decimals the measure is printed with: a figure may be quoted as printed
 * @example agrees(the '88%' of 'performance stands at 88%', decimal('87.4'), 1) // false
 */
export function agrees(said: Quantity, held: Decimal, places: number): boolean {
  if (fits(said, held.abs()) || fits(said, roundTo(held, places).abs())) return true;
  // A text may be finer than what is held: 11.67 days, where the figures are kept to one decimal.
  return said.upTo === null && roundTo(said.value, places).eq(roundTo(held.abs(), places));
}

function fits({ value, upTo, step, hedge, kind }: Quantity, held: Decimal): boolean {
  const slack = step.times(HALF);
  if (upTo !== null) return held.gte(value.minus(slack)) && held.lte(upTo.plus(slack));
  const near = held.minus(value).abs().lte(slack);
  switch (hedge) {
    case 'exact':
      return near || (kind === 'share' && held.minus(value).abs().lte('5'));
    case 'about':
      return near || held.minus(value).abs().lte(held.times(ABOUT));
    case 'nearly':
      return near || (held.lte(value.plus(slack)) && held.gte(value.times(NEARLY)));
    case 'atLeast':
      return held.gte(value) && held.lte(value.times(FAR_ABOVE));
    case 'atMost':
      return held.lte(value) && held.times(FAR_ABOVE).gte(value);
  }
}
