import type { Span } from '../period/period.ts';
import type { SmallNumbers } from '../statistics/small-numbers.ts';
import { FEWEST_POINTS } from '../statistics/xmr/settings.ts';
import { type BasisKind, isTested, type TestedBasis } from './basis.ts';
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
    case 'spc':
      return { now, before: 'the figures before' };
    case 'testedDifference':
    case 'tested':
      return { now, before: 'the earlier figure' };
    case 'recentTrend':
      return { now, before: 'the four years before' };
  }
}

/**
 * What a scheme compares with what, as a report prints it beside every direction of travel.
 * @example basisInWords(presetDirection('derby')) // "Year-end forecast compared with last year's outturn"
 */
export function basisInWords(scheme: Pick<DirectionScheme, 'basis'>, span: Span | null = null): string {
  const { kind } = scheme.basis;
  if (isTested(kind)) return testedBases[kind];
  const { now, before } = sidesInWords(scheme.basis, span);
  const first = now.replace(/^the /, '');
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} compared with ${before}`;
}

/** The same before it is known how many periods a rolling mean has: for a choice among all. */
export const basisKindInWords = (kind: BasisKind): string =>
  kind === 'rollingMean'
    ? 'Latest figure compared with the average of several periods before'
    : basisInWords({ basis: { kind } });

const testedBases: Readonly<Record<TestedBasis, string>> = {
  spc: 'Latest figure on its control chart',
  testedDifference: 'Latest figure tested against an earlier one',
  recentTrend: 'Recent trend of five years',
  tested: 'Latest figure against earlier ones, tested for chance where it can be',
};

/** What each outcome means under a basis that tests. */
const testedMeanings: Readonly<Record<TestedBasis, Record<DirectionOutcome, string>>> = {
  spc: {
    improving: 'better than usual variation explains',
    stabilised: 'within usual variation',
    deteriorating: 'worse than usual variation explains',
  },
  testedDifference: {
    improving: 'better than the earlier figure by more than chance explains',
    stabilised: 'no better and no worse than chance explains, or than counts',
    deteriorating: 'worse than the earlier figure by more than chance explains',
  },
  recentTrend: {
    improving: 'the trend of five years is for the better by more than chance explains',
    stabilised: 'the trend of five years is no steeper than chance explains',
    deteriorating: 'the trend of five years is for the worse by more than chance explains',
  },
  tested: {
    improving: 'better than chance explains; or better, and marked as not tested',
    stabilised: 'no better and no worse than chance explains, or than counts',
    deteriorating: 'worse than chance explains; or worse, and marked as not tested',
  },
};

const EARLIER =
  'The earlier figure is that of the period before; it is that of the same period last year where the figure runs to date, rolls on or comes once a year, where the measure has a season, and where it is not known what the figure covers';
const CHART = `A control chart speaks where it has ${FEWEST_POINTS} figures or more`;
const TESTED = 'Percentages and rates are tested at 95% by the cases behind them';

/** What a reader must know of how a basis tests, a sentence each. */
const testedNotes: Readonly<Record<TestedBasis, readonly string[]>> = {
  spc: [`${CHART}.`],
  testedDifference: [`${TESTED}.`, `${EARLIER}.`],
  recentTrend: ['The trend is tested at 99.8%, and must stand whichever year is left out.'],
  tested: [
    `The first of these that the figures allow speaks, and is named: the control chart; the test of two figures; the recent trend of five years; a change that was not tested.`,
    `${CHART} and the measure no season.`,
    `${TESTED}.`,
    `${EARLIER}.`,
  ],
};

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
  const { kind } = scheme.basis;
  const meaning: Record<DirectionOutcome, string> = isTested(kind)
    ? testedMeanings[kind]
    : {
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
  const { kind } = scheme.basis;
  const notes: (string | null)[] = [...(isTested(kind) ? testedNotes[kind] : []), band];
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
  if (scheme.smallNumbers !== undefined) notes.push(smallNumbersInWords(scheme.smallNumbers));
  notes.push(scheme.note);
  return notes.filter((note) => note !== null);
}

/** @example smallNumbersInWords({ events: 5, denominator: 0 }) // 'Where fewer than 5 cases are counted, status and direction carry a note.' */
function smallNumbersInWords({ events, denominator }: SmallNumbers): string {
  const where = [
    events > 0 ? `fewer than ${events} cases are counted` : null,
    denominator > 0 ? `there are fewer than ${denominator} cases in all` : null,
  ].filter((each) => each !== null);
  return where.length === 0
    ? 'Status and direction carry no note, however few the cases are.'
    : `Where ${where.join(', or ')}, status and direction carry a note.`;
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
