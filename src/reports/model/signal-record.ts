import type { Evaluation } from '../../domain/evaluate.ts';
import type { MeasureSignal } from '../../domain/signal/signal.ts';
import { assuranceLabels, signalInWords, variationLabels } from '../../domain/signal/signal-in-words.ts';
import type { SignalRecord } from './charts/signal-marks.ts';
import type { DirectionMark, MeasureRecord } from './report.ts';

/** null where the chart says nothing: a report is no place to list what is not known of every measure. */
export function signalRecord(signal: MeasureSignal): SignalRecord | null {
  const { chart, variation, assurance } = signal;
  if (chart === null || (variation.icon === null && assurance.icon === null)) return null;
  const said = [
    variation.icon === null ? null : variationLabels[variation.icon],
    assurance.icon === null ? null : assuranceLabels[assurance.icon],
  ];
  return {
    variation: variation.icon,
    assurance: assurance.icon,
    brief: said
      .filter((words) => words !== null)
      .map((words) => `${words}.`)
      .join(' '),
    sentence: signalInWords(signal),
    figures: chart.segments.at(-1)?.count ?? 0,
  };
}

/** The direction of travel with what the control chart says below it. */
export const withSignal = (
  { direction, signal }: Pick<MeasureRecord, 'direction' | 'signal'>,
  words: 'brief' | 'sentence',
): DirectionMark => (signal === null ? direction : { ...direction, signal: signal[words] });

/** How to read those lines, where the report has any. */
export function signalNotes({ measures }: Pick<Evaluation, 'measures'>): string[] {
  const signals = measures.map((measure) => signalRecord(measure.signal())).filter((each) => each !== null);
  if (signals.length === 0) return [];
  return [
    'Below the direction of travel stands what a control chart of the last periods says, for measures with at least 13 figures: ' +
      'whether the latest figure differs from the earlier ones by more than usual variation, and whether the target can be met while ' +
      'the service runs as it does now.',
  ];
}
