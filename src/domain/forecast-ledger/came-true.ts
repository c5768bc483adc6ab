import type { Polarity } from '../measure/measure.ts';
import { compare, type Decimal, toText } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import type { ReportingPeriod } from '../period/period.ts';
import type { Outcome } from '../status/outcome.ts';
import type { ForecastOfPeriod } from './given.ts';

/** Why a forecast is not counted among those that came true or did not; the words are chosen where they are shown. */
export type LeftOut =
  | 'noFigure' // N/A, withheld, awaited: nothing was forecast
  | 'yearOpen' // the year is not over, or its outturn is not in yet
  | 'noOutturn' // the year is over and has no outturn that can be used
  | 'notJudged' // no target or no direction that is better: neither has a status
  | 'definitionChanged'; // counted otherwise at the end of the year than when it was given

/** A forecast with what came of it. */
export interface PastForecast {
  measure: string;
  year: string;
  period: ReportingPeriod;
  forecast: Figure;
  outturn: Figure;
  /** What the measure's own status was in the period in which it was given; null where there was none. */
  statusThen: Outcome | null;
  forecastStatus: Outcome;
  outturnStatus: Outcome;
  /** `better` and `worse` are what the year's end was, beside what was forecast. */
  came: 'true' | 'better' | 'worse';
  /** On which side of the outturn the figure was; null where no side is better, and for texts and days. */
  lean: 'hopeful' | 'cautious' | 'exact' | null;
  /** Forecast less outturn, exact decimal text in the unit of the measure; null unless both are numbers. */
  error: string | null;
  isFirst: boolean;
}

export type Judged = { kind: 'past'; past: PastForecast } | { kind: 'leftOut'; why: LeftOut };

/** The end of a year, by which its forecasts are judged. */
export interface YearEndJudge {
  measure: string;
  year: string;
  isOver: boolean;
  /** As now known; a missing figure with its reason where there is none. */
  outturn: Figure;
  polarity: Polarity | null;
  /** The target that is in force at the end of the year; the lowest and highest of a range. */
  target: { target: Decimal | null; low: Decimal | null; high: Decimal | null };
  /** The day of a change after which earlier figures cannot be compared; null for none. */
  brokenOn: string | null;
  /** The status of a figure as the year end: against the target and by the rules in force at the end. */
  judge(figure: Figure): Outcome;
  /** The status of the measure's own figure in a period; null where there was none. */
  statusIn(period: string): Outcome | null;
}

/**
 * What came of a forecast. It came true where the outturn has the status that was forecast, or a better one where what was
 * forecast was on target: a promise kept with something to spare is kept. Both are judged against the target in force at
 * the end of the year, so that a target that was lowered makes no forecast true that the new one would not have.
 *
 * @example
 * // Green forecast in Quarter 2 while Red; the year ended Amber: { came: 'worse', lean: 'hopeful' }
 */
export function judgedForecast(given: ForecastOfPeriod, isFirst: boolean, end: YearEndJudge): Judged {
  const forecast = given.counted.figure;
  const { outturn, brokenOn } = end;
  if (forecast.kind === 'missing') return leftOut('noFigure');
  if (outturn.kind === 'missing') return leftOut(end.isOver ? 'noOutturn' : 'yearOpen');
  if (brokenOn !== null && given.period.end < brokenOn) return leftOut('definitionChanged');
  const forecastStatus = end.judge(forecast);
  const outturnStatus = end.judge(outturn);
  if (!forecastStatus.inDenominator || !outturnStatus.inDenominator) return leftOut('notJudged');
  const statusThen = end.statusIn(given.period.code);
  return {
    kind: 'past',
    past: {
      measure: end.measure,
      year: end.year,
      period: given.period,
      forecast,
      outturn,
      statusThen: statusThen?.inDenominator ? statusThen : null,
      forecastStatus,
      outturnStatus,
      came: whatCame(forecastStatus, outturnStatus),
      lean: leanOf(forecast, outturn, end),
      error:
        forecast.kind === 'number' && outturn.kind === 'number'
          ? toText(forecast.value.minus(outturn.value))
          : null,
      isFirst,
    },
  };
}

const leftOut = (why: LeftOut): Judged => ({ kind: 'leftOut', why });

function whatCame(forecast: Outcome, outturn: Outcome): PastForecast['came'] {
  if (forecast.id === outturn.id || forecast.rank === outturn.rank) return 'true';
  if (outturn.rank > forecast.rank) return 'worse';
  return forecast.countsAsOnTarget ? 'true' : 'better';
}

/** Hopeful: better than what came. Of a target to be met closely, or a range, nearer to it than what came. */
function leanOf(forecast: Figure, outturn: Figure, end: YearEndJudge): PastForecast['lean'] {
  if (forecast.kind !== 'number' || outturn.kind !== 'number') return null;
  const far = distance(end);
  if (far === null) return null;
  const [a, b] = [far(forecast.value), far(outturn.value)];
  // The same distance on another side of the target is neither exact nor on a better side.
  if (compare(a, b) === 0) return compare(forecast.value, outturn.value) === 0 ? 'exact' : null;
  return compare(a, b) < 0 ? 'hopeful' : 'cautious';
}

/** The smaller the better; null where nothing is. */
function distance({ polarity, target }: YearEndJudge): ((value: Decimal) => Decimal) | null {
  const { low, high } = target;
  switch (polarity) {
    case 'higher':
      return (value) => value.neg();
    case 'lower':
      return (value) => value;
    case 'closest': {
      const aim = target.target;
      return aim === null ? null : (value) => value.minus(aim).abs();
    }
    case 'within':
      if (low === null || high === null) return null;
      return (value) => {
        if (compare(value, low) < 0) return low.minus(value);
        return compare(value, high) > 0 ? value.minus(high) : value.minus(value);
      };
    default:
      return null;
  }
}
