import type { Unit } from '../../../number/unit.ts';
import { agrees } from '../agreement.ts';
import { TARGET_AFTER } from '../claim-patterns.ts';
import { type Candidate, type Claim, placesOf } from '../claims.ts';
import type { Found } from '../finding.ts';
import { claimsIn } from '../read-claims.ts';
import { part, type Reading } from '../reading.ts';
import { figure, inUnit } from '../words.ts';

/**
 * A number given as the target, the forecast, an earlier figure or the figure of this period, where what is held of it is
 * another, within the rounding that the words show.
 */
export function figureDiffers(reading: Reading): Found[] {
  return reading.sentences.flatMap((sentence) =>
    claimsIn(sentence, reading).flatMap((claim) => (differs(claim, reading) ? [found(claim, reading)] : [])),
  );
}

function differs(claim: Claim, { input }: Reading): boolean {
  const { quantity, candidates, role, span } = claim;
  const fits = candidates.some(([value]) => agrees(quantity, value, placesOf(input)));
  if (fits) return false;
  // Of a figure to date the period alone may simply not be held: told as a question by another rule.
  return !(role === 'actual' && span === 'period' && mayBeAlone(claim, input));
}

/** True where a figure of the period alone may be meant, and none is held to compare it with. */
export function mayBeAlone({ quantity }: Claim, { measure, figures, period }: Reading['input']): boolean {
  const unknown = measure.periodBasis === null || measure.periodBasis === 'toDate';
  if (!unknown || figures.now.inPeriod !== null || period.number === 1) return false;
  const adds = measure.unit.kind === 'number' || measure.unit.kind === 'currency';
  const { position } = figures.now;
  return position !== null && (!adds || quantity.value.lt(position));
}

function found({ sentence, quantity, from, candidates, role, span }: Claim, { input }: Reading): Found {
  const { unit } = input.measure;
  const start = Math.min(from, quantity.index);
  const end = endOf(sentence, quantity, role);
  const said = sentence.text.slice(quantity.index, quantity.index + quantity.length);
  const distinct = candidates.filter(
    ([value], at) => candidates.findIndex(([other]) => other.eq(value)) === at,
  );
  return {
    ...part(sentence, start, end - start),
    figures: distinct.map(([value, label]) => figure(label, value, unit)),
    says: `The text gives ${said} ${asWhat(role, span)}; ${heldOf(distinct, unit)}.`,
    severity: 'warning',
  };
}

function asWhat(role: Claim['role'], span: Claim['span']): string {
  if (role === 'past') return 'as an earlier figure';
  if (role !== 'actual') return `as the ${role}`;
  if (span === 'alone') return 'for this period alone';
  return span === 'toDate' ? 'for the year to date' : 'as the figure';
}

/** "the target is 98.0%"; "the target is 4.2 days and the year-end target 8.4 days". */
function heldOf(candidates: readonly Candidate[], unit: Unit): string {
  const told = candidates.slice(0, 3).map(([value, label], at) => {
    const name = /^(?:Last year|This period)/.test(label)
      ? label.charAt(0).toLowerCase() + label.slice(1)
      : `the ${label.toLowerCase()}`;
    return `${name.replace(/^the (?=quarter \d)/, '')} ${at === 0 ? 'is ' : ''}${inUnit(value, unit)}`;
  });
  const last = told.pop() ?? '';
  return told.length === 0 ? last : `${told.join(', ')} and ${last}`;
}

/** To the end of the number, or of the words after it that say what it is: "57.0% planned", "84.9% in quarter 1". */
function endOf(sentence: Claim['sentence'], quantity: Claim['quantity'], role: Claim['role']): number {
  const end = quantity.index + quantity.length;
  if (role === 'target')
    return end + (TARGET_AFTER.exec(sentence.text.slice(end, end + 40))?.[0].length ?? 0);
  if (role !== 'past') return end;
  const next = sentence.references().find(({ index }) => index >= end && index < end + 30);
  return next === undefined ? end : next.index + next.length;
}
