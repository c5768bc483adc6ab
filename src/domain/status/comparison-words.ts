import { compare, type Decimal, divideTo, one, roundTo, toText, zero } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { formatFigure } from '../number/format.ts';
import { type Fraction, formatVariance, fraction } from '../number/fraction.ts';
import type { Unit } from '../number/unit.ts';
import { amountInWords, inFewerWords } from './amount-words.ts';
import { compareFigures, held } from './comparison.ts';
import type { ComparatorRef, FigureName, VarianceForm } from './condition.ts';
import type { Comparison, Evaluation } from './evaluation.ts';
import type { StatusScheme } from './scheme.ts';
import { levelWith, nounOf } from './words.ts';

/** One comparison that a rule made, for a reader. */
export interface ExplainedComparison {
  /** The figure compared: `actual`, or another that the rule looks at. */
  figure: FigureName;
  /** The name of what was compared with (`target`), or the whole reference where it has no single name. */
  comparator: string;
  noun: string;
  /** Exact; a date or a step as it stands. */
  value: string;
  display: string;
  form: VarianceForm;
  /** Signed so that positive is better, as an exact quotient; null where only the order is known. */
  variance: { numerator: string; denominator: string; display: string } | null;
  better: boolean;
  /** "2.4% below the target of 375.0". */
  phrase: string;
  /** The same where the figures stand beside it: "2.4% below target". */
  brief: string;
}

/** Explains the comparison of a figure with a reference, or null where either is not held. */
export function explainComparison(
  evaluation: Evaluation,
  scheme: StatusScheme,
  name: FigureName,
  ref: ComparatorRef,
  form: VarianceForm,
): ExplainedComparison | null {
  const figure = evaluation.figure(name);
  const comparison = figure === null ? null : compareFigures(evaluation, name, ref);
  if (figure === null || comparison === null) return null;
  const against = shownComparator(evaluation, comparison, ref);
  if (against === null) return null;
  const { unit } = evaluation.inputs;
  const noun = nounOf(ref, scheme);
  const display = formatFigure(against, unit);
  const told = { figure, against, noun, display, ref, form };
  return {
    figure: name,
    comparator:
      typeof ref === 'string' ? ref : 'firstOf' in ref ? (heldName(evaluation, ref.firstOf) ?? noun) : noun,
    noun,
    value: textOf(against),
    display,
    form,
    variance: varianceOf(evaluation, comparison, form),
    better: comparison.sign > 0,
    phrase: phrase(evaluation, comparison, { ...told, brief: false }),
    brief: phrase(evaluation, comparison, { ...told, brief: true }),
  };
}

function heldName(evaluation: Evaluation, names: readonly FigureName[]): string | undefined {
  return names.find((name) => evaluation.figure(name) !== null);
}

/** The comparator as a figure: the nearer end of a range; a mean rounded for reading only. */
function shownComparator(evaluation: Evaluation, comparison: Comparison, ref: ComparatorRef): Figure | null {
  if (comparison.base === null) return held(evaluation, ref)?.figure ?? null;
  const value =
    comparison.scale === null ? comparison.against : divideTo(comparison.against, comparison.scale, 10);
  return { kind: 'number', value };
}

export function textOf(figure: Figure): string {
  switch (figure.kind) {
    case 'number':
      return toText(figure.value);
    case 'step':
      return figure.step;
    case 'date':
      return figure.date;
    case 'missing':
      return '';
  }
}

function varianceOf(
  evaluation: Evaluation,
  comparison: Comparison,
  form: VarianceForm,
): ExplainedComparison['variance'] {
  const { base, difference, scale } = comparison;
  if (base === null) return null;
  const relative = form === 'relative' || form === 'achieved';
  if (relative && base.eq(zero)) return null;
  const quotient: Fraction = relative ? fraction(difference, base) : fraction(difference, scale ?? one);
  const display = relative ? formatVariance(quotient) : signedAmount(evaluation, quotient);
  return { numerator: toText(quotient.numerator), denominator: toText(quotient.denominator), display };
}

