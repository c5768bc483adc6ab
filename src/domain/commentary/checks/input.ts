import type { Direction } from '../../direction/direction.ts';
import type { PeriodBasis, Polarity } from '../../measure/measure.ts';
import type { Decimal } from '../../number/decimal.ts';
import type { Unit } from '../../number/unit.ts';
import type { ReportingPeriod } from '../../period/period.ts';
import type { CommentaryPart } from '../text-tree.ts';

/** The three texts as plain text; '' where nothing is written. */
export type PlainTexts = Readonly<Record<CommentaryPart, string>>;

/** What is held of a measure for one period, in the unit of the measure; null where nothing is. */
export interface Standing {
  period: ReportingPeriod;
  /** What a report prints as the actual. */
  position: Decimal | null;
  /** The period alone. */
  inPeriod: Decimal | null;
  /** From the start of the year to the end of the period. */
  toDate: Decimal | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  target: Decimal | null;
  /** The year-end forecast made in it. */
  forecast: Decimal | null;
}

export interface CheckedFigures {
  now: Standing;
  /** Earlier periods of the same span, latest first; a change of definition ends the list. */
  past: readonly Standing[];
  /** For the year end. */
  yearTarget: Decimal | null;
  /** Other promises that are or were in force: floor, stretch, the ends of a range, amended targets, benchmark. */
  otherTargets: readonly Decimal[];
  /** Year-end values, latest first: last year's outturn and those before it. */
  outturns: readonly { year: string; value: Decimal }[];
}

/** How a measure was judged. */
export interface CheckedStatus {
  /** `Amber`. */
  label: string;
  /** True where it counts as on target, false where it does not, null where it is no status at all. */
  onTarget: boolean | null;
  /** True for the worst colour: what "no further action" is held against. */
  isWorst: boolean;
}

/** An earlier period's texts and status, latest first in a list. */
export interface FormerTexts {
  period: ReportingPeriod;
  texts: PlainTexts;
  status: CheckedStatus | null;
}

export interface NamedMeasure {
  code: string;
  aliases: readonly string[];
  title: string;
}

/** All that the checks of one measure's commentary depend on. */
export interface CheckInput {
  measure: NamedMeasure & { unit: Unit; polarity: Polarity | null; periodBasis: PeriodBasis | null };
  period: ReportingPeriod;
  /** The day (ISO) on which the texts are read: what lies before it is past. */
  asOf: string;
  texts: PlainTexts;
  figures: CheckedFigures;
  status: CheckedStatus;
  forecastStatus: CheckedStatus;
  /** Computed with its basis, or as a document stated it; null where there is none. */
  direction: Direction | null;
  former: readonly FormerTexts[];
  /** The measures of the authority; `complete` is false where only some are known (an exception report). */
  measures: { named: readonly NamedMeasure[]; complete: boolean };
  /** Names of the people in the directory. */
  people: readonly string[];
  /** Abbreviations that the authority's readers know, with their meaning. */
  glossary: Readonly<Record<string, string>>;
  /** Counts of people from 1 to one below this are too small to publish; null where the authority sets none. */
  disclosureThreshold: number | null;
  /** Words in one section; null for no guide. */
  lengthGuide: number | null;
  /** The sections that the status asks for. */
  required: readonly CommentaryPart[];
}
