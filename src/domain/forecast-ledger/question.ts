import type { Outcome } from '../status/outcome.ts';
import type { PastForecast } from './came-true.ts';
import type { ComputedForecast } from './computed.ts';
import type { Pace } from './pace.ts';
import { type Crossing, crossingsOf, FEWEST } from './record.ts';

/** Why a forecast deserves a question; the words are chosen where it is asked. */
export type WhyAsk =
  | 'pace' // more is asked of the rest of the year than was ever done
  | 'figures' // as the figures run, the target is unlikely to be met, or missed
  | 'record'; // such a forecast came true less than half of the times before

/** What is known of a forecast that was given. */
export interface ForecastGiven {
  /** What the measure's own figure has, and what the forecast has as the year end. */
  now: Outcome;
  forecast: Outcome;
  pace: Pick<Pace, 'kind' | 'verdict'> | { kind: 'none' };
  computed: Pick<ComputedForecast, 'kind' | 'prospect'> | { kind: 'none' };
  /** Of this measure, from the years before. */
  past: readonly PastForecast[];
}

/**
 * Why somebody should ask about a forecast; empty where nothing speaks against it. Only of a forecast that promises
 * something: to be on target, or better than now.
 *
 * @example
 * // Green forecast while Red; 317 a quarter are needed and 274 were the best ever: ['pace']
 */
export function whyAsk({ now, forecast, pace, computed, past }: ForecastGiven): WhyAsk[] {
  if (!forecast.inDenominator) return [];
  const why: WhyAsk[] = [];
  if (forecast.countsAsOnTarget) {
    if (pace.kind === 'pace' && (pace.verdict === 'beyondBest' || pace.verdict === 'spent')) why.push('pace');
    if (computed.kind === 'computed' && (computed.prospect === 'unlikely' || computed.prospect === 'missed'))
      why.push('figures');
  }
  const crossing = crossingFor(past, now, forecast);
  if (forecast.rank < now.rank && crossing !== null && 2 * crossing.cameTrue < crossing.forecasts)
    why.push('record');
  return why;
}

/** How often the same was forecast from where the measure stands now; null for too few to say, and without a status. */
export function crossingFor(past: readonly PastForecast[], now: Outcome, forecast: Outcome): Crossing | null {
  if (!now.inDenominator) return null;
  const found = crossingsOf(past).find((each) => each.from.id === now.id && each.to.id === forecast.id);
  return found === undefined || found.forecasts < FEWEST ? null : found;
}