function signedAmount(evaluation: Evaluation, { numerator, denominator }: Fraction): string {
  const amount = divideTo(numerator, denominator, 6);
  const sign = compare(amount, zero);
  return `${sign > 0 ? '+' : sign < 0 ? '-' : ''}${amountInWords(amount, evaluation.inputs.unit)}`;
}

interface Phrase {
  figure: Figure;
  against: Figure;
  noun: string;
  display: string;
  ref: ComparatorRef;
  form: VarianceForm;
  /** Without the figure that it is held against. */
  brief: boolean;
}

function phrase(
  evaluation: Evaluation,
  comparison: Comparison,
  { figure, against, noun, display, ref, form, brief }: Phrase,
): string {
  const { unit, polarity } = evaluation.inputs;
  const name = noun === 'target' ? 'the target' : noun;
  const promised = levelWith(ref, name).startsWith('on ');
  const where = brief ? noun : `${name}${promised ? ` of ${display}` : ` (${display})`}`;
  if (figure.kind === 'date' && against.kind === 'date') {
    const days = toText(comparison.difference.abs());
    if (comparison.sign === 0) return `on the day due, ${display}`;
    return `${days} ${days === '1' ? 'day' : 'days'} ${comparison.sign > 0 ? 'before' : 'after'} ${display}`;
  }
  if (figure.kind !== 'number' || against.kind !== 'number') {
    if (comparison.sign === 0) return brief ? levelWith(ref, noun) : `what ${name} asks for`;
    return `${comparison.sign > 0 ? 'ahead of' : 'behind'} ${where}`;
  }
  const range = polarity === 'within' ? rangeInWords(evaluation) : null;
  if (range !== null && comparison.sign === 0)
    return brief ? 'inside its range' : `inside the range of ${range}`;
  const order = compare(comparison.figure, comparison.against);
  if (order === 0) return levelWith(ref, where);
  const side = !brief ? (order > 0 ? 'above' : 'below') : comparison.sign > 0 ? 'better than' : 'worse than';
  const gap = comparison.figure.minus(comparison.against).abs();
  if (form === 'achieved' && polarity !== 'closest' && polarity !== 'within' && comparison.against.gt(zero)) {
    const [part, whole] =
      polarity === 'lower'
        ? [comparison.against, comparison.figure]
        : [comparison.figure, comparison.against];
    if (whole.gt(zero)) return `${toText(divideTo(part.times('100'), whole, 1))}% of ${where}`;
  }
  const full = amountInWords(
    readable(comparison.scale === null ? gap : divideTo(gap, comparison.scale, 12), unit),
    unit,
  );
  const amount = brief ? inFewerWords(full) : full;
  if (form !== 'relative' || comparison.base === null || comparison.base.eq(zero))
    return `${amount} ${side} ${where}`;
  const percent = formatVariance(fraction(gap, comparison.base)).replace(/^\+/, '');
  // Of a percentage, "6% above" could be taken for points: say both.
  const both = brief ? `${amount} (${percent})` : `${amount}, or ${percent},`;
  const size = unit.kind === 'percentage' ? both : percent.replace(/^just above 0%$/, amount);
  return `${size} ${side} ${where}`;
}

/** "70.0% to 85.0%"; null where only one end is held. */
function rangeInWords({ inputs: { comparators, unit } }: Evaluation): string | null {
  const ends = [comparators.low, comparators.high].flatMap((end) => (end ? [formatFigure(end, unit)] : []));
  return ends.length === 2 ? ends.join(' to ') : null;
}

/** Places beyond the unit's own that a small difference may need before it shows. */
const MOST_PLACES = 12;

/** A difference rounded for reading to the unit's decimals, or to as many more as it takes to show at all. */
function readable(gap: Decimal, unit: Unit): Decimal {
  const own = 'decimals' in unit ? unit.decimals : 0;
  for (let places = own; places < MOST_PLACES; places += 1) {
    const rounded = roundTo(gap, places);
    if (!rounded.eq(zero)) return rounded;
  }
  return gap;
}
