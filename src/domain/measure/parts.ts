import type { Observation, ObservationPart } from '../facts.ts';
import { compare, type Decimal, decimal, roundTo, toText, zero } from '../number/decimal.ts';
import { missing, type TypedFigure } from '../number/figure.ts';
import { formatFigure, formatNumber } from '../number/format.ts';
import { isMissingReason } from '../number/missing-words.ts';
import type { Unit } from '../number/unit.ts';
import type { MeasureVersion } from './measure.ts';
import { ratioOf, summedCases } from './parts-ratio.ts';

/** The figure of a part as a measure's figures are held. @example partFigure({ kind: 'ward', name: 'Abbey', value: '12' }) */
export function partFigure({ value }: ObservationPart): TypedFigure {
  if (isMissingReason(value)) return missing(value, value);
  return { kind: 'number', value: decimal(value), typed: value };
}

/** What the parts of one kind say of the figure they are parts of. */
export type PartsCheck =
  | { kind: string; result: 'agrees'; sentence: string }
  /** `sentence` names what the parts come to, the figure, and the difference. */
  | { kind: string; result: 'disagrees'; sentence: string }
  | { kind: string; result: 'notChecked'; reason: string };

/** The figure that is divided, with the cases it rests on where they are held. */
export type Whole = Pick<Observation, 'figure' | 'numerator' | 'denominator' | 'parts'>;

/**
 * Holds the parts of a figure against the figure, kind by kind (directorates, wards, towns).
 *
 * In: an observation with its parts, and its measure. Counts and amounts of money must add up to the figure, exactly.
 * Shares, rates, times and averages never add up: where every part has its cases, the ratio of the summed cases must
 * print as the figure does at the unit's decimals; where not, the figure must lie between the smallest and the largest
 * part, as any weighted mean does. A number is an average where its definition names a denominator, or where it or one
 * of its parts rests on cases.
 * Out: one check for each kind, in the order in which the kinds come; none where there are no parts. Refuses nothing:
 * what cannot be checked (a part that is suppressed, a milestone) says why.
 *
 * @example two wards of 151 and 72 under a figure of 224
 * // [{ kind: 'ward', result: 'disagrees', sentence: 'The parts by ward add up to 223, and the figure is 224, a difference of 1.' }]
 */
export function checkParts(whole: Whole, measure: Pick<MeasureVersion, 'unit' | 'definition'>): PartsCheck[] {
  const kinds = [...new Set(whole.parts.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    ...checkOne(
      kind,
      whole,
      whole.parts.filter((part) => part.kind === kind),
      measure,
    ),
  }));
}

type Found = { result: 'agrees' | 'disagrees'; sentence: string } | { result: 'notChecked'; reason: string };

function checkOne(
  kind: string,
  whole: Whole,
  parts: readonly ObservationPart[],
  { unit, definition }: Pick<MeasureVersion, 'unit' | 'definition'>,
): Found {
  if (!('decimals' in unit)) return notChecked('Only numbers can be checked against their parts.');
  if (whole.figure.kind !== 'number') {
    return notChecked(`There is no figure to check the parts against (${formatFigure(whole.figure, unit)}).`);
  }
  const figure = whole.figure.value;
  const values: Decimal[] = [];
  for (const part of parts) {
    const read = partFigure(part);
    if (read.kind !== 'number')
      return notChecked(`${part.name} has no figure (${formatFigure(read, unit)}).`);
    values.push(read.value);
  }
  const counts = unit.kind === 'number' || unit.kind === 'currency';
  const average = definition.denominator !== undefined || [whole, ...parts].some(restsOnCases);
  if (counts && !average) return sumCheck(kind, figure, values, unit);
  const cases = parts.every(restsOnCases) ? summedCases(parts) : null;
  if (cases?.denominator.eq(zero)) return notChecked(`The cases of the parts by ${kind} add up to none.`);
  return cases === null
    ? rangeCheck(kind, figure, values, unit)
    : ratioCheck(kind, figure, ratioOf(cases, unit), unit);
}

const notChecked = (reason: string): Found => ({ result: 'notChecked', reason });

const restsOnCases = (held: { numerator?: string | null; denominator?: string | null }): boolean =>
  typeof held.numerator === 'string' && typeof held.denominator === 'string';

function sumCheck(kind: string, figure: Decimal, values: readonly Decimal[], unit: NumericUnit): Found {
  const sum = values.reduce((total, value) => total.plus(value), zero);
  return comparison(`The parts by ${kind} add up to`, sum, figure, unit);
}

function ratioCheck(
  kind: string,
  figure: Decimal,
  { text, value }: ReturnType<typeof ratioOf>,
  unit: NumericUnit,
): Found {
  const printed = roundTo(figure, unit.decimals);
  return comparison(`The cases of the parts by ${kind} add up to ${text}, which is`, value, printed, unit);
}

function comparison(lead: string, found: Decimal, figure: Decimal, unit: NumericUnit): Found {
  const come = `${lead} ${inFull(found, unit)}`;
  if (compare(found, figure) === 0) return { result: 'agrees', sentence: `${come}, as the figure says.` };
  const gap = difference(found.minus(figure).abs(), unit);
  const sentence = `${come}, and the figure is ${inFull(figure, unit)}, a difference of ${gap}.`;
  return { result: 'disagrees', sentence };
}

/** Compared as printed: a part that was rounded must not make a liar of the whole. */
function rangeCheck(kind: string, figure: Decimal, values: readonly Decimal[], unit: NumericUnit): Found {
  const printed = [figure, ...values].map((value) => roundTo(value, unit.decimals));
  const [standing = zero, ...sorted] = [printed[0] ?? zero, ...printed.slice(1).sort(compare)];
  const [low = zero, high = zero] = [sorted[0], sorted.at(-1)];
  const lead = `The parts by ${kind} run from ${inFull(low, unit)} to ${inFull(high, unit)}`;
  const beyond = compare(standing, low) < 0 ? low : compare(standing, high) > 0 ? high : null;
  if (beyond === null) return { result: 'agrees', sentence: `${lead}, and the figure lies between them.` };
  const gap = difference(standing.minus(beyond).abs(), unit);
  const side = compare(standing, low) < 0 ? 'below' : 'above';
  return {
    result: 'disagrees',
    sentence: `${lead}, and the figure is ${inFull(standing, unit)}, ${gap} ${side} all of them.`,
  };
}

type NumericUnit = Extract<Unit, { decimals: number }>;

/** No digit is cut: two numbers that differ must never print alike. */
function inFull(value: Decimal, unit: NumericUnit): string {
  const held = toText(value).split('.')[1]?.length ?? 0;
  return formatNumber(value, { ...unit, decimals: Math.max(held, unit.decimals) });
}

/** Between two percentages lie percentage points. */
const difference = (gap: Decimal, unit: NumericUnit): string =>
  unit.kind === 'percentage'
    ? `${inFull(gap, { kind: 'number', decimals: unit.decimals })} percentage points`
    : inFull(gap, unit);
