import { agrees } from '../agreement.ts';
import { type Claim, placesOf } from '../claims.ts';
import type { Found } from '../finding.ts';
import { claimsIn } from '../read-claims.ts';
import { part, type Reading } from '../reading.ts';
import { figure, inUnit, periodInWords } from '../words.ts';
import { mayBeAlone } from './figure-differs.ts';

/**
 * A figure of the period alone, given without saying so beside a figure that is for the year to date: readers take the two
 * for one, and one of them for wrong.
 */
export function quarterAlone(reading: Reading): Found[] {
  const { input } = reading;
  const { now } = input.figures;
  const { position } = now;
  if (position === null || input.period.number === 1) return [];
  if (input.measure.periodBasis !== null && input.measure.periodBasis !== 'toDate') return [];
  return reading.sentences.flatMap((sentence) => {
    const claims = claimsIn(sentence, reading);
    // Beside the figure of another quarter, it is plain that both are of a quarter.
    if (claims.some(({ role }) => role === 'past')) return [];
    return claims.flatMap((claim) => {
      if (claim.role !== 'actual' || claim.span !== 'period') return [];
      const fits = (value: typeof position) => agrees(claim.quantity, value, placesOf(input));
      if (fits(position)) return [];
      const known = now.inPeriod !== null && fits(now.inPeriod);
      return known || mayBeAlone(claim, input) ? [found(claim, reading, known)] : [];
    });
  });
}

function found({ sentence, quantity, from }: Claim, { input }: Reading, known: boolean): Found {
  const { now } = input.figures;
  const { unit } = input.measure;
  const said = sentence.text.slice(quantity.index, quantity.index + quantity.length);
  const period = periodInWords(input.period, input.period);
  const position = now.position ?? quantity.value;
  const printed = inUnit(position, unit);
  return {
    ...part(sentence, from, quantity.index + quantity.length - from),
    figures: [
      figure(known ? 'Year to date' : 'Actual', position, unit),
      ...(now.inPeriod === null ? [] : [figure('This period alone', now.inPeriod, unit)]),
    ],
    says: known
      ? `${said} is ${period} alone, and the figure reported, ${printed}, is for the year to date. Say which is which.`
      : `The text gives ${said} for ${period}, and the figure reported is ${printed}. If ${said} is ${period} alone and ${printed} the year to date, say so.`,
    severity: 'advice',
  };
}
