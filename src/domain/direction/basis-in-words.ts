import type { Span } from '../period/period.ts';
import { type DirectionOutcome, directionOutcomes, directionSymbols } from './direction.ts';
import type { Basis, DirectionScheme } from './scheme.ts';

const SPANS: Record<Span, string> = { month: 'month', quarter: 'quarter', half: 'half-year', year: 'year' };

/**
 * The two sides of a basis, as nouns for a sentence. `span` makes "the previous period" "the previous quarter".
 * @example sidesInWords({ kind: 'previousPeriod' }, 'quarter').before // 'the previous quarter'
 */
export function sidesInWords(basis: Basis, span: Span | null = null): { now: string; before: string } {
  const period = span === null ? 'period' : SPANS[span];
  const now = 'the latest figure';
  switch (basis.kind) {
    case 'previousPeriod':
      return { now, before: `the previous ${period}` };
    case 'samePeriodLastYear':
      return { now, before: `the same ${period} last year` };
    case 'lastOutturn':
      return { now, before: "last year's outturn" };
    case 'baseline':
      return { now, before: 'the baseline' };
    case 'forecastAgainstLastOutturn':
      return { now: 'the year-end forecast', before: "last year's outturn" };
    case 'rollingMean':
      return { now, before: `the average of the ${basis.periods} ${period}s before` };
  }
}

/**
 * What a scheme compares with what, as a report prints it beside every direction of travel.
 * @example basisInWords(presetDirection('derby')) // "Year-end forecast compared with last year's outturn"
 */
export function basisInWords(scheme: Pick<DirectionScheme, 'basis'>, span: Span | null = null): string {
  const { now, before } = sidesInWords(scheme.basis, span);
  const first = now.replace(/^the /, '');
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} compared with ${before}`;
}

/**
 * What counts as no change, in a sentence; null where any change counts.
 * @example deadBandInWords(presetDirection('norfolk-2013')) // 'A change of up to 2% of the earlier figure, either way, counts as Stabilised.'
 */
export function deadBandInWords(scheme: Pick<DirectionScheme, 'deadBand' | 'labels'>): string | null {
  const { deadBand: band, labels } = scheme;
  if (band.kind === 'none') return null;
  const size =
    band.kind === 'relative'
      ? `${band.percent}% of the earlier figure`
      : `${band.amount} in the measure's unit`;
  const reach = band.edge === 'stabilised' ? 'up to' : 'less than';
  return `A change of ${reach} ${size}, either way, counts as ${labels.stabilised}.`;
}

export interface DirectionKeyLine {
  outcome: DirectionOutcome | null;
  symbol: string | null;
  label: string;
  sentence: string;
}

/**
 * The key that a report prints for its directions of travel, generated from the scheme so that it cannot differ
 * from the rule: a line for each label and one for "N/A", then what else a reader must know.
 */
export function directionKey(
  scheme: DirectionScheme,
  span: Span | null = null,
): { basis: string; lines: DirectionKeyLine[]; notes: string[] } {
  const { now, before } = sidesInWords(scheme.basis, span);
  const band = deadBandInWords(scheme);
  const meaning: Record<DirectionOutcome, string> = {
    improving: `${now} is better than ${before}`,
    stabilised:
      band === null ? `${now} equals ${before}` : `${now} differs from ${before} by too little to count`,
    deteriorating: `${now} is worse than ${before}`,
  };
  const lines: DirectionKeyLine[] = directionOutcomes.map((outcome) => ({
    outcome,
    symbol: directionSymbols[outcome],
    label: scheme.labels[outcome],
    sentence: `${meaning[outcome].charAt(0).toUpperCase()}${meaning[outcome].slice(1)}.`,
  }));
  const none = `There is no direction of travel; the reason is given with the measure.`;
  lines.push({ outcome: null, symbol: null, label: scheme.labels.unavailable, sentence: none });
  return { basis: basisInWords(scheme, span), lines, notes: notesOf(scheme, span, band) };
}

function notesOf(scheme: DirectionScheme, span: Span | null, band: string | null): string[] {
  const notes: (string | null)[] = [band];
  if (scheme.fallback !== null) {
    const why = scheme.fallback.when.map((each) => fallbackWords[each]).join(' or ');
    notes.push(`Where ${why}: ${lowerFirst(basisInWords(scheme.fallback, span))}.`);
  }
  if (scheme.minimumPoints !== null && scheme.minimumPoints > 2) {
    notes.push(`None is given on fewer than ${scheme.minimumPoints} figures.`);
  }
  if (scheme.atOptimum !== null) {
    notes.push(`${scheme.atOptimum.label}: unchanged, and could not be better.`);
  }
  notes.push(scheme.note);
  return notes.filter((note) => note !== null);
}

/** Why another basis than the first was used, to follow "where" or "because". */
export const fallbackWords = {
  targetsProfiled: 'the targets change through the year',
  noEarlierFigure: 'there is no such earlier figure',
} as const;

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** True where a basis puts a figure of this year beside one of last year. */
export function isAcrossYears({ kind }: Basis): boolean {
  return kind === 'samePeriodLastYear' || kind === 'lastOutturn' || kind === 'forecastAgainstLastOutturn';
}
