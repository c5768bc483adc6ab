import { meanOf } from '../float.ts';
import { runChart } from '../run-chart.ts';
import type { LimitState, Rebase, XmrSegment, XmrValue } from './chart.ts';
import { type Estimate, estimateOf } from './limits.ts';
import { type JudgedPoint, judgePoints } from './rules.ts';
import { FEWEST_POINTS, FEWEST_TRIAL_POINTS, type XmrSettings } from './settings.ts';

/** A segment with what it says of each of its points. */
export interface JudgedSegment {
  readonly segment: XmrSegment;
  readonly estimate: Estimate;
  /** Null where there are no limits. */
  readonly judged: readonly JudgedPoint[] | null;
}

/** Works one segment out: its estimate, whether it has enough figures to be shown, and the rules. */
export function judgeSegment(
  points: readonly XmrValue[],
  rebase: Rebase | null,
  settings: XmrSettings,
): JudgedSegment {
  const values = points.map(({ value }) => value);
  const present = values.filter((value) => value !== null);
  const estimate = estimateOf(values, settings);
  const rows = settings.baseline ?? values.length;
  const baselineCount = values.slice(0, rows).filter((value) => value !== null).length;
  const { state, note } = stateOf(present.length, baselineCount, estimate, settings);
  const shown = state === 'limits' || state === 'trial';
  const { limits } = estimate;
  return {
    estimate,
    judged: shown && limits !== null ? judgePoints(values, limits, settings.twoOfThree) : null,
    segment: {
      from: points[0]?.date ?? '',
      to: points.at(-1)?.date ?? '',
      rebase,
      count: present.length,
      baselineCount,
      state,
      note,
      mean: state === 'tooFew' ? null : estimate.mean,
      meanMovingRange: state === 'tooFew' ? null : estimate.meanMovingRange,
      screeningUndone: shown && estimate.screeningUndone,
      limits: shown ? limits : null,
      runChart: state === 'tooFew' ? runChart(values) : null,
    },
  };
}

/** The mean of a segment whose every figure is the same; null for any other. */
export function constantOf(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.every((value) => value === present[0]) ? meanOf(present) : null;
}

function stateOf(
  count: number,
  baselineCount: number,
  { limits, meanMovingRange, screeningUndone }: Estimate,
  { trialLimits }: XmrSettings,
): { state: LimitState; note: string | null } {
  if (count < FEWEST_TRIAL_POINTS || (count < FEWEST_POINTS && !trialLimits)) {
    return {
      state: 'tooFew',
      note: `Not enough data for a variation signal: ${count} of ${FEWEST_POINTS} figures.`,
    };
  }
  if (baselineCount < FEWEST_TRIAL_POINTS || meanMovingRange === null) {
    const note = 'No limits: too few figures of the baseline follow one another.';
    return { state: 'noRange', note };
  }
  if (limits === null) {
    return { state: 'constant', note: 'No limits: every figure of the baseline is the same.' };
  }
  const screening = screeningUndone
    ? 'Screening was not applied: it would have left no variation at all.'
    : null;
  if (count >= FEWEST_POINTS) return { state: 'limits', note: screening };
  const trial = `Trial limits, from ${count} of ${FEWEST_POINTS} figures: they will move as more come in.`;
  return { state: 'trial', note: screening === null ? trial : `${trial} ${screening}` };
}
