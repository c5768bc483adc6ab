import { asPrinted } from '../comparison/as-printed.ts';
import type { EvaluatedMeasure } from '../evaluate.ts';
import { periodLabel } from '../period/label.ts';
import type { ReportingPeriod } from '../period/period.ts';

/**
 * What happened to a figure after it was published: it was `restated`; it was `received` where there was none; it was
 * `withdrawn`; or it stayed and became `final`, or `provisional`.
 */
export const correctionChanges = ['restated', 'received', 'withdrawn', 'final', 'provisional'] as const;
export type CorrectionChange = (typeof correctionChanges)[number];

/** One published figure that stands otherwise now. Plain texts, as they are printed. */
export interface Correction {
  measure: string;
  title: string;
  directorate: string;
  period: string;
  periodLabel: string;
  figure: 'actual' | 'forecast';
  change: CorrectionChange;
  was: string;
  is: string;
  /** Labels of the status that belongs to the figure, judged by the rules of the edition. */
  statusWas: string;
  statusIs: string;
  /** Kind and words of the restatement, or the note beside the figure; null where nothing was said. */
  why: string | null;
  /** The post of whoever recorded it; null where that is not known. */
  by: string | null;
  /** ISO day on which it was recorded; null where it was worked out from other figures. */
  on: string | null;
}

/** What was said of a change. */
export type Said = Pick<Correction, 'why' | 'by' | 'on'>;

/** The published figures that stand otherwise now, and the edition that published them. */
export interface Corrections {
  /** Its name is like `Edition 1`. */
  edition: { id: string; name: string; title: string; period: string; periodLabel: string };
  items: readonly Correction[];
}

/**
 * How the figures of one measure in one period differ from what was published.
 *
 * @param was as published; @param is the same with the figures that are known now, judged by the same rules
 * @param said why, for a figure
 * @example correctionsOf(published, now, q2, said)[0]
 * // { figure: 'actual', change: 'restated', was: '88.7%', is: '91.2%', statusWas: 'Amber', statusIs: 'Green', … }
 */
export function correctionsOf(
  was: EvaluatedMeasure,
  is: EvaluatedMeasure,
  period: ReportingPeriod,
  said: (figure: Correction['figure']) => Said,
): Correction[] {
  const [then, now] = [asPrinted(was), asPrinted(is)];
  const { version, directorate } = is.snapshot;
  const correction = (figure: Correction['figure'], change: CorrectionChange): Correction => {
    const status = figure === 'actual' ? 'status' : 'forecastStatus';
    return {
      measure: version.code,
      title: version.title,
      directorate: directorate.name,
      period: period.code,
      periodLabel: periodLabel(period),
      figure,
      change,
      was: then[figure],
      is: now[figure],
      statusWas: then[status],
      statusIs: now[status],
      ...said(figure),
    };
  };
  const found: Correction[] = [];
  const held = (one: EvaluatedMeasure) => one.snapshot.position.figure.kind !== 'missing';
  if (then.actual !== now.actual) found.push(correction('actual', changeOf(held(was), held(is))));
  else if (isProvisional(was) !== isProvisional(is)) {
    found.push(correction('actual', isProvisional(is) ? 'provisional' : 'final'));
  }
  const forecast = ({ snapshot }: EvaluatedMeasure) =>
    snapshot.forecast !== null && snapshot.forecast.figure.kind !== 'missing';
  if (then.forecast !== now.forecast)
    found.push(correction('forecast', changeOf(forecast(was), forecast(is))));
  return found;
}

const changeOf = (was: boolean, is: boolean): CorrectionChange =>
  was && is ? 'restated' : is ? 'received' : was ? 'withdrawn' : 'restated';

const isProvisional = ({ snapshot }: EvaluatedMeasure): boolean =>
  snapshot.position.observation?.flags.includes('provisional') ?? false;
