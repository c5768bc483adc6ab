import type { Polarity } from '../measure/measure.ts';
import { compare, roundTo, toText } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { formatFigure } from '../number/format.ts';
import type { Unit } from '../number/unit.ts';
import { deadBandInWords, isAcrossYears, sidesInWords } from './basis-in-words.ts';
import type { Comparison } from './comparison.ts';
import type { DirectionOutcome } from './direction.ts';
import type { DirectionTargets } from './inputs.ts';
import type { Basis, DirectionScheme } from './scheme.ts';

export interface Judged {
  comparison: Comparison;
  outcome: DirectionOutcome;
  label: string;
  polarity: Polarity | null;
  unit: Unit;
  targets: DirectionTargets;
  basis: Basis;
  scheme: DirectionScheme;
  /** True where the two figures do not differ at all. */
  unchanged: boolean;
}

/**
 * Why a direction is what it is: both figures, how they differ, and which way is better.
 * @example "Deteriorating: the year-end forecast (29.5) is higher than last year's outturn (28.0), and lower is better."
 */
export function sentenceFor(judged: Judged): string {
  const { comparison, label, basis } = judged;
  const [now, before] = printed(comparison, judged.unit);
  const names = sidesInWords(basis);
  return `${label}: ${names.now} (${now}) ${difference(judged, `${names.before} (${before})`)}`;
}

/**
 * What the present figure was compared with, and no more.
 * @example "Last year's outturn: 28.0"
 */
export function comparedWith(comparison: Comparison, basis: Basis, unit: Unit): string {
  const name = sidesInWords(basis).before.replace(/^the /, '');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${printed(comparison, unit)[1]}`;
}

function difference(judged: Judged, before: string): string {
  const { outcome, polarity, scheme, unchanged, comparison } = judged;
  if (unchanged) return `is the same as ${before}.`;
  if (outcome === 'stabilised') {
    if (polarity === 'within' && deadBandInWords(scheme) === null)
      return `is as far from the range as ${before}.`;
    const band = deadBandInWords(scheme);
    return band === null
      ? `is as far from the target as ${before}.`
      : `differs little from ${before}. ${band}`;
  }
  const better = outcome === 'improving';
  if (comparison.now.kind === 'step') return `is a ${better ? 'better' : 'worse'} step than ${before}.`;
  if (polarity === 'closest' || polarity === 'within') {
    return `is ${better ? 'closer to' : 'further from'} ${aim(judged)} than ${before}.`;
  }
  const upward = better === (polarity === 'higher');
  if (comparison.now.kind === 'date') {
    const than = isAcrossYears(judged.basis) ? 'in the year than' : 'than';
    return `is ${upward ? 'later' : 'earlier'} ${than} ${before}, and ${polarity === 'higher' ? 'later' : 'earlier'} is better.`;
  }
  return `is ${upward ? 'higher' : 'lower'} than ${before}, and ${polarity} is better.`;
}

function aim({ polarity, targets, unit }: Judged): string {
  const text = (figure: Figure | null | undefined) => (figure ? formatFigure(figure, unit) : null);
  if (polarity === 'closest') return `the target (${text(targets.target)})`;
  const [low, high] = [text(targets.low), text(targets.high)];
  if (low !== null && high !== null) return `the range (${low} to ${high})`;
  return low === null ? `the range (${high} or less)` : `the range (${low} or more)`;
}

/**
 * Both figures as the reports print them, an average with one decimal more than the unit has: it falls between the
 * figures it was made of, and all twelve places of it would claim what nobody measured. Where a reader could not see from
 * this which is more, both get as many decimals as tell that.
 */
function printed({ now, before, exactMean }: Comparison, unit: Unit): [now: string, before: string] {
  if (now.kind !== 'number' || before.kind !== 'number' || !('decimals' in unit))
    return [formatFigure(now, unit), formatFigure(before, unit)];
  const order = compare(now.value, before.value);
  const tells = ([nowPlaces, beforePlaces]: Places) =>
    compare(roundTo(now.value, nowPlaces), roundTo(before.value, beforePlaces)) === order;
  const finest = Math.max(...[now, before].map((each) => (toText(each.value).split('.')[1] ?? '').length));
  let places: Places = [unit.decimals, unit.decimals + (exactMean === null ? 0 : 1)];
  while (!tells(places) && places[0] < finest) {
    const finer = Math.max(...places) + (places[0] === places[1] ? 1 : 0);
    places = [finer, finer];
  }
  return [
    formatFigure(now, { ...unit, decimals: places[0] }),
    formatFigure(before, { ...unit, decimals: places[1] }),
  ];
}

type Places = readonly [now: number, before: number];
