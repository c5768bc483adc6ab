import type { PastForecast } from './forecast-ledger/came-true.ts';
import { crossingFor, whyAsk } from './forecast-ledger/question.ts';
import { recordOf } from './forecast-ledger/record.ts';
import { crossingInWords, recordInWords, whyAskInWords } from './forecast-ledger/words.ts';
import { type MeasureLedger, pastOf } from './measure-ledger.ts';
import { computedSentence, paceSentence, prospectSentence, serviceForecast } from './outlook-words.ts';

/** A forecast that somebody should ask about, as a report prints it; it is frozen with an edition as it is. */
export interface ForecastQuestion {
  measure: string;
  title: string;
  directorate: string;
  /** Labels of the statuses: of the figure, and of the forecast. */
  now: string;
  forecastStatus: string;
  /** The service's own, as printed. */
  forecast: string;
  /** Worked out from the figures, with how; or why it is not. */
  computed: string;
  /** `Unlikely to meet the target`; null where nothing can honestly be said. */
  prospect: string | null;
  /** What the rest of the year asks for beside the best ever done; or why it is not worked out. */
  pace: string;
  /** How past forecasts did: `Red now, Green forecast came true 3 times in 11`. */
  record: string;
  /** Why it is asked, a sentence each; never empty. */
  why: readonly string[];
}

/**
 * The question that a measure's forecast deserves, from what was known before the year of the report began; null where
 * nothing speaks against it, and where none was given.
 *
 * @example questionOf(ledger)?.record // 'Red now, Green forecast came true 3 times in 11'
 */
export function questionOf(ledger: MeasureLedger): ForecastQuestion | null {
  const { outlook } = ledger;
  if (outlook === null || outlook.measure.snapshot.forecast === null) return null;
  const { snapshot, status, forecastStatus } = outlook.measure;
  const [now, forecast] = [status.outcome, forecastStatus.outcome];
  // Of the year that is reported the end is not known, also where it is by now.
  const past = pastOf(ledger).filter(({ year }) => year < outlook.period.year);
  const why = whyAsk({ now, forecast, pace: outlook.pace, computed: outlook.computed, past });
  if (why.length === 0) return null;
  const crossing = crossingFor(past, now, forecast);
  return {
    measure: snapshot.version.code,
    title: snapshot.version.title,
    directorate: snapshot.directorate.name,
    now: now.label,
    forecastStatus: forecast.label,
    forecast: serviceForecast(outlook),
    computed: computedSentence(outlook),
    prospect: prospectSentence(outlook),
    pace: paceSentence(outlook),
    record: crossing === null ? allInWords(past) : crossingInWords(crossing),
    why: why.map((each) => whyAskInWords[each]),
  };
}

function allInWords(past: readonly PastForecast[]): string {
  const record = recordOf(past);
  const words = recordInWords(record);
  return record.tooFew ? words : `${words}, of all its past forecasts`;
}
